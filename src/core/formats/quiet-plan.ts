import type { FormatMemory, VisitorIdentity } from '../types.ts';
import type { ReasonCode } from '../reason-texts.ts';
import type { FormatActPlan, FormatDetails } from './types.ts';

/** A plan that stores and removes nothing, and calls nobody. */
export function quietPlan(parts: {
  visitor: VisitorIdentity;
  details: FormatDetails;
  memory: FormatMemory | undefined;
  reasons: ReasonCode[];
}): FormatActPlan {
  return {
    kind: 'act',
    writes: [],
    erase: [],
    callsServer: false,
    visitor: parts.visitor,
    details: parts.details,
    memory: parts.memory,
    reasons: parts.reasons,
  };
}
