import { NO_DETAILS } from '../../constants.ts';
import { isForeign, readClient, findSession } from './find-d8a.ts';
import { pickStored } from '../../pick-stored.ts';
import type { ReasonCode } from '../../reason-texts.ts';
import { valuesOf } from '../../stored-values.ts';
import type { FormatPlan, FormatRun } from '../types.ts';
import { advanceSession } from './advance-d8a-session.ts';
import { parseD8aClient, parseD8aSession } from './d8a-cookies.ts';
import { clientNameOf, sessionNames } from './d8a-names.ts';
import { d8aReasons, describeD8a, sourceOf } from './describe-d8a.ts';
import { findGoogleClientId } from './google-client.ts';
import { keepD8aInMemory } from './keep-d8a-in-memory.ts';
import { newClientId } from './new-client-id.ts';
import { callsServerForD8a, planRestore } from './plan-d8a-server.ts';
import { planWrites } from './plan-d8a-writes.ts';
import type { Finding, SessionChange } from './types.ts';

/** The stored client ID and session, else the page's own promoted, else new ones. */
export function keepD8a(run: FormatRun): FormatPlan {
  const config = run.config;
  const snapshot = run.snapshot;
  if (isForeign(valuesOf(snapshot, clientNameOf(config)), readClient)) {
    const plan = keepD8aInMemory(run);
    const why: ReasonCode[] = ['client_id_other_version'];
    plan.reasons = why.concat(plan.reasons);
    return plan;
  }
  const finding = findIdentity(run);
  // An id made now would be nobody's: an engagement without a visitor stores nothing.
  if (snapshot.action === 'engage' && finding.client === undefined) return keepD8aInMemory(run);
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

function findIdentity(run: FormatRun): Finding {
  return {
    client: pickStored(valuesOf(run.snapshot, clientNameOf(run.config)), readClient),
    session: findSession(run.snapshot, sessionNames(run.config)),
    memory: findMemory(run),
    googleClientId: findGoogleClientId(run),
  };
}

function findMemory(run: FormatRun): Finding['memory'] {
  if (run.memory === undefined) return undefined;
  const clientId = parseD8aClient(run.memory.values.client || '');
  const session = parseD8aSession(run.memory.values.session || '');
  if (clientId === undefined || session === undefined) return undefined;
  return { clientId: clientId, session: session };
}

function chooseClientId(run: FormatRun, finding: Finding): string {
  if (finding.client !== undefined) return finding.client.parsed;
  if (finding.memory !== undefined) return finding.memory.clientId;
  return finding.googleClientId === undefined ? newClientId(run) : finding.googleClientId;
}

/** The page's own session is promoted as it is when consent comes: its hit has been counted. */
function changeSession(run: FormatRun, finding: Finding): SessionChange {
  const config = run.config;
  const snapshot = run.snapshot;
  if (finding.session !== undefined) {
    return advanceSession(config, snapshot, { session: finding.session.parsed, isHit: run.isHit });
  }
  const memory = finding.memory;
  if (memory === undefined || finding.client !== undefined) {
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
