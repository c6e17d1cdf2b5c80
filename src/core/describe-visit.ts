import { consentReasons } from './consent-reasons.ts';
import { sessionNames } from './cookie-names.ts';
import { isForeign, isMalformed, readClient, readSession, valuesOf } from './find-stored.ts';
import { d8aClientName } from './formats/d8a.ts';
import { hasDuplicates } from './plan-server.ts';
import { haveAttributesChanged } from './plan-writes.ts';
import type { ReasonCode } from './reason-texts.ts';
import type { Config, Finding, Identity, Outcome, Snapshot, Visit } from './types.ts';

/** The visit as it is published: which identity, from where, and why. */
export function describeVisit(config: Config, snapshot: Snapshot, outcome: Outcome): Visit {
  return {
    clientId: outcome.clientId,
    session: outcome.change.session,
    source: sourceOf(config, snapshot, outcome.finding),
    reasons: consentReasons(snapshot.consent)
      .concat(clientReasons(config, snapshot, outcome.finding))
      .concat(sessionReasons(config, snapshot, outcome))
      .concat(hasDuplicates(config, snapshot) ? ['duplicate_removed'] : [])
      .concat(haveAttributesChanged(config, snapshot) ? ['attributes_changed'] : []),
  };
}

function sourceOf(config: Config, snapshot: Snapshot, finding: Finding): Identity['source'] {
  if (finding.client === undefined) return finding.memory === undefined ? 'new' : 'promoted';
  if (wasAskedFor(snapshot, d8aClientName(config.cookiePrefix))) return 'restored';
  return config.storage === 'localStorage' ? 'localStorage' : 'cookie';
}

function clientReasons(config: Config, snapshot: Snapshot, finding: Finding): ReasonCode[] {
  const name = d8aClientName(config.cookiePrefix);
  if (finding.client !== undefined) {
    return [wasAskedFor(snapshot, name) ? 'client_id_restored' : 'client_id_stored'];
  }
  const chosen: ReasonCode = finding.memory === undefined ? 'client_id_new' : 'client_id_promoted';
  const isDamaged = isMalformed(valuesOf(snapshot.stored, name), readClient);
  return isDamaged ? ['client_id_malformed', chosen] : [chosen];
}

function sessionReasons(config: Config, snapshot: Snapshot, outcome: Outcome): ReasonCode[] {
  const names = sessionNames(config);
  const reasons: ReasonCode[] = [];
  if (names.some((name) => isMalformed(valuesOf(snapshot.stored, name), readSession))) {
    reasons.push('session_malformed');
  }
  if (names.some((name) => isForeign(valuesOf(snapshot.stored, name), readSession))) {
    reasons.push('session_other_version');
  }
  if (wasAskedFor(snapshot, names[0] || '')) {
    reasons.push(
      outcome.finding.session === undefined ? 'session_not_restored' : 'session_restored',
    );
  }
  return reasons.concat([outcome.change.reason]);
}

function wasAskedFor(snapshot: Snapshot, name: string): boolean {
  const restore = snapshot.restore;
  return restore.state !== 'notAsked' && restore.askedFor.indexOf(name) !== -1;
}
