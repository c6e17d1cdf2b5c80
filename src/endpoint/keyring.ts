import { decodeBase64Url, encodeBase64Url } from './base64url.ts';

/** Signs with the newest key, verifies with any: so keys can be replaced without losing visitors. */
export interface Keyring {
  /** HMAC-SHA-256 of the text, base64url: 43 characters. */
  sign(text: string): Promise<string>;
  /** By which key the signature holds. */
  verify(text: string, signature: string): Promise<KeyAge | undefined>;
}

export type KeyAge = 'newest' | 'older';

const algorithm = { name: 'HMAC', hash: 'SHA-256' };

/** A keyring of secrets; without any, of one made now. It is over WebCrypto, which every platform has. */
export function createKeyring(secrets: readonly string[]): Keyring {
  const imported = importKeys(secrets);
  return {
    async sign(text) {
      const { newest } = await imported;
      const signature = await crypto.subtle.sign('HMAC', newest, new TextEncoder().encode(text));
      return encodeBase64Url(new Uint8Array(signature));
    },
    async verify(text, signature) {
      const bytes = decodeBase64Url(signature);
      if (bytes === undefined) return undefined;
      const { newest, older } = await imported;
      const data = new TextEncoder().encode(text);
      const holds = (key: CryptoKey) => crypto.subtle.verify('HMAC', key, bytes, data);
      if (await holds(newest)) return 'newest';
      return (await Promise.all(older.map(holds))).includes(true) ? 'older' : undefined;
    },
  };
}

async function importKeys(secrets: readonly string[]) {
  const [first, ...others] = secrets.map((secret) => new TextEncoder().encode(secret));
  const newest = await importKey(first ?? crypto.getRandomValues(new Uint8Array(32)));
  return { newest, older: await Promise.all(others.map(importKey)) };
}

function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign', 'verify']);
}
