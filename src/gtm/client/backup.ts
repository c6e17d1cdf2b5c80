import {
  BACKUP_COOKIE,
  MAX_BACKUP_BYTES,
  MAX_SESSIONS,
  SIGNATURE_LENGTH,
} from '../../core/renewal/constants.ts';
import { keepNewest, parseIdentityCookie } from '../../core/renewal/identity-cookies.ts';
import type { IdentityCookie } from '../../core/renewal/types.ts';
import { fromBase64, getType, JSON, toBase64 } from './apis.ts';
import { sign, verify } from './sign.ts';
import type { Visit } from './types.ts';

/**
 * The backup cookie holds the identity cookies for the day on which the browser has dropped them:
 * `<payload>.<signature>`, the payload a base64url JSON list of [name, value]. The signature covers
 * the site and the server id, so a backup serves no other visitor. Without keys there is none.
 */
export function printBackup(
  visit: Visit,
  serverId: string,
  cookies: IdentityCookie[],
): string | undefined {
  if (visit.form.signing === 'off') return undefined;
  for (let sessions = MAX_SESSIONS; sessions >= 0; sessions--) {
    const kept = keepNewest(cookies, sessions);
    if (kept.length === 0) return undefined;
    const json = JSON.stringify(kept.map((cookie) => [cookie.name, cookie.value]));
    const payload = toBase64(json, { urlEncoding: true }).split('=').join('');
    if (payload.length + 1 + SIGNATURE_LENGTH <= MAX_BACKUP_BYTES) {
      return payload + '.' + sign(backupText(visit, serverId, payload));
    }
  }
  return undefined;
}

/** The cookies in the first of the visitor's backups that is signed for them. */
export function readBackup(visit: Visit, serverId: string): IdentityCookie[] {
  const payload = visit.cookies
    .valuesOf(BACKUP_COOKIE)
    .map((value) => value.split('.'))
    .filter((parts) => isSigned(visit, serverId, parts))
    .map((parts) => parts[0] || '')[0];
  if (payload === undefined) return [];
  return parsePayload(payload)
    .map((pair) => parseIdentityCookie(pair[0] || '', pair[1] || '', visit.form.names))
    .filter((cookie) => cookie !== undefined) as IdentityCookie[];
}

function isSigned(visit: Visit, serverId: string, parts: string[]): boolean {
  if (parts.length !== 2) return false;
  const text = backupText(visit, serverId, parts[0] || '');
  return verify(text, parts[1] || '', visit.form.signing) !== undefined;
}

function backupText(visit: Visit, serverId: string, payload: string): string {
  return 'backup:' + visit.domainName + ':' + serverId + ':' + payload;
}

/** Called only with a payload whose signature is ours; a later version may still write another. */
function parsePayload(payload: string): string[][] {
  const padded = payload + '==='.slice(0, (4 - (payload.length % 4)) % 4);
  const json = fromBase64(padded.split('-').join('+').split('_').join('/'));
  const entries = json === undefined ? undefined : JSON.parse(json);
  if (getType(entries) !== 'array') return [];
  return (entries as string[][]).filter(isPair);
}

function isPair(entry: unknown): boolean {
  if (getType(entry) !== 'array') return false;
  const pair = entry as unknown[];
  return getType(pair[0]) === 'string' && getType(pair[1]) === 'string';
}
