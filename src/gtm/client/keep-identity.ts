import {
  isD8aSessionOver,
  nextD8aSession,
  printD8aSession,
} from '../../core/formats/d8a/d8a-cookies.ts';
import type { SessionStep } from '../../core/formats/d8a/types.ts';
import {
  parseSnowplowId,
  printSnowplowId,
  startSnowplowSession,
} from '../../core/formats/snowplow/snowplow-cookies.ts';
import { MAX_RANDOM } from '../../core/constants.ts';
import { generateRandom } from './apis.ts';
import { printBackup, readBackup } from './backup.ts';
import { BACKUP_COOKIE, MAX_SESSIONS } from './constants.ts';
import { keepNewest, readIdentityCookies } from './identity-cookies.ts';
import { keepServerId } from './keep-server-id.ts';
import { valuesOfCookie } from './open-visit.ts';
import { newServerId } from './server-id.ts';
import { awaitsFirstEvent } from './tracker-cookies.ts';
import type { IdentityCookie, KeptIdentity, Visit } from './types.ts';
import { writeCookie } from './write-cookie.ts';

/** Renews what the request carries, restores what it lacks, and backs both up. */
export function keepIdentity(visit: Visit): KeptIdentity {
  const server = keepServerId(visit);
  const carried = keepNewest(readIdentityCookies(visit), MAX_SESSIONS);
  // A backup is bound to its id: with a new id, none verifies.
  const saved = readBackup(visit, server.id);
  const lost = saved.filter((cookie) => !isCarried(visit, cookie.name));
  // Present, but malformed or in conflict: not restored over it, and not given up.
  const waiting = saved.filter(
    (cookie) => lost.indexOf(cookie) === -1 && carried.every((other) => other.name !== cookie.name),
  );
  const step = sessionStep(visit);
  const kept = carried.filter((cookie) => canRenew(visit, cookie, step)).concat(lost);
  kept.forEach((cookie) => {
    writeCookie(visit, cookie.name, {
      value: cookie.value,
      isHttpOnly: cookie.kind === 'collector',
      isForAllSites: cookie.kind === 'collector' || cookie.kind === 'treasureData',
      maxAgeSeconds: visit.form.maxAgeSeconds,
    });
  });
  const next = carried.concat(lost).map((cookie) => asNextHitLeavesIt(visit, cookie, step));
  saveBackup(visit, server.id, next.concat(waiting));
  // Snowplow's collector hides its cookie from scripts.
  return { server: server, cookies: kept.filter((cookie) => cookie.kind !== 'collector') };
}

function isCarried(visit: Visit, name: string): boolean {
  return valuesOfCookie(visit, name).length > 0;
}

/** Sets the backup; one that has nothing left to hold, or was another visitor's, is removed. */
function saveBackup(visit: Visit, serverId: string, identity: IdentityCookie[]): void {
  const value = printBackup(visit, serverId, identity);
  if (value === undefined && !isCarried(visit, BACKUP_COOKIE)) return;
  writeCookie(visit, BACKUP_COOKIE, {
    value: value || '',
    isHttpOnly: true,
    maxAgeSeconds: value === undefined ? 0 : visit.form.maxAgeSeconds,
  });
}

/**
 * A tracker on the page is about to roll over a session that is over, or to count the first event of
 * one; setting the cookie back would undo that.
 */
function canRenew(visit: Visit, cookie: IdentityCookie, step: SessionStep): boolean {
  if (isOver(visit, cookie, step)) return false;
  return cookie.kind !== 'snowplow' || !awaitsFirstEvent(cookie.value);
}

function isOver(visit: Visit, cookie: IdentityCookie, step: SessionStep): boolean {
  if (cookie.kind === 'snowplow') return !isCarried(visit, cookie.sessionName);
  return cookie.kind === 'session' && isD8aSessionOver(cookie.tokens, step);
}

/**
 * A session that is over is backed up rolled over: the script that gets it back goes on from there,
 * and asks only once.
 */
function asNextHitLeavesIt(
  visit: Visit,
  cookie: IdentityCookie,
  step: SessionStep,
): IdentityCookie {
  if (!isOver(visit, cookie, step)) return cookie;
  return {
    kind: cookie.kind,
    name: cookie.name,
    value:
      cookie.kind === 'snowplow'
        ? nextSnowplowValue(visit, cookie.value)
        : printD8aSession(nextD8aSession(cookie.tokens, step)),
    tokens: cookie.tokens,
    sessionName: cookie.sessionName,
    lastHitSeconds: cookie.lastHitSeconds,
  };
}

function nextSnowplowValue(visit: Visit, value: string): string {
  const step = {
    nowMillis: visit.nowSeconds * 1000,
    visitCount: 1,
    sessionId: newServerId(visit),
  };
  const id = parseSnowplowId(value, step);
  return id === undefined ? value : printSnowplowId(startSnowplowSession(id, step));
}

/** d8a writes one session to all its properties; one step for all gives them the same random id. */
function sessionStep(visit: Visit): SessionStep {
  return {
    nowSeconds: visit.nowSeconds,
    timeoutSeconds: visit.form.sessionTimeoutMinutes * 60,
    randoms: [1, 2, 3].map(() => generateRandom(0, MAX_RANDOM)),
  };
}
