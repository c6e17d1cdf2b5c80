import { MAX_RANDOM, TD_SIGNED } from '../core/constants.ts';
import { asNextHitLeavesIt, printBackup, readBackup, type NextStep } from './backup.ts';
import { BACKUP_COOKIE, MAX_SESSIONS } from './constants.ts';
import { keepNewest, readIdentityCookies, type IdentityCookie } from './identity-cookies.ts';
import { keepServerId, type KeptServerId } from './keep-server-id.ts';
import { printSetCookie, type Cookie } from './set-cookie.ts';
import { awaitsFirstEvent } from './tracker-cookies.ts';
import type { Visit } from './visit.ts';

export interface KeptIdentity {
  server: KeptServerId;
  /** What was renewed or restored, and a script may know. */
  cookies: { name: string; value: string }[];
  setCookies: string[];
}

/** Renews what the request carries, restores what it lacks, and backs both up. */
export async function keepIdentity(visit: Visit): Promise<KeptIdentity> {
  const server = await keepServerId(visit);
  const { cookies, endpoint } = visit;
  const parsed = readIdentityCookies(cookies, endpoint.configuration).filter(isWanted(visit));
  const carried = keepNewest(parsed, MAX_SESSIONS);
  reportOverflow(visit, parsed.length - carried.length);
  if (carried.length === 0 && !cookies.has(BACKUP_COOKIE)) {
    return { server, cookies: [], setCookies: server.setCookies };
  }
  // A backup is bound to its id: with a new id, none verifies.
  const saved = (await readSaved(visit, server.id)).filter(isWanted(visit));
  const lost = saved.filter(({ name }) => !cookies.has(name));
  // Present, but malformed or in conflict: not restored over it, and not given up.
  const waiting = saved.filter(
    ({ name }) => cookies.has(name) && carried.every((cookie) => cookie.name !== name),
  );
  const { renewed, next } = takeStep(visit, carried, lost);
  const kept = [...renewed, ...lost];
  const readable = kept.filter((cookie) => !isHidden(cookie));
  return {
    server,
    cookies: readable.map(({ name, value }) => ({ name, value })),
    setCookies: [
      ...server.setCookies,
      ...kept.map((cookie) => print(visit, withAttributes(cookie))),
      ...(await saveBackup(visit, server.id, [...next, ...waiting])),
    ],
  };
}

/**
 * A tracker's own refusal stands in a cookie beside its identity. What is refused is neither
 * renewed nor brought back, and leaves the backup.
 */
function isWanted({ cookies, endpoint }: Visit): (cookie: IdentityCookie) => boolean {
  const { snowplowOptOutCookie } = endpoint.configuration;
  const isAnonymous = cookies.get(TD_SIGNED)?.includes('false') ?? false;
  const isOptedOut = cookies.get(snowplowOptOutCookie)?.some((value) => value !== '') ?? false;
  return ({ kind }) => {
    if (kind === 'treasureData') return !isAnonymous;
    return !isOptedOut || (kind !== 'snowplow' && kind !== 'collector');
  };
}

/** What to renew, and what to back up. */
function takeStep(visit: Visit, carried: IdentityCookie[], lost: IdentityCookie[]) {
  const step = nextStep(visit);
  const next = [...carried, ...lost].map((cookie) => asNextHitLeavesIt(cookie, step));
  // A tracker on the page is about to roll over a session that is over, or to count the first
  // event of one; setting the cookie back would undo that.
  const renewed = carried
    .filter((cookie) => asNextHitLeavesIt(cookie, step) === cookie)
    .filter(({ kind, value }) => kind !== 'snowplow' || !awaitsFirstEvent(value));
  return { renewed, next };
}

/** Snowplow's collector hides its cookie from scripts. */
function isHidden({ kind }: IdentityCookie): boolean {
  return kind === 'collector';
}

/** Each cookie has the attributes that its tracker gives it. */
function withAttributes(cookie: IdentityCookie): Cookie {
  const { name, value, kind } = cookie;
  const isForAllSites = kind === 'collector' || kind === 'treasureData';
  return { name, value, isHttpOnly: isHidden(cookie), sameSite: isForAllSites ? 'None' : 'Lax' };
}

/** The identity cookies of the visitor's backup. */
export function readSaved(visit: Visit, serverId: string): Promise<IdentityCookie[]> {
  const { keyring, configuration } = visit.endpoint;
  return readBackup(visit.cookies.get(BACKUP_COOKIE) ?? [], ownerOf(visit, serverId), {
    keyring,
    names: configuration,
  });
}

/** Sets the backup; one that has nothing left to hold, or was another visitor's, is removed. */
async function saveBackup(visit: Visit, serverId: string, identity: IdentityCookie[]) {
  const { keyring } = visit.endpoint;
  const { value, dropped } = await printBackup(identity, ownerOf(visit, serverId), keyring);
  reportOverflow(visit, dropped);
  const backup = { name: BACKUP_COOKIE, value: value ?? '', isHttpOnly: true };
  if (value !== undefined) return [print(visit, backup)];
  if (!visit.cookies.has(BACKUP_COOKIE)) return [];
  return [printSetCookie(backup, { ...visit.scope, maxAgeSeconds: 0 })];
}

function reportOverflow({ endpoint }: Visit, dropped: number): void {
  if (dropped > 0) endpoint.sources.observe({ kind: 'backup-overflow', dropped });
}

/** Whose backup it is: one visitor of one site. */
function ownerOf(visit: Visit, serverId: string): string {
  return `${visit.domainName}:${serverId}`;
}

/** d8a writes one session to all its properties; one step for all gives them the same random id. */
function nextStep({ endpoint, nowSeconds, cookies }: Visit): NextStep {
  const randoms = crypto.getRandomValues(new Uint32Array(3));
  return {
    d8a: {
      nowSeconds,
      timeoutSeconds: endpoint.configuration.sessionTimeoutMinutes * 60,
      randoms: [...randoms].map((random) => random % (MAX_RANDOM + 1)),
    },
    snowplow: {
      nowMillis: nowSeconds * 1000,
      visitCount: 1,
      sessionId: crypto.randomUUID(),
    },
    cookies,
  };
}

function print(visit: Visit, cookie: Cookie): string {
  return printSetCookie(cookie, visit.scope);
}
