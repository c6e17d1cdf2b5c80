import type { Identity } from '../../../core/types.ts';
import type { LoggedCall } from '../request-log.ts';
import type { SeenMessage } from '../read-message.ts';

/** All that the live view shows. */
export interface LiveState {
  /** What the tag said last; `undefined` until it has spoken. */
  identity: Partial<Identity> | undefined;
  /** Whether the page has sent a consent update. */
  isUpdateSent: boolean;
  /** `document.cookie`. */
  cookies: string;
  /** Cookies of the endpoint that no script can see. */
  hiddenCookies: readonly string[];
  calls: readonly LoggedCall[];
  messages: readonly SeenMessage[];
  nowMillis: number;
}

/** One part of the panel. */
export type LiveView = (state: LiveState) => Node[];
