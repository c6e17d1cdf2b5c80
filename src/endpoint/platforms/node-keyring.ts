import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Keyring } from '../keyring.ts';

/**
 * The keyring for runtimes that have `node:crypto`. It gives the same signatures as the one over
 * WebCrypto without a turn through the thread pool: on Node, 2 µs each instead of 90.
 */
export function createNodeKeyring(secrets: readonly string[]): Keyring {
  const [newest, ...older] = secrets.map((secret) => Buffer.from(secret));
  const first = newest ?? randomBytes(32);
  const print = (key: Buffer, text: string) =>
    createHmac('sha256', key).update(text).digest('base64url');
  const holds = (key: Buffer, text: string, signature: string) =>
    areEqual(print(key, text), signature);
  return {
    async sign(text) {
      return print(first, text);
    },
    async verify(text, signature) {
      if (holds(first, text, signature)) return 'newest';
      return older.some((key) => holds(key, text, signature)) ? 'older' : undefined;
    },
  };
}

/** In a time that does not tell how far they are equal. */
function areEqual(one: string, other: string): boolean {
  const [bytes, others] = [Buffer.from(one), Buffer.from(other)];
  return bytes.length === others.length && timingSafeEqual(bytes, others);
}
