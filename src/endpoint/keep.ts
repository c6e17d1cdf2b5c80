import { MAX_RANDOM, SERVER_ID_COOKIE } from '../core/constants.ts';
import type { SessionStep } from '../core/types.ts';
import { asNextHitLeavesIt, printBackup, readBackup } from './backup.ts';
import { BACKUP_COOKIE, SIGNED_ID_COOKIE } from './constants.ts';
import { readIdentityCookies, type IdentityCookie } from './identity-cookies.ts';
import { printServerId, readServerId } from './server-id.ts';
import { printSetCookie, type Cookie } from './set-cookie.ts';
import type { Visit } from './visit.ts';

/** The visitor's server id, the one they come with or a new one, and the cookies that keep it. */
export async function keepServerId(visit: Visit) {
  const { keyring, sources } = visit.endpoint;
  const known = await readServerId(visit.cookies.get(SIGNED_ID_COOKIE) ?? [], keyring);
  const id = known ?? sources.randomUuid();
  const signed = await printServerId(id, keyring);
  const setCookies = [
    print(visit, { name: SIGNED_ID_COOKIE, value: signed, isHttpOnly: true }),
    print(visit, { name: SERVER_ID_COOKIE, value: id, isHttpOnly: false }),
  ];
  return { id, setCookies };
}

/** Renews what the request carries, restores what it lacks, and backs both up. */
export async function keepIdentity(visit: Visit): Promise<string[]> {
  const server = await keepServerId(visit);
  const { cookies, endpoint } = visit;
  const carried = readIdentityCookies(cookies, endpoint.configuration.d8aPrefixes);
  // A backup is bound to its id: with a new id, none verifies.
  const saved = await readSaved(visit, server.id);
  const lost = saved.filter(({ name }) => !cookies.has(name));
  // Present, but malformed or in conflict: not restored over it, and not given up.
  const waiting = saved.filter(
    ({ name }) => cookies.has(name) && carried.every((cookie) => cookie.name !== name),
  );
  const step = sessionStep(visit);
  const next = [...carried, ...lost].map((cookie) => asNextHitLeavesIt(cookie, step));
  // A tracker on the page is about to roll over a session that is over; setting it back would undo that.
  const renewed = carried.filter((cookie) => asNextHitLeavesIt(cookie, step) === cookie);
  return [
    ...server.setCookies,
    ...[...renewed, ...lost].map(({ name, value }) =>
      print(visit, { name, value, isHttpOnly: false }),
    ),
    ...(await saveBackup(visit, server.id, [...next, ...waiting])),
  ];
}

/** The identity cookies of the visitor's backup. */
export function readSaved(visit: Visit, serverId: string): Promise<IdentityCookie[]> {
  const { keyring, configuration } = visit.endpoint;
  return readBackup(visit.cookies.get(BACKUP_COOKIE) ?? [], serverId, {
    keyring,
    prefixes: configuration.d8aPrefixes,
  });
}

/** Sets the backup; one that has nothing left to hold, or was another visitor's, is removed. */
async function saveBackup(visit: Visit, serverId: string, identity: IdentityCookie[]) {
  const value = await printBackup(identity, serverId, visit.endpoint.keyring);
  const backup = { name: BACKUP_COOKIE, value: value ?? '', isHttpOnly: true };
  if (value !== undefined) return [print(visit, backup)];
  if (!visit.cookies.has(BACKUP_COOKIE)) return [];
  return [printSetCookie(backup, { ...visit.scope, maxAgeSeconds: 0 })];
}

/** d8a writes one session to all its properties; one step for all gives them the same random id. */
function sessionStep({ endpoint }: Visit): SessionStep {
  const randoms = crypto.getRandomValues(new Uint32Array(3));
  return {
    nowSeconds: Math.floor(endpoint.sources.nowMillis() / 1000),
    timeoutSeconds: endpoint.configuration.sessionTimeoutMinutes * 60,
    randoms: [...randoms].map((random) => random % (MAX_RANDOM + 1)),
  };
}

function print(visit: Visit, cookie: Cookie): string {
  return printSetCookie(cookie, visit.scope);
}
