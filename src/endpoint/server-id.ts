import type { KeyAge, Keyring } from './keyring.ts';

/**
 * The server id is a UUID v4. Its cookie holds `<uuid>.<day>.<signature>`: nobody but the endpoint
 * can name a visitor. The day, counted from 1970, says when the cookie was last renewed.
 */
export interface ServerId {
  id: string;
  day: number;
}

/** A server id that a visitor came with. */
export interface KnownServerId extends ServerId {
  /** The cookie's value. */
  value: string;
  keyAge: KeyAge;
}

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const dayNumber = /^(0|[1-9][0-9]{0,6})$/;

/** The site is its cookie domain, or its host where it has none; a signature holds for one only. */
export async function printServerId(
  { id, day }: ServerId,
  site: string,
  keyring: Keyring,
): Promise<string> {
  return `${id}.${day}.${await keyring.sign(signedText(id, `${day}`, site))}`;
}

/** The id in the first of these cookie values whose signature is ours. */
export async function readServerId(
  values: readonly string[],
  site: string,
  keyring: Keyring,
): Promise<KnownServerId | undefined> {
  for (const value of values) {
    const [id = '', day = '', signature = '', ...rest] = value.split('.');
    if (rest.length > 0 || !uuidV4.test(id) || !dayNumber.test(day)) continue;
    const keyAge = await keyring.verify(signedText(id, day, site), signature);
    if (keyAge !== undefined) return { id, day: Number(day), value, keyAge };
  }
  return undefined;
}

/** Begins with its purpose, so that no signature serves in another cookie. */
function signedText(id: string, day: string, site: string): string {
  return `id:${site}:${id}.${day}`;
}
