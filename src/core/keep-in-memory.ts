import type { FormatActPlan, Member } from './formats/types.ts';
import { nextPageState } from './page-state.ts';
import type { ReasonCode } from './reason-texts.ts';
import type { PageState, Plan, Snapshot } from './types.ts';

/** An identity that lives as long as the page: nothing is read, written or erased. */
export function keepInMemory(members: Member[], snapshot: Snapshot, why: ReasonCode[]): Plan {
  return {
    kind: 'act',
    writes: [],
    erase: [],
    server: 'none',
    page: pageInMemory(members, snapshot, why),
  };
}

/** The page state around identities in memory: the page's own, or new ones after a withdrawal. */
export function pageInMemory(members: Member[], snapshot: Snapshot, why: ReasonCode[]): PageState {
  const plans: FormatActPlan[] = members.map((member) => member.format.keepInMemory(member.run));
  return nextPageState(members, snapshot, {
    plans: plans,
    why: why,
    cookieDomain: '',
    serverId: snapshot.consent.state === 'withdrawn' ? '' : snapshot.serverId,
    attributes: '',
  });
}
