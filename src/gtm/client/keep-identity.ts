import { MAX_RANDOM } from '../../core/constants.ts';
import { BACKUP_COOKIE, MAX_SESSIONS } from '../../core/renewal/constants.ts';
import { keepNewest, readIdentityCookies } from '../../core/renewal/identity-cookies.ts';
import {
  isForAllSites,
  isHidden,
  planRenewal,
  withoutRefused,
} from '../../core/renewal/plan-renewal.ts';
import type { IdentityCookie, NextStep } from '../../core/renewal/types.ts';
import { generateRandom } from './apis.ts';
import { printBackup, readBackup } from './backup.ts';
import { keepServerId } from './keep-server-id.ts';
import { newServerId } from './server-id.ts';
import type { KeptIdentity, Visit } from './types.ts';
import { writeCookie } from './write-cookie.ts';

/** Renews what the request carries, restores what it lacks, and backs both up. */
export function keepIdentity(visit: Visit): KeptIdentity {
  const server = keepServerId(visit);
  const cookies = visit.cookies;
  const names = visit.form.names;
  const parsed = withoutRefused(readIdentityCookies(cookies, names), cookies, names);
  const carried = keepNewest(parsed, MAX_SESSIONS);
  if (carried.length === 0 && cookies.valuesOf(BACKUP_COOKIE).length === 0) {
    return { server: server, cookies: [] };
  }
  // A backup is bound to its id: with a new id, none verifies.
  const saved = withoutRefused(readBackup(visit, server.id), cookies, names);
  const renewal = planRenewal(carried, saved, { cookies: cookies, step: nextStep(visit) });
  renewal.kept.forEach((cookie) => {
    writeCookie(visit, cookie.name, {
      value: cookie.value,
      isHttpOnly: isHidden(cookie),
      isForAllSites: isForAllSites(cookie),
      maxAgeSeconds: visit.form.maxAgeSeconds,
    });
  });
  saveBackup(visit, server.id, renewal.saved);
  return { server: server, cookies: renewal.kept.filter((cookie) => !isHidden(cookie)) };
}

/** Sets the backup; one that has nothing left to hold, or was another visitor's, is removed. */
function saveBackup(visit: Visit, serverId: string, identity: IdentityCookie[]): void {
  const value = printBackup(visit, serverId, identity);
  if (value === undefined && visit.cookies.valuesOf(BACKUP_COOKIE).length === 0) return;
  writeCookie(visit, BACKUP_COOKIE, {
    value: value || '',
    isHttpOnly: true,
    maxAgeSeconds: value === undefined ? 0 : visit.form.maxAgeSeconds,
  });
}

/** d8a writes one session to all its properties; one step for all gives them the same random id. */
function nextStep(visit: Visit): NextStep {
  return {
    d8a: {
      nowSeconds: visit.nowSeconds,
      timeoutSeconds: visit.form.sessionTimeoutMinutes * 60,
      randoms: [1, 2, 3].map(() => generateRandom(0, MAX_RANDOM)),
    },
    snowplow: {
      nowMillis: visit.nowSeconds * 1000,
      visitCount: 1,
      sessionId: newServerId(visit),
    },
  };
}
