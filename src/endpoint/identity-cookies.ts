import {
  d8aClientName,
  parseD8aClient,
  parseD8aSession,
  printD8aSession,
  readToken,
} from '../core/formats/d8a.ts';
import type { SessionToken } from '../core/types.ts';
import type { CookieHeader } from './cookie-header.ts';

/**
 * Identity cookies are written by scripts; the endpoint keeps them for the browser. It touches
 * only what parses under a grammar stricter than the trackers' own: everything else may be
 * somebody else's, or damaged, and a longer life would not mend it.
 */

export type IdentityCookie = ClientCookie | SessionCookie;

interface ClientCookie {
  kind: 'client';
  name: string;
  value: string;
}

export interface SessionCookie {
  kind: 'session';
  name: string;
  value: string;
  tokens: SessionToken[];
  /** When the session was last used. */
  lastHitSeconds: number;
}

const propertyId = /^[A-Za-z0-9._-]{1,64}$/;
const tokenKey = /^[a-z]$/;
const tokenValue = /^[A-Za-z0-9._-]{0,64}$/;
const digits = /^[0-9]{1,15}$/;
const maxClientLength = 64;
const maxSessionLength = 512;

/** Whether a cookie name is one of ours, and of what; the prefixes are those configured. */
export function identityKind(
  name: string,
  prefixes: readonly string[],
): IdentityCookie['kind'] | undefined {
  // Most cookies of a request are somebody else's.
  if (!name.includes('d8a')) return undefined;
  const clientNames = prefixes.map(d8aClientName);
  if (clientNames.includes(name)) return 'client';
  const isSession = clientNames.some(
    (clientName) =>
      name.startsWith(clientName + '_') && propertyId.test(name.slice(clientName.length + 1)),
  );
  return isSession ? 'session' : undefined;
}

/** The cookie, if its name is ours and its value parses. */
export function parseIdentityCookie(
  name: string,
  value: string,
  prefixes: readonly string[],
): IdentityCookie | undefined {
  const kind = identityKind(name, prefixes);
  if (kind === 'session') return parseSession(name, value);
  if (kind === undefined || value.length > maxClientLength) return undefined;
  return parseD8aClient(value) === undefined ? undefined : { kind, name, value };
}

function parseSession(name: string, value: string): SessionCookie | undefined {
  if (value.length > maxSessionLength) return undefined;
  const tokens = parseD8aSession(value);
  if (tokens === undefined || printD8aSession(tokens) !== value) return undefined;
  if (!tokens.every((token) => tokenKey.test(token.key) && tokenValue.test(token.value))) {
    return undefined;
  }
  if (!['s', 'o', 't'].every((key) => digits.test(readToken(tokens, key) ?? ''))) return undefined;
  return { kind: 'session', name, value, tokens, lastHitSeconds: Number(readToken(tokens, 't')) };
}

/** The identity cookies of a request that parse. A name that occurs twice is left alone. */
export function readIdentityCookies(
  cookies: CookieHeader,
  prefixes: readonly string[],
): IdentityCookie[] {
  const readable: IdentityCookie[] = [];
  for (const [name, values] of cookies) {
    const [value = ''] = values;
    const cookie = values.length === 1 ? parseIdentityCookie(name, value, prefixes) : undefined;
    if (cookie !== undefined) readable.push(cookie);
  }
  return readable;
}

/** Client cookies, and of the session cookies those last used. */
export function keepNewest(cookies: IdentityCookie[], maxSessions: number): IdentityCookie[] {
  if (cookies.length === 0) return cookies;
  const sessions = cookies
    .filter((cookie) => cookie.kind === 'session')
    .sort((one, other) => other.lastHitSeconds - one.lastHitSeconds);
  return [...cookies.filter(({ kind }) => kind === 'client'), ...sessions.slice(0, maxSessions)];
}
