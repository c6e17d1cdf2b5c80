import { isRetryHit } from '../../ask-server.ts';
import { hasDuplicates } from '../../stored-values.ts';
import type { Picked, SnowplowConfig } from '../../types.ts';
import type { FormatActPlan, FormatRun } from '../types.ts';
import { advanceSnowplowSession } from './advance-snowplow-session.ts';
import type { SnowplowChange } from './advance-snowplow-session.ts';
import { describeSnowplow, snowplowDetails } from './describe-snowplow.ts';
import {
  findInMemory,
  isSessionRecent,
  isSessionStored,
  newUserId,
  newVisitor,
} from './find-snowplow.ts';
import { planSnowplowWrites } from './plan-snowplow-writes.ts';
import { withUser } from './snowplow-cookies.ts';
import { idNameOf } from './snowplow-names.ts';
import { snowplowReasons, sourceOfId } from './snowplow-reasons.ts';
import type { SnowplowId } from './types.ts';

/** The stored user and session, else the page's own promoted, else new ones. */
export function keepSnowplowStored(
  run: FormatRun,
  snowplow: SnowplowConfig,
  stored: Picked<SnowplowId> | undefined,
): FormatActPlan {
  const change = stored === undefined ? begin(run) : goOn(run, snowplow, stored.parsed);
  const visit = { stored: stored, change: change };
  return {
    kind: 'act',
    writes: run.snapshot.action === 'engage' ? [] : planSnowplowWrites(run, snowplow, visit),
    erase: [],
    callsServer: callsServerForSnowplow(run, snowplow, change),
    visitor: describeSnowplow(change.id, sourceOfId(run, snowplow, stored)),
    details: snowplowDetails(change.id, snowplow),
    memory: undefined,
    reasons: snowplowReasons(run, snowplow, stored).concat(change.reasons),
  };
}

function goOn(run: FormatRun, snowplow: SnowplowConfig, id: SnowplowId): SnowplowChange {
  return advanceSnowplowSession(run, {
    id: withModesUser(run, snowplow, id),
    isAlive: isSessionStored(run, snowplow),
    isNew: false,
    isHit: run.isHit,
  });
}

/** An anonymous session has no user; it gets a new one when the mode is off again. */
function withModesUser(run: FormatRun, snowplow: SnowplowConfig, id: SnowplowId): SnowplowId {
  if (snowplow.anonymousTracking !== 'off') return withUser(id, '');
  return id.userId === '' ? withUser(id, newUserId(run)) : id;
}

/** The page's own session is promoted as it is when consent comes: its hit has been counted. */
function begin(run: FormatRun): SnowplowChange {
  const memory = findInMemory(run);
  const id = memory === undefined ? newVisitor(run) : memory;
  const change = advanceSnowplowSession(run, {
    id: id,
    isAlive: isSessionRecent(run, id),
    isNew: memory === undefined,
    isHit: run.isHit && (memory === undefined || run.snapshot.trigger === 'tag'),
  });
  return { id: change.id, isStarted: true, isUsed: true, reasons: ['snowplow_session_started'] };
}

/** Called when a session starts, when something is missing or in conflict; never otherwise. */
function callsServerForSnowplow(
  run: FormatRun,
  snowplow: SnowplowConfig,
  change: SnowplowChange,
): boolean {
  if (!run.mayCallServer) return false;
  if (change.isStarted || hasDuplicates(run.snapshot, [idNameOf(snowplow)])) return true;
  return isRetryHit(run, change.id.eventIndex);
}
