import { PAGE_STATE_VERSION } from './constants.ts';
import { claimHits } from './count-hit.ts';
import { readToken, readTokenNumber } from './formats/d8a.ts';
import type { Config, PageChanges, PageState, SessionToken, Snapshot, Visit } from './types.ts';

/** The page state that a plan publishes. */
export function nextPageState(
  config: Config,
  snapshot: Snapshot,
  result: { visit: Visit; changes: PageChanges },
): PageState {
  const visit = result.visit;
  const changes = result.changes;
  const hitNumber = tokenNumber(visit.session, 'j', -1) + 1;
  return {
    clientId: visit.clientId,
    sessionId: readToken(visit.session, 's') || '',
    sessionNumber: tokenNumber(visit.session, 'o', 0),
    isNewSession: visit.session.length > 0 && hitNumber <= 1,
    engaged: readToken(visit.session, 'g') === '1',
    hitNumber: hitNumber,
    serverId: changes.serverId,
    consent: snapshot.consent.state,
    source: visit.source,
    cookieDomain: changes.cookieDomain,
    reasons: visit.reasons,
    version: PAGE_STATE_VERSION,
    startedMillis: snapshot.page === undefined ? snapshot.nowMillis : snapshot.page.startedMillis,
    memory: changes.memory,
    isHitPending: changes.isHitPending,
    claims: claimHits(config, snapshot),
    attributes: changes.attributes,
  };
}

function tokenNumber(session: SessionToken[], key: string, otherwise: number): number {
  const number = readTokenNumber(session, key);
  return number === undefined ? otherwise : number;
}
