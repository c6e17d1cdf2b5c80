import { patchChildren } from '../patch.ts';
import { consentView } from './consent-view.ts';
import { cookiesView } from './cookies-view.ts';
import { identityView } from './identity-view.ts';
import type { LiveState, LiveView } from './live-state.ts';
import { messagesView } from './messages-view.ts';
import { reasonsView } from './reasons-view.ts';
import { requestsView } from './requests-view.ts';

/** By the id of the place that each fills. */
const views: Readonly<Record<string, LiveView>> = {
  'view-consent': consentView,
  'view-identity': identityView,
  'view-cookies': cookiesView,
  'view-reasons': reasonsView,
  'view-requests': requestsView,
  'view-events': messagesView,
};

/** Shows the state in every part of the panel. */
export function showState(state: LiveState): void {
  for (const [id, view] of Object.entries(views)) {
    const host = document.getElementById(id);
    if (host) patchChildren(host, view(state));
  }
}
