import {
  d8aClientName,
  parseD8aClient,
  parseD8aSession,
  readToken,
  readTokenNumber,
} from '../formats/d8a/d8a-cookies.ts';
import type { SessionToken } from '../formats/d8a/types.ts';
import { STRICT_SESSION } from './constants.ts';
import {
  isCollectorId,
  isSnowplowId,
  isSnowplowName,
  isTreasureDataId,
  lastSeenSeconds,
} from './tracker-grammar.ts';
import type {
  IdentityCookie,
  IdentityNames,
  RequestCookies,
  SessionCookie,
  SnowplowCookie,
} from './types.ts';

/**
 * Identity cookies are written by scripts; a server keeps them for the browser. It touches only
 * what parses under a grammar stricter than the trackers' own: everything else may be somebody
 * else's, or damaged, and a longer life would not mend it.
 */

/** Whether a cookie name is one of ours, and of what. */
export function identityKind(
  name: string,
  names: IdentityNames,
): IdentityCookie['kind'] | undefined {
  if (name !== '' && name === names.collectorCookieName) return 'collector';
  if (names.treasureDataNames.indexOf(name) !== -1) return 'treasureData';
  if (snowplowPrefixOf(name, 'id.', names) !== undefined) return 'snowplow';
  // Most cookies of a request are somebody else's.
  if (name.indexOf('d8a') === -1) return undefined;
  const clientNames = names.d8aPrefixes.map((prefix) => d8aClientName(prefix));
  if (clientNames.indexOf(name) !== -1) return 'client';
  const isSession = clientNames.some(
    (clientName) =>
      name.indexOf(clientName + '_') === 0 &&
      name.slice(clientName.length + 1).match('^[A-Za-z0-9._-]{1,64}$') !== null,
  );
  return isSession ? 'session' : undefined;
}

/** Whether a cookie goes with the visitor: an identity cookie, or one that says a session goes on. */
export function isForgettable(name: string, names: IdentityNames): boolean {
  if (identityKind(name, names) !== undefined) return true;
  return snowplowPrefixOf(name, 'ses.', names) !== undefined;
}

function snowplowPrefixOf(name: string, base: string, names: IdentityNames): string | undefined {
  return names.snowplowPrefixes.filter((prefix) => isSnowplowName(name, prefix + base))[0];
}

/** The cookie, if its name is ours and its value parses. */
export function parseIdentityCookie(
  name: string,
  value: string,
  names: IdentityNames,
): IdentityCookie | undefined {
  const kind = identityKind(name, names);
  if (kind === undefined) return undefined;
  if (kind === 'session') return parseSession(name, value);
  if (kind === 'snowplow') return parseSnowplow(name, value, names);
  return isPlainValue(kind, value) ? { kind: kind, name: name, value: value } : undefined;
}

function isPlainValue(kind: 'client' | 'treasureData' | 'collector', value: string): boolean {
  if (value.length > 64) return false;
  if (kind === 'client') return parseD8aClient(value) !== undefined;
  return kind === 'collector' ? isCollectorId(value) : isTreasureDataId(value);
}

function parseSnowplow(
  name: string,
  value: string,
  names: IdentityNames,
): SnowplowCookie | undefined {
  const prefix = snowplowPrefixOf(name, 'id.', names);
  if (prefix === undefined || !isSnowplowId(value)) return undefined;
  return {
    kind: 'snowplow',
    name: name,
    value: value,
    sessionName: prefix + 'ses.' + name.slice(-4),
    lastHitSeconds: lastSeenSeconds(value),
  };
}

function parseSession(name: string, value: string): SessionCookie | undefined {
  const tokens = value.length > 512 ? undefined : parseD8aSession(value);
  if (tokens === undefined || value.match(STRICT_SESSION) === null) return undefined;
  if (!['s', 'o', 't'].every((key) => isNumber(tokens, key))) return undefined;
  return {
    kind: 'session',
    name: name,
    value: value,
    tokens: tokens,
    lastHitSeconds: readTokenNumber(tokens, 't') || 0,
  };
}

function isNumber(tokens: SessionToken[], key: string): boolean {
  return (readToken(tokens, key) || '').match('^[0-9]{1,15}$') !== null;
}

/** The identity cookies of a request that parse. A name that occurs twice is left alone. */
export function readIdentityCookies(
  cookies: RequestCookies,
  names: IdentityNames,
): IdentityCookie[] {
  const readable: IdentityCookie[] = [];
  cookies.names.forEach((name) => {
    const values = cookies.valuesOf(name);
    const cookie =
      values.length === 1 ? parseIdentityCookie(name, values[0] || '', names) : undefined;
    if (cookie !== undefined) readable.push(cookie);
  });
  return readable;
}

/** Cookies that tell no session, and of those that do the ones last used. */
export function keepNewest(cookies: IdentityCookie[], maxSessions: number): IdentityCookie[] {
  const sessions = cookies
    .filter((cookie) => lastHitOf(cookie) !== undefined)
    .sort((one, other) => (lastHitOf(other) || 0) - (lastHitOf(one) || 0));
  return cookies
    .filter((cookie) => lastHitOf(cookie) === undefined)
    .concat(sessions.slice(0, maxSessions));
}

function lastHitOf(cookie: IdentityCookie): number | undefined {
  const tellsSession = cookie.kind === 'session' || cookie.kind === 'snowplow';
  return tellsSession ? cookie.lastHitSeconds : undefined;
}
