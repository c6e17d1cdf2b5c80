import type { ReasonCode } from '../../reason-texts.ts';

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

/** What lies under a name. */
export type Reading<Value> =
  { state: 'absent' | 'malformed' | 'otherVersion'; name: string } | SoundReading<Value>;

export interface SoundReading<Value> {
  state: 'sound';
  name: string;
  value: Value;
  /** With its duplicates, so that it has to be written again. */
  isRemoved: boolean;
}

/** What storage holds of an identity, and what the page has kept in memory until now. */
export interface Finding {
  client: Reading<string>;
  /** One a property. */
  sessions: Reading<SessionToken[]>[];
  /** The first of them that is sound: all properties share a session. */
  session: SessionToken[] | undefined;
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
