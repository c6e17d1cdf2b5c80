import { MAX_RANDOM } from '../core/constants.ts';
import { BACKUP_COOKIE, MAX_SESSIONS } from '../core/renewal/constants.ts';
import { keepNewest, readIdentityCookies } from '../core/renewal/identity-cookies.ts';
import {
  isForAllSites,
  isHidden,
  planRenewal,
  withoutRefused,
} from '../core/renewal/plan-renewal.ts';
import type { IdentityCookie, NextStep } from '../core/renewal/types.ts';
import { printBackup, readBackup } from './backup.ts';
import { keepServerId, type KeptServerId } from './keep-server-id.ts';
import { printSetCookie, type Cookie } from './set-cookie.ts';
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
  const names = endpoint.configuration;
  const parsed = withoutRefused(readIdentityCookies(cookies, names), cookies, names);
  const carried = keepNewest(parsed, MAX_SESSIONS);
  reportOverflow(visit, parsed.length - carried.length);
  if (carried.length === 0 && cookies.valuesOf(BACKUP_COOKIE).length === 0) {
    return { server, cookies: [], setCookies: server.setCookies };
  }
  // A backup is bound to its id: with a new id, none verifies.
  const saved = withoutRefused(await readSaved(visit, server.id), cookies, names);
  const renewal = planRenewal(carried, saved, { cookies, step: nextStep(visit) });
  const readable = renewal.kept.filter((cookie) => !isHidden(cookie));
  return {
    server,
    cookies: readable.map(({ name, value }) => ({ name, value })),
    setCookies: [
      ...server.setCookies,
      ...renewal.kept.map((cookie) => print(visit, withAttributes(cookie))),
      ...(await saveBackup(visit, server.id, renewal.saved)),
    ],
  };
}

/** Each cookie has the attributes that its tracker gives it. */
function withAttributes(cookie: IdentityCookie): Cookie {
  const { name, value } = cookie;
  const sameSite = isForAllSites(cookie) ? 'None' : 'Lax';
  return { name, value, isHttpOnly: isHidden(cookie), sameSite };
}

/** The identity cookies of the visitor's backup. */
export function readSaved(visit: Visit, serverId: string): Promise<IdentityCookie[]> {
  const { keyring, configuration } = visit.endpoint;
  return readBackup(visit.cookies.valuesOf(BACKUP_COOKIE), ownerOf(visit, serverId), {
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
  if (visit.cookies.valuesOf(BACKUP_COOKIE).length === 0) return [];
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
function nextStep({ endpoint, nowSeconds }: Visit): NextStep {
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
  };
}

function print(visit: Visit, cookie: Cookie): string {
  return printSetCookie(cookie, visit.scope);
}
