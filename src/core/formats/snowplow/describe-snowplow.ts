import type { SnowplowConfig, VisitorIdentity } from '../../types.ts';
import { NOBODY } from '../../constants.ts';
import type { ReasonCode } from '../../reason-texts.ts';
import { quietPlan } from '../quiet-plan.ts';
import type { FormatActPlan, FormatDetails } from '../types.ts';
import type { SnowplowId } from './types.ts';

/** A Snowplow identity in the words of all formats. */
export function describeSnowplow(
  id: SnowplowId,
  source: VisitorIdentity['source'],
): VisitorIdentity {
  return {
    clientId: id.userId,
    sessionId: id.sessionId,
    sessionNumber: id.visitCount,
    isNewSession: id.eventIndex <= 1,
    engaged: false,
    hitNumber: id.eventIndex,
    source: source,
  };
}

/** And in Snowplow's own. */
export function snowplowDetails(id: SnowplowId, snowplow: SnowplowConfig): FormatDetails {
  return {
    snowplow: {
      domainUserId: id.userId,
      domainSessionId: id.sessionId,
      domainSessionIndex: id.visitCount,
      eventIndex: id.eventIndex,
      hash: snowplow.hash,
    },
    treasureData: undefined,
  };
}

/** A visitor of whom nothing is kept, not even for the page. */
export function describeNobody(snowplow: SnowplowConfig, why: ReasonCode): FormatActPlan {
  return quietPlan({
    visitor: NOBODY,
    details: {
      snowplow: {
        domainUserId: '',
        domainSessionId: '',
        domainSessionIndex: 0,
        eventIndex: 0,
        hash: snowplow.hash,
      },
      treasureData: undefined,
    },
    memory: undefined,
    reasons: [why],
  });
}
