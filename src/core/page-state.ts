import { consentReasons } from './consent-reasons.ts';
import { NOBODY, PAGE_STATE_VERSION } from './constants.ts';
import { claimHits } from './count-hit.ts';
import type { FormatActPlan, FormatDetails, Member } from './formats/types.ts';
import { nextMemory } from './page-memory.ts';
import type { ReasonCode } from './reason-texts.ts';
import type { PageState, Snapshot } from './types.ts';

/** What a run leaves behind for the page. */
export interface PageResult {
  /** One a member; none when the visitor is forgotten. */
  plans: FormatActPlan[];
  /** Reasons beside those of the formats. */
  why: ReasonCode[];
  cookieDomain: string;
  serverId: string;
  attributes: string;
}

/** The page state that a plan publishes: the visitor of the first format, and what others add. */
export function nextPageState(
  members: Member[],
  snapshot: Snapshot,
  result: PageResult,
): PageState {
  const first = result.plans[0];
  const visitor = first === undefined ? NOBODY : first.visitor;
  const details = detailsOf(snapshot, result.plans);
  return {
    clientId: visitor.clientId,
    sessionId: visitor.sessionId,
    sessionNumber: visitor.sessionNumber,
    isNewSession: visitor.isNewSession,
    engaged: visitor.engaged,
    hitNumber: visitor.hitNumber,
    serverId: result.serverId,
    consent: snapshot.consent.state,
    source: visitor.source,
    cookieDomain: result.cookieDomain,
    snowplow: details.snowplow,
    treasureData: details.treasureData,
    reasons: reasonsOf(snapshot, result),
    version: PAGE_STATE_VERSION,
    startedMillis: snapshot.page === undefined ? snapshot.nowMillis : snapshot.page.startedMillis,
    memory: nextMemory(members, snapshot, result.plans),
    claims: claimHits(counterNames(members), snapshot),
    attributes: result.attributes,
    snowplowHash: hashOf(members, snapshot),
  };
}

/** Another tag of the page may keep a format that this one does not. */
function detailsOf(snapshot: Snapshot, plans: FormatActPlan[]): FormatDetails {
  const page = snapshot.page;
  const isOver = snapshot.action === 'forget' || snapshot.consent.state === 'withdrawn';
  const isAnother = page !== undefined && !isOver;
  const details: FormatDetails = {
    snowplow: isAnother ? page.snowplow : undefined,
    treasureData: isAnother ? page.treasureData : undefined,
  };
  plans.forEach((plan) => {
    if (plan.details.snowplow !== undefined) details.snowplow = plan.details.snowplow;
    if (plan.details.treasureData !== undefined) details.treasureData = plan.details.treasureData;
  });
  return details;
}

/** Formats that do the same for the same reason say it once. */
function reasonsOf(snapshot: Snapshot, result: PageResult): ReasonCode[] {
  return result.plans
    .reduce((sofar, plan) => sofar.concat(plan.reasons), result.why)
    .reduce(
      (sofar, reason) => (sofar.indexOf(reason) === -1 ? sofar.concat([reason]) : sofar),
      consentReasons(snapshot.consent),
    );
}

function counterNames(members: Member[]): string[] {
  return members.reduce(
    (sofar, member) => sofar.concat(member.format.counters(member.run.config)),
    [] as string[],
  );
}

function hashOf(members: Member[], snapshot: Snapshot): PageState['snowplowHash'] {
  const snowplow = members[0] === undefined ? undefined : members[0].run.config.snowplow;
  if (snowplow !== undefined && snowplow.hashedText !== '') {
    return { text: snowplow.hashedText, digits: snowplow.hash };
  }
  return snapshot.page === undefined ? undefined : snapshot.page.snowplowHash;
}
