import { MAX_BACKUP_BYTES, MAX_SESSIONS, SIGNATURE_LENGTH } from '../core/renewal/constants.ts';
import { keepNewest, parseIdentityCookie } from '../core/renewal/identity-cookies.ts';
import type { IdentityCookie, IdentityNames } from '../core/renewal/types.ts';
import { decodeBase64Url, encodeBase64Url } from './base64url.ts';
import type { Keyring } from './keyring.ts';

/**
 * The backup cookie holds the identity cookies for the day on which the browser has dropped them:
 * `<payload>.<signature>`, the payload a base64url JSON list of [name, value]. The signature
 * covers the site and the server id, so a backup serves no other visitor.
 */

/** A backup's value, or `undefined` when there is nothing to keep. */
export interface PrintedBackup {
  value: string | undefined;
  /** How many sessions did not fit; the oldest go first. */
  dropped: number;
}

/** The owner is the site and the server id of the visitor. */
export async function printBackup(
  cookies: IdentityCookie[],
  owner: string,
  keyring: Keyring,
): Promise<PrintedBackup> {
  for (let sessions = MAX_SESSIONS; sessions >= 0; sessions -= 1) {
    const kept = keepNewest(cookies, sessions);
    const dropped = cookies.length - kept.length;
    if (kept.length === 0) return { value: undefined, dropped };
    const json = JSON.stringify(kept.map(({ name, value }) => [name, value]));
    const payload = encodeBase64Url(new TextEncoder().encode(json));
    if (payload.length + 1 + SIGNATURE_LENGTH > MAX_BACKUP_BYTES) continue;
    return { value: `${payload}.${await keyring.sign(signedText(payload, owner))}`, dropped };
  }
  return { value: undefined, dropped: cookies.length };
}

/** The cookies in the first of these values that is signed for the visitor. */
export async function readBackup(
  values: readonly string[],
  owner: string,
  { keyring, names }: { keyring: Keyring; names: IdentityNames },
): Promise<IdentityCookie[]> {
  for (const value of values) {
    const [payload = '', signature = '', ...rest] = value.split('.');
    if (rest.length > 0) continue;
    if ((await keyring.verify(signedText(payload, owner), signature)) === undefined) continue;
    return parsePayload(payload).flatMap(
      ([name, text]) => parseIdentityCookie(name, text, names) ?? [],
    );
  }
  return [];
}

function signedText(payload: string, owner: string): string {
  return `backup:${owner}:${payload}`;
}

/** Called only with a payload whose signature is ours; a later version may still write another. */
function parsePayload(payload: string): [string, string][] {
  const bytes = decodeBase64Url(payload);
  const entries: unknown = bytes === undefined ? [] : parseJson(new TextDecoder().decode(bytes));
  return Array.isArray(entries) ? entries.filter(isPair) : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPair(entry: unknown): entry is [string, string] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'string';
}
