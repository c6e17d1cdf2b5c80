import type { ReasonCode } from '../../reason-texts.ts';
import { storageReasons, wasAskedFor } from '../../stored-values.ts';
import type { Config, Snapshot, VisitorIdentity } from '../../types.ts';
import { readToken, readTokenNumber } from './d8a-cookies.ts';
import { d8aNames } from './d8a-names.ts';
import type { Finding, Outcome, SessionToken } from './types.ts';

/** A client ID and a session as the page shows them. */
export function describeD8a(
  clientId: string,
  session: SessionToken[],
  source: VisitorIdentity['source'],
): VisitorIdentity {
  const index = readTokenNumber(session, 'j');
  const hitNumber = index === undefined ? 0 : index + 1;
  return {
    clientId: clientId,
    sessionId: readToken(session, 's') || '',
    sessionNumber: readTokenNumber(session, 'o') || 0,
    isNewSession: session.length > 0 && hitNumber <= 1,
    engaged: readToken(session, 'g') === '1',
    hitNumber: hitNumber,
    source: source,
  };
}

/** Where the client ID comes from. */
export function sourceOf(
  config: Config,
  snapshot: Snapshot,
  finding: Finding,
): VisitorIdentity['source'] {
  if (finding.client.state !== 'sound') return finding.memory === undefined ? 'new' : 'promoted';
  if (wasAskedFor(snapshot, finding.client.name)) return 'restored';
  return config.storage === 'localStorage' ? 'localStorage' : 'cookie';
}

/** Why it is this client ID and this session. */
export function d8aReasons(config: Config, snapshot: Snapshot, outcome: Outcome): ReasonCode[] {
  return clientReasons(snapshot, outcome.finding)
    .concat(sessionReasons(snapshot, outcome))
    .concat(storageReasons(config, snapshot, d8aNames(config)));
}

function clientReasons(snapshot: Snapshot, finding: Finding): ReasonCode[] {
  const client = finding.client;
  if (client.state === 'sound') {
    return [wasAskedFor(snapshot, client.name) ? 'client_id_restored' : 'client_id_stored'];
  }
  const chosen = reasonOfNewId(finding);
  return client.state === 'malformed' ? ['client_id_malformed', chosen] : [chosen];
}

function reasonOfNewId(finding: Finding): ReasonCode {
  if (finding.memory !== undefined) return 'client_id_promoted';
  return finding.googleClientId === undefined ? 'client_id_new' : 'client_id_adopted';
}

function sessionReasons(snapshot: Snapshot, outcome: Outcome): ReasonCode[] {
  const sessions = outcome.finding.sessions;
  const reasons: ReasonCode[] = [];
  if (sessions.some((reading) => reading.state === 'malformed')) {
    reasons.push('session_malformed');
  }
  if (sessions.some((reading) => reading.state === 'otherVersion')) {
    reasons.push('session_other_version');
  }
  if (sessions.some((reading) => wasAskedFor(snapshot, reading.name))) {
    reasons.push(
      outcome.finding.session === undefined ? 'session_not_restored' : 'session_restored',
    );
  }
  return reasons.concat([outcome.change.reason]);
}
