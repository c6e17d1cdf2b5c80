import type { LiveState } from './panel/live-state.ts';
import { showState } from './panel/live-panel.ts';
import { statusLine } from './panel/status-line.ts';
import { describeMessage, isConsentUpdate, readIdentity } from './read-message.ts';
import { RequestLog } from './request-log.ts';
import type { EndpointCall } from './routed-network.ts';
import { say } from './say.ts';

/** What feeds the live view. */
export interface Live {
  see(message: unknown): void;
  report(call: EndpointCall): void;
  isUpdateSent(): boolean;
}

const mostMessages = 20;

/** Keeps the live view up to date: at every message and request, and once a second for the cookies. */
export function startLive(): Live {
  const log = new RequestLog();
  const known = { identity: undefined, isUpdateSent: false, hiddenCookies: [] };
  const state: Omit<LiveState, 'cookies' | 'nowMillis'> = {
    ...known,
    calls: log.calls,
    messages: [],
  };
  const messages: LiveState['messages'][number][] = [];

  const show = (): void =>
    showState({ ...state, messages, cookies: document.cookie, nowMillis: Date.now() });
  const lookForHidden = async (): Promise<void> => {
    state.hiddenCookies = await fetchHiddenCookies();
    show();
  };
  const hear = (message: unknown): void => {
    const identity = readIdentity(message);
    if (!identity) return;
    state.identity = identity;
    log.explain(identity.reasons ?? []);
    say(statusLine(identity));
  };

  setInterval(show, 1000);
  void lookForHidden();
  return {
    see: (message) => {
      messages.unshift(describeMessage(message, Date.now()));
      messages.splice(mostMessages);
      state.isUpdateSent ||= isConsentUpdate(message);
      hear(message);
      show();
    },
    report: (call) => {
      log.report(call);
      show();
      if (call.isAnswered !== undefined) void lookForHidden();
    },
    isUpdateSent: () => state.isUpdateSent,
  };
}

/** Which of the endpoint's HttpOnly cookies this browser sends; only the server can tell. */
async function fetchHiddenCookies(): Promise<string[]> {
  try {
    const names: unknown = await (await fetch('/hidden-cookies')).json();
    return Array.isArray(names) ? names.map(String) : [];
  } catch {
    return [];
  }
}
