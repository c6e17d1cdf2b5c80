import { SIGNED_ID_COOKIE } from './constants.ts';
import type { Keyring } from './keyring.ts';

/**
 * The server id is a UUID v4. Its cookie holds `<uuid>.<signature>`, so that nobody but the
 * endpoint can name a visitor.
 */

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export async function printServerId(id: string, keyring: Keyring): Promise<string> {
  return `${id}.${await keyring.sign(signedText(id))}`;
}

/** The id in the first of these cookie values whose signature is ours. */
export async function readServerId(
  values: readonly string[],
  keyring: Keyring,
): Promise<string | undefined> {
  for (const value of values) {
    const [id = '', signature = '', ...rest] = value.split('.');
    if (rest.length > 0 || !uuidV4.test(id)) continue;
    if (await keyring.verify(signedText(id), signature)) return id;
  }
  return undefined;
}

/** The cookie's name is part of the text, so that no signature serves in another cookie. */
function signedText(id: string): string {
  return `${SIGNED_ID_COOKIE}:${id}`;
}
