import type { ReasonCode } from '../../reason-texts.ts';
import type { Picked } from '../../types.ts';

/** One token of a d8a session cookie: a key character and its text. */
export interface SessionToken {
  key: string;
  value: string;
}

/** The clock and the randomness that a session step needs. */
export interface SessionStep {
  nowSeconds: number;
  timeoutSeconds: number;
  /** Three random integers, 0 to 2147483646. */
  randoms: number[];
}

/** What one run does to a session. */
export interface SessionChange {
  session: SessionToken[];
  isStarted: boolean;
  reason: ReasonCode;
}

/** What storage holds of an identity, and what the page has kept in memory until now. */
export interface Finding {
  client: Picked<string> | undefined;
  session: Picked<SessionToken[]> | undefined;
  memory: { clientId: string; session: SessionToken[] } | undefined;
  /** Google Analytics' client ID, where it is to be taken over. */
  googleClientId: string | undefined;
}

/** A finding, and what this run makes of its session. */
export interface Outcome {
  finding: Finding;
  change: SessionChange;
  clientId: string;
}
