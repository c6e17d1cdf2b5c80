import { advanceSession, toSeconds } from './advance-session.ts';
import { consentReasons } from './consent-reasons.ts';
import { isUncountedHit } from './count-hit.ts';
import {
  newD8aClientId,
  parseD8aClient,
  parseD8aSession,
  printD8aClient,
  printD8aSession,
} from './formats/d8a.ts';
import { nextPageState } from './page-state.ts';
import type { ReasonCode } from './reason-texts.ts';
import type { Config, MemoryIdentity, PageState, Plan, Snapshot } from './types.ts';

/** An identity that lives as long as the page: nothing is read, written or erased. */
export function keepInMemory(config: Config, snapshot: Snapshot, why: ReasonCode[]): Plan {
  return {
    kind: 'act',
    writes: [],
    erase: [],
    server: 'none',
    page: pageInMemory(config, snapshot, why),
  };
}

/** The page state around an identity in memory: the page's own, or a new one after a withdrawal. */
export function pageInMemory(config: Config, snapshot: Snapshot, why: ReasonCode[]): PageState {
  const memory = memoryOf(snapshot);
  const known = memory === undefined ? undefined : parseD8aClient(memory.client);
  const clientId =
    known === undefined
      ? newD8aClientId(snapshot.randoms[0] || 0, toSeconds(snapshot.nowMillis))
      : known;
  const change = advanceSession(config, snapshot, {
    session: memory === undefined ? undefined : parseD8aSession(memory.session),
    isHit: snapshot.trigger === 'tag' && isUncountedHit(config, snapshot),
  });
  const wasPending = snapshot.page !== undefined && snapshot.page.isHitPending;
  return nextPageState(config, snapshot, {
    visit: {
      clientId: clientId,
      session: change.session,
      source: 'memory',
      reasons: consentReasons(snapshot.consent)
        .concat(why)
        .concat(['client_id_memory', change.reason]),
    },
    changes: {
      cookieDomain: '',
      serverId: snapshot.consent.state === 'withdrawn' ? '' : snapshot.serverId,
      memory: { client: printD8aClient(clientId), session: printD8aSession(change.session) },
      isHitPending: wasPending || (snapshot.trigger === 'tag' && snapshot.action === 'identify'),
      attributes: '',
    },
  });
}

/** Withdrawal starts a new identity; after it, as while denied, the page keeps the one it has. */
function memoryOf(snapshot: Snapshot): MemoryIdentity | undefined {
  const page = snapshot.page;
  if (page === undefined) return undefined;
  if (snapshot.consent.state === 'withdrawn' && page.consent !== 'withdrawn') return undefined;
  return page.memory;
}
