import { NO_DETAILS } from '../../constants.ts';
import type { ReasonCode } from '../../reason-texts.ts';
import type { FormatPlan, FormatRun } from '../types.ts';
import { advanceSession } from './advance-d8a-session.ts';
import { d8aReasons, describeD8a, sourceOf } from './describe-d8a.ts';
import { findD8a } from './find-d8a.ts';
import { keepD8aInMemory } from './keep-d8a-in-memory.ts';
import { newClientId } from './new-client-id.ts';
import { callsServerForD8a, planRestore } from './plan-d8a-server.ts';
import { planWrites } from './plan-d8a-writes.ts';
import type { Finding, SessionChange } from './types.ts';

/** The stored client ID and session, else the page's own promoted, else new ones. */
export function keepD8a(run: FormatRun): FormatPlan {
  const config = run.config;
  const snapshot = run.snapshot;
  const finding = findD8a(run);
  if (finding.client.state === 'otherVersion') {
    const plan = keepD8aInMemory(run);
    const why: ReasonCode[] = ['client_id_other_version'];
    plan.reasons = why.concat(plan.reasons);
    return plan;
  }
  // An id made now would be nobody's: an engagement without a visitor stores nothing.
  if (snapshot.action === 'engage' && finding.client.state !== 'sound') return keepD8aInMemory(run);
  const restore = planRestore(run, finding);
  if (restore !== undefined) return restore;
  const outcome = {
    finding: finding,
    change: changeSession(run, finding),
    clientId: chooseClientId(run, finding),
  };
  return {
    kind: 'act',
    writes: planWrites(config, snapshot, outcome),
    erase: [],
    callsServer: callsServerForD8a(run, outcome),
    visitor: describeD8a(
      outcome.clientId,
      outcome.change.session,
      sourceOf(config, snapshot, finding),
    ),
    details: NO_DETAILS,
    memory: undefined,
    reasons: d8aReasons(config, snapshot, outcome),
  };
}

function chooseClientId(run: FormatRun, finding: Finding): string {
  if (finding.client.state === 'sound') return finding.client.value;
  if (finding.memory !== undefined) return finding.memory.clientId;
  return finding.googleClientId === undefined ? newClientId(run) : finding.googleClientId;
}

/** The page's own session is promoted as it is when consent comes: its hit has been counted. */
function changeSession(run: FormatRun, finding: Finding): SessionChange {
  const config = run.config;
  const snapshot = run.snapshot;
  if (finding.session !== undefined) {
    return advanceSession(config, snapshot, { session: finding.session, isHit: run.isHit });
  }
  const memory = finding.memory;
  if (memory === undefined || finding.client.state === 'sound') {
    return advanceSession(config, snapshot, { session: undefined, isHit: run.isHit });
  }
  const change = advanceSession(config, snapshot, {
    session: memory.session,
    isHit: run.isHit && snapshot.trigger === 'tag',
  });
  const isCounted = change.reason === 'hit_already_counted';
  return {
    session: change.session,
    isStarted: true,
    reason: isCounted ? 'session_new' : change.reason,
  };
}
