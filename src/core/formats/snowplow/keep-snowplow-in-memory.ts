import type { ReasonCode } from '../../reason-texts.ts';
import type { SnowplowConfig } from '../../types.ts';
import { isHitPending } from '../pending-hit.ts';
import { quietPlan } from '../quiet-plan.ts';
import type { FormatActPlan, FormatRun } from '../types.ts';
import { advanceSnowplowSession } from './advance-snowplow-session.ts';
import { describeNobody, describeSnowplow, snowplowDetails } from './describe-snowplow.ts';
import { findInMemory, isSessionRecent, newVisitor } from './find-snowplow.ts';
import { printSnowplowId } from './snowplow-cookies.ts';

/** A user and a session that the page keeps for itself. */
export function keepSnowplowInMemory(run: FormatRun, snowplow: SnowplowConfig): FormatActPlan {
  if (snowplow.anonymousTracking === 'anonymous') {
    return describeNobody(snowplow, 'snowplow_anonymous');
  }
  const known = findInMemory(run);
  const id = known === undefined ? newVisitor(run) : known;
  const change = advanceSnowplowSession(run, {
    id: id,
    isAlive: isSessionRecent(run, id),
    isNew: known === undefined,
    isHit: run.isHit && run.snapshot.trigger === 'tag',
  });
  const why: ReasonCode[] = ['snowplow_id_memory'];
  return quietPlan({
    visitor: describeSnowplow(change.id, 'memory'),
    details: snowplowDetails(change.id, snowplow),
    memory: { values: { id: printSnowplowId(change.id) }, isHitPending: isHitPending(run) },
    reasons: why.concat(change.reasons),
  });
}
