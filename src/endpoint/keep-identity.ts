import { MAX_RANDOM } from '../core/constants.ts';
import type { SessionStep } from '../core/types.ts';
import { asNextHitLeavesIt, printBackup, readBackup } from './backup.ts';
import { BACKUP_COOKIE, MAX_SESSIONS } from './constants.ts';
import { keepNewest, readIdentityCookies, type IdentityCookie } from './identity-cookies.ts';
import { keepServerId, type KeptServerId } from './keep-server-id.ts';
import { printSetCookie, type Cookie } from './set-cookie.ts';
import type { Visit } from './visit.ts';

export interface KeptIdentity {
  server: KeptServerId;
  /** What was renewed or restored. */
  cookies: { name: string; value: string }[];
  setCookies: string[];
}

/** Renews what the request carries, restores what it lacks, and backs both up. */
export async function keepIdentity(visit: Visit): Promise<KeptIdentity> {
  const server = await keepServerId(visit);
  const { cookies, endpoint } = visit;
  const readable = readIdentityCookies(cookies, endpoint.configuration.d8aPrefixes);
  const carried = keepNewest(readable, MAX_SESSIONS);
  reportOverflow(visit, readable.length - carried.length);
  if (carried.length === 0 && !cookies.has(BACKUP_COOKIE)) {
    return { server, cookies: [], setCookies: server.setCookies };
  }
  // A backup is bound to its id: with a new id, none verifies.
  const saved = await readSaved(visit, server.id);
  const lost = saved.filter(({ name }) => !cookies.has(name));
  // Present, but malformed or in conflict: not restored over it, and not given up.
  const waiting = saved.filter(
    ({ name }) => cookies.has(name) && carried.every((cookie) => cookie.name !== name),
  );
  const { renewed, next } = takeStep(visit, carried, lost);
  const kept = [...renewed, ...lost].map(({ name, value }) => ({ name, value }));
  return {
    server,
    cookies: kept,
    setCookies: [
      ...server.setCookies,
      ...kept.map((cookie) => print(visit, { ...cookie, isHttpOnly: false })),
      ...(await saveBackup(visit, server.id, [...next, ...waiting])),
    ],
  };
}

/** What to renew, and what to back up. */
function takeStep(visit: Visit, carried: IdentityCookie[], lost: IdentityCookie[]) {
  const step = sessionStep(visit);
  const next = [...carried, ...lost].map((cookie) => asNextHitLeavesIt(cookie, step));
  // A tracker on the page is about to roll over a session that is over; setting it back would undo that.
  const renewed = carried.filter((cookie) => asNextHitLeavesIt(cookie, step) === cookie);
  return { renewed, next };
}

/** The identity cookies of the visitor's backup. */
export function readSaved(visit: Visit, serverId: string): Promise<IdentityCookie[]> {
  const { keyring, configuration } = visit.endpoint;
  return readBackup(visit.cookies.get(BACKUP_COOKIE) ?? [], ownerOf(visit, serverId), {
    keyring,
    prefixes: configuration.d8aPrefixes,
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
function sessionStep({ endpoint, nowSeconds }: Visit): SessionStep {
  const randoms = crypto.getRandomValues(new Uint32Array(3));
  return {
    nowSeconds,
    timeoutSeconds: endpoint.configuration.sessionTimeoutMinutes * 60,
    randoms: [...randoms].map((random) => random % (MAX_RANDOM + 1)),
  };
}

function print(visit: Visit, cookie: Cookie): string {
  return printSetCookie(cookie, visit.scope);
}
