import {
  d8aClientName,
  parseD8aClient,
  parseD8aSession,
  printD8aSession,
  readToken,
  readTokenNumber,
} from '../../core/formats/d8a/d8a-cookies.ts';
import type { SessionToken } from '../../core/formats/d8a/types.ts';
import type { IdentityCookie, IdentityNames, Visit } from './types.ts';
import {
  isCollectorId,
  isSnowplowId,
  isSnowplowName,
  isTreasureDataId,
  lastSeenSeconds,
} from './tracker-cookies.ts';

/**
 * The identity cookies of a request that parse under a grammar stricter than the trackers' own: all
 * else may be somebody else's, or damaged. A name that occurs twice is left alone.
 */
export function readIdentityCookies(visit: Visit): IdentityCookie[] {
  const readable: IdentityCookie[] = [];
  for (const name in visit.cookies) {
    const values = visit.cookies[name] || [];
    const cookie =
      values.length === 1
        ? parseIdentityCookie(name, values[0] || '', visit.form.names)
        : undefined;
    if (cookie !== undefined) readable.push(cookie);
  }
  return readable;
}

/** Whether a cookie name is one of ours, and of what. */
export function identityKind(
  name: string,
  names: IdentityNames,
): IdentityCookie['kind'] | undefined {
  if (name === names.collectorCookieName) return 'collector';
  if (names.treasureDataNames.indexOf(name) !== -1) return 'treasureData';
  if (snowplowPrefixOf(name, 'id.', names) !== undefined) return 'snowplow';
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
  const cookie: IdentityCookie = {
    kind: kind,
    name: name,
    value: value,
    tokens: [],
    sessionName: '',
    lastHitSeconds: 0,
  };
  if (kind === 'session') return withSession(cookie);
  if (kind === 'snowplow') return withSnowplow(cookie, names);
  if (value.length > 64) return undefined;
  if (kind === 'client') return parseD8aClient(value) === undefined ? undefined : cookie;
  const isSound = kind === 'collector' ? isCollectorId(value) : isTreasureDataId(value);
  return isSound ? cookie : undefined;
}

function withSession(cookie: IdentityCookie): IdentityCookie | undefined {
  const value = cookie.value;
  const tokens = value.length > 512 ? undefined : parseD8aSession(value);
  if (tokens === undefined || printD8aSession(tokens) !== value) return undefined;
  if (!tokens.every(isStrict) || !['s', 'o', 't'].every((key) => isNumber(tokens, key))) {
    return undefined;
  }
  cookie.tokens = tokens;
  cookie.lastHitSeconds = readTokenNumber(tokens, 't') || 0;
  return cookie;
}

function withSnowplow(cookie: IdentityCookie, names: IdentityNames): IdentityCookie | undefined {
  const prefix = snowplowPrefixOf(cookie.name, 'id.', names);
  if (prefix === undefined || !isSnowplowId(cookie.value)) return undefined;
  cookie.sessionName = prefix + 'ses.' + cookie.name.slice(-4);
  cookie.lastHitSeconds = lastSeenSeconds(cookie.value);
  return cookie;
}

function isStrict(token: SessionToken): boolean {
  return (
    token.key.match('^[a-z]$') !== null && token.value.match('^[A-Za-z0-9._-]{0,64}$') !== null
  );
}

function isNumber(tokens: SessionToken[], key: string): boolean {
  return (readToken(tokens, key) || '').match('^[0-9]{1,15}$') !== null;
}

/** Cookies that tell no session, and of those that do the ones last used. */
export function keepNewest(cookies: IdentityCookie[], maxSessions: number): IdentityCookie[] {
  const sessions = cookies
    .filter(tellsSession)
    .sort((one, other) => other.lastHitSeconds - one.lastHitSeconds);
  return cookies.filter((cookie) => !tellsSession(cookie)).concat(sessions.slice(0, maxSessions));
}

function tellsSession(cookie: IdentityCookie): boolean {
  return cookie.kind === 'session' || cookie.kind === 'snowplow';
}
