import type { PageState } from '../../core/types.ts';
import { callLater, createQueue, setInWindow } from './apis.ts';
import { EVENT_NAME } from './constants.ts';
import { mayUseDataLayer } from './read-data-layers.ts';
import type { Problem, Run, RunStart } from './types.ts';

/** Shares the page state with other tags, containers and variables on this page. */
export function publishPage(run: Run, page: PageState): void {
  run.shared.page = page;
  if (run.isPageOurs) setInWindow('firstPartyId', page, true);
}

/** Pushes the `first_party_id` event: in Preview it says which identity was used, and why. */
export function publishEvent(dataLayerName: string, page: PageState): void {
  pushEvent(dataLayerName, {
    clientId: page.clientId,
    sessionId: page.sessionId,
    sessionNumber: page.sessionNumber,
    isNewSession: page.isNewSession,
    engaged: page.engaged,
    hitNumber: page.hitNumber,
    serverId: page.serverId,
    consent: page.consent,
    source: page.source,
    cookieDomain: page.cookieDomain,
    snowplow: page.snowplow,
    treasureData: page.treasureData,
    reasons: page.reasons,
  });
}

/** Says why there is no identity, and ends the tag as failed. */
export function publishProblem(found: Problem, close: RunStart['close']): void {
  pushEvent(found.dataLayerName, { reasons: [found.problem] });
  callLater(() => close(false));
}

function pushEvent(dataLayerName: string, identity: unknown): void {
  // A page may have put something else in the data layer's place, which cannot be pushed to.
  callLater(() => {
    if (!mayUseDataLayer(dataLayerName)) return;
    // Google merges lists in the data layer entry by entry; the null keeps old reasons out.
    createQueue(dataLayerName)(
      { firstPartyId: null },
      { event: EVENT_NAME, firstPartyId: identity },
    );
  });
}
