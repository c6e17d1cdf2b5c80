import { createHash, X509Certificate } from 'node:crypto';
import { generate, type SubjectAltNameEntry } from 'selfsigned';

/** Names of the certificate; a wildcard stands for one label. */
const names = [
  'www.shop.example.com',
  'shop.example.com',
  '*.shop.example.com',
  'example.com',
  '*.example.com',
  'example.co.uk',
  '*.example.co.uk',
  'shop.user.github.io',
  'user.github.io',
  '*.user.github.io',
  '*.github.io',
  'localhost',
];

const ellipticKeys = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;

export interface Credentials {
  /** PEM, for `node:https` as `key`. */
  key: string;
  /** PEM of the leaf and of its authority, for `node:https` as `cert`. */
  chain: string;
  /** PEM of the authority, for a client in Node as `ca`. */
  authority: string;
  /** Base64 SHA-256 of the authority's public key, for `--ignore-certificate-errors-spki-list`. */
  authorityKeyHash: string;
}

/** From when to when the certificate is valid; a year from now without these. */
export interface Validity {
  notBeforeDate?: Date;
  notAfterDate?: Date;
}

/** Makes an authority and a certificate for the test hosts signed by it (60 ms). Nothing is written to disk. */
export async function makeCredentials(validity: Validity = {}): Promise<Credentials> {
  const authority = await generate([{ name: 'commonName', value: 'Authority of one test run' }], {
    ...ellipticKeys,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const leaf = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...ellipticKeys,
    ...validity,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: alternativeNames() },
    ],
  });
  return {
    key: leaf.private,
    chain: `${leaf.cert}\n${authority.cert}\n`,
    authority: authority.cert,
    authorityKeyHash: publicKeyHash(authority.cert),
  };
}

function alternativeNames(): SubjectAltNameEntry[] {
  return [...names.map((value) => ({ type: 2 as const, value })), { type: 7, ip: '127.0.0.1' }];
}

function publicKeyHash(certificate: string): string {
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}
