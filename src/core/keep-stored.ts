import { advanceSession, toSeconds } from './advance-session.ts';
import { isUncountedHit } from './count-hit.ts';
import { sessionNames } from './cookie-names.ts';
import { describeVisit } from './describe-visit.ts';
import { findSession, isForeign, readClient, valuesOf } from './find-stored.ts';
import { d8aClientName, newD8aClientId, parseD8aClient, parseD8aSession } from './formats/d8a.ts';
import { keepInMemory } from './keep-in-memory.ts';
import { nextPageState } from './page-state.ts';
import { pickStored } from './pick-stored.ts';
import { attributesOf, planWrites } from './plan-writes.ts';
import { callsServer, planRestore } from './plan-server.ts';
import type { Config, Finding, Outcome, Plan, SessionChange, Snapshot } from './types.ts';

/** Consent permits to keep an identity: the stored one, else the page's own promoted, else a new one. */
export function keepStored(config: Config, snapshot: Snapshot): Plan {
  const clientValues = valuesOf(snapshot.stored, d8aClientName(config.cookiePrefix));
  if (isForeign(clientValues, readClient)) {
    return keepInMemory(config, snapshot, ['client_id_other_version']);
  }
  const finding = findIdentity(config, snapshot);
  // An id made now would be nobody's: an engagement without a visitor stores nothing.
  if (snapshot.action === 'engage' && finding.client === undefined) {
    return keepInMemory(config, snapshot, []);
  }
  const restore = planRestore(config, snapshot, finding);
  if (restore !== undefined) return restore;
  const outcome = {
    finding: finding,
    change: changeSession(config, snapshot, finding),
    clientId: chooseClientId(snapshot, finding),
  };
  return {
    kind: 'act',
    writes: planWrites(config, snapshot, outcome),
    erase: [],
    server: callsServer(config, snapshot, outcome) ? 'renew' : 'none',
    page: nextPageState(config, snapshot, {
      visit: describeVisit(config, snapshot, outcome),
      changes: {
        cookieDomain: snapshot.cookieDomain || '',
        serverId: snapshot.serverId,
        memory: undefined,
        isHitPending: false,
        attributes: attributesOf(config, snapshot),
      },
    }),
  };
}

function findIdentity(config: Config, snapshot: Snapshot): Finding {
  const client = valuesOf(snapshot.stored, d8aClientName(config.cookiePrefix));
  return {
    client: pickStored(client, readClient),
    session: findSession(snapshot.stored, sessionNames(config)),
    memory: findMemory(snapshot),
  };
}

function findMemory(snapshot: Snapshot): Finding['memory'] {
  const memory = snapshot.page === undefined ? undefined : snapshot.page.memory;
  if (memory === undefined) return undefined;
  const clientId = parseD8aClient(memory.client);
  const session = parseD8aSession(memory.session);
  if (clientId === undefined || session === undefined) return undefined;
  return { clientId: clientId, session: session };
}

function chooseClientId(snapshot: Snapshot, finding: Finding): Outcome['clientId'] {
  if (finding.client !== undefined) return finding.client.parsed;
  if (finding.memory !== undefined) return finding.memory.clientId;
  return newD8aClientId(snapshot.randoms[0] || 0, toSeconds(snapshot.nowMillis));
}

/** The page's own session is promoted as it is when consent comes: its hit has been counted. */
function changeSession(config: Config, snapshot: Snapshot, finding: Finding): SessionChange {
  const isHit = isUncountedHit(config, snapshot);
  if (finding.session !== undefined) {
    return advanceSession(config, snapshot, { session: finding.session.parsed, isHit: isHit });
  }
  const memory = finding.memory;
  if (memory === undefined || finding.client !== undefined) {
    return advanceSession(config, snapshot, { session: undefined, isHit: isHit });
  }
  const change = advanceSession(config, snapshot, {
    session: memory.session,
    isHit: isHit && snapshot.trigger === 'tag',
  });
  const isCounted = change.reason === 'hit_already_counted';
  return {
    session: change.session,
    isStarted: true,
    reason: isCounted ? 'session_new' : change.reason,
  };
}
