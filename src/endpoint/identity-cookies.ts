import {
  d8aClientName,
  parseD8aClient,
  parseD8aSession,
  printD8aSession,
  readToken,
} from '../core/formats/d8a/d8a-cookies.ts';
import type { SessionToken } from '../core/formats/d8a/types.ts';
import type { CookieHeader } from './cookie-header.ts';
import {
  isCollectorId,
  isSnowplowId,
  isSnowplowName,
  isTreasureDataId,
  lastSeenSeconds,
} from './tracker-cookies.ts';
import type { Configuration } from './types.ts';

/**
 * Identity cookies are written by scripts; the endpoint keeps them for the browser. It touches
 * only what parses under a grammar stricter than the trackers' own: everything else may be
 * somebody else's, or damaged, and a longer life would not mend it.
 */

export type IdentityCookie = PlainCookie | SessionCookie | SnowplowCookie;

/** One that says who the visitor is, and nothing else. */
interface PlainCookie {
  kind: 'client' | 'treasureData' | 'collector';
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

interface SnowplowCookie {
  kind: 'snowplow';
  name: string;
  value: string;
  /** The cookie that is there while the session goes on. It is never renewed: that would revive it. */
  sessionName: string;
  lastHitSeconds: number;
}

/** The names that identity cookies have, as configured. */
export type IdentityNames = Pick<
  Configuration,
  'd8aPrefixes' | 'snowplowPrefixes' | 'treasureDataNames' | 'collectorCookieName'
>;

const propertyId = /^[A-Za-z0-9._-]{1,64}$/;
const tokenKey = /^[a-z]$/;
const tokenValue = /^[A-Za-z0-9._-]{0,64}$/;
const digits = /^[0-9]{1,15}$/;
const maxClientLength = 64;
const maxSessionLength = 512;

/** Whether a cookie name is one of ours, and of what. */
export function identityKind(
  name: string,
  names: IdentityNames,
): IdentityCookie['kind'] | undefined {
  if (name !== '' && name === names.collectorCookieName) return 'collector';
  if (names.treasureDataNames.includes(name)) return 'treasureData';
  if (snowplowPrefixOf(name, 'id.', names) !== undefined) return 'snowplow';
  // Most cookies of a request are somebody else's.
  if (!name.includes('d8a')) return undefined;
  const clientNames = names.d8aPrefixes.map(d8aClientName);
  if (clientNames.includes(name)) return 'client';
  const isSession = clientNames.some(
    (clientName) =>
      name.startsWith(clientName + '_') && propertyId.test(name.slice(clientName.length + 1)),
  );
  return isSession ? 'session' : undefined;
}

/** Whether a cookie goes with the visitor: an identity cookie, or one that says a session goes on. */
export function isForgettable(name: string, names: IdentityNames): boolean {
  return (
    identityKind(name, names) !== undefined || snowplowPrefixOf(name, 'ses.', names) !== undefined
  );
}

function snowplowPrefixOf(name: string, base: string, names: IdentityNames): string | undefined {
  return names.snowplowPrefixes.find((prefix) => isSnowplowName(name, prefix + base));
}

/** The cookie, if its name is ours and its value parses. */
export function parseIdentityCookie(
  name: string,
  value: string,
  names: IdentityNames,
): IdentityCookie | undefined {
  const kind = identityKind(name, names);
  if (kind === 'session') return parseSession(name, value);
  if (kind === 'snowplow') return parseSnowplow(name, value, names);
  if (kind === undefined || value.length > maxClientLength) return undefined;
  return isPlainValue[kind](value) ? { kind, name, value } : undefined;
}

const isPlainValue = {
  client: (value: string) => parseD8aClient(value) !== undefined,
  treasureData: isTreasureDataId,
  collector: isCollectorId,
};

function parseSnowplow(
  name: string,
  value: string,
  names: IdentityNames,
): SnowplowCookie | undefined {
  const prefix = snowplowPrefixOf(name, 'id.', names);
  if (prefix === undefined || !isSnowplowId(value)) return undefined;
  const sessionName = `${prefix}ses.${name.slice(-4)}`;
  return { kind: 'snowplow', name, value, sessionName, lastHitSeconds: lastSeenSeconds(value) };
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
export function readIdentityCookies(cookies: CookieHeader, names: IdentityNames): IdentityCookie[] {
  const readable: IdentityCookie[] = [];
  for (const [name, values] of cookies) {
    const [value = ''] = values;
    const cookie = values.length === 1 ? parseIdentityCookie(name, value, names) : undefined;
    if (cookie !== undefined) readable.push(cookie);
  }
  return readable;
}

/** Plain cookies, and of those that tell sessions the ones last used. */
export function keepNewest(cookies: IdentityCookie[], maxSessions: number): IdentityCookie[] {
  const sessions = cookies
    .filter((cookie) => 'lastHitSeconds' in cookie)
    .sort((one, other) => other.lastHitSeconds - one.lastHitSeconds);
  const plain = cookies.filter((cookie) => !('lastHitSeconds' in cookie));
  return [...plain, ...sessions.slice(0, maxSessions)];
}
