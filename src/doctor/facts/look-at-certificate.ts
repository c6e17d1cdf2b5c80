import { connect, rootCertificates, type TLSSocket } from 'node:tls';
import type { CertificateFacts } from '../types.ts';
import { connectionOptions, type Way } from './way.ts';

const timeoutMillis = 10_000;

/** Opens a connection and looks at the certificate as a browser would. */
export function lookAtCertificate(
  url: URL,
  way: Way,
): Promise<CertificateFacts | { host: string; failure: string }> {
  const host = url.hostname;
  return new Promise((resolve) => {
    const socket = connect({
      ...connectionOptions(url, way),
      ca: [...rootCertificates, ...way.authorities],
      rejectUnauthorized: false,
    });
    const end = (facts: CertificateFacts | { host: string; failure: string }) => {
      resolve(facts);
      socket.destroy();
    };
    socket.setTimeout(timeoutMillis, () => end({ host, failure: 'no answer within 10 seconds' }));
    socket.once('error', (error) => end({ host, failure: error.message }));
    socket.once('secureConnect', () => end(describe(host, socket)));
  });
}

function describe(host: string, socket: TLSSocket): CertificateFacts {
  const { valid_from, valid_to, issuer, subjectaltname = '' } = socket.getPeerCertificate();
  const { authorizationError } = socket;
  return {
    host,
    // Typed as an Error; it is a code, such as CERT_HAS_EXPIRED.
    refusal: socket.authorized ? undefined : String(authorizationError),
    validFromMillis: Date.parse(valid_from),
    validToMillis: Date.parse(valid_to),
    issuer: [issuer.O ?? issuer.CN].flat().join(', '),
    names: subjectaltname.replaceAll('DNS:', ''),
  };
}
