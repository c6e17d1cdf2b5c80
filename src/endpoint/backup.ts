import {
  isD8aSessionOver,
  nextD8aSession,
  printD8aSession,
} from '../core/formats/d8a/d8a-cookies.ts';
import type { SessionStep } from '../core/formats/d8a/types.ts';
import type { SnowplowStep } from '../core/formats/snowplow/types.ts';
import { decodeBase64Url, encodeBase64Url } from './base64url.ts';
import { MAX_BACKUP_BYTES, MAX_SESSIONS } from './constants.ts';
import type { CookieHeader } from './cookie-header.ts';
import {
  keepNewest,
  parseIdentityCookie,
  type IdentityCookie,
  type IdentityNames,
} from './identity-cookies.ts';
import type { Keyring } from './keyring.ts';
import { nextSnowplowSession } from './tracker-cookies.ts';

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
    if (payload.length + 1 + 43 > MAX_BACKUP_BYTES) continue;
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

/**
 * The cookie as the visitor's next hit leaves it. A session that is over is kept rolled over:
 * the script that gets the old value back starts the next session from it, and may not ask again
 * before that one is lost too.
 */
export function asNextHitLeavesIt(cookie: IdentityCookie, step: NextStep): IdentityCookie {
  if (cookie.kind === 'snowplow') {
    if (step.cookies.has(cookie.sessionName)) return cookie;
    return { ...cookie, value: nextSnowplowSession(cookie.value, step.snowplow) };
  }
  if (cookie.kind !== 'session' || !isD8aSessionOver(cookie.tokens, step.d8a)) return cookie;
  const tokens = nextD8aSession(cookie.tokens, step.d8a);
  return { ...cookie, tokens, value: printD8aSession(tokens) };
}

/** The clock, the randomness, and the request that says which sessions go on. */
export interface NextStep {
  d8a: SessionStep;
  snowplow: SnowplowStep;
  cookies: CookieHeader;
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
