/** What the ten fields of an `_sp_id` cookie say. Texts are '' when they are absent. */
export interface SnowplowId {
  userId: string;
  createdSeconds: number;
  /** Sessions so far; the first is 1. */
  visitCount: number;
  /** When the last event was. */
  nowSeconds: number;
  /** When the last event of the session before was. */
  lastVisitSeconds: number | undefined;
  sessionId: string;
  previousSessionId: string;
  firstEventId: string;
  firstEventMillis: number | undefined;
  /** Events of this session. */
  eventIndex: number;
}

/** The clock, and what stands in for what a cookie does not say. */
export interface SnowplowStep {
  nowMillis: number;
  /** Sessions so far, where no cookie says it. */
  visitCount: number;
  /** A new session's id. */
  sessionId: string;
}
