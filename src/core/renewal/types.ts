import type { SessionStep, SessionToken } from '../formats/d8a/types.ts';
import type { SnowplowStep } from '../formats/snowplow/types.ts';

/** The names that identity cookies have, as configured. */
export interface IdentityNames {
  /** The d8a cookie prefixes in use; '' is the plain `_d8a`. */
  d8aPrefixes: readonly string[];
  /** The `cookieName` of Snowplow's trackers, such as `_sp_`. */
  snowplowPrefixes: readonly string[];
  /** The cookie that opts a visitor out of Snowplow; '' when there is none. */
  snowplowOptOutCookie: string;
  /** The `storage.name` of Treasure Data's SDK, such as `_td`. */
  treasureDataNames: readonly string[];
  /** The cookie of Snowplow's collector; '' leaves it alone. */
  collectorCookieName: string;
}

/** An identity cookie that parses under the strict grammar. */
export type IdentityCookie = PlainCookie | SessionCookie | SnowplowCookie;

/** One that says who the visitor is, and nothing else. */
interface PlainCookie {
  kind: 'client' | 'treasureData' | 'collector';
  name: string;
  value: string;
}

export interface SessionCookie {
  kind: 'session';
  name: string;
  value: string;
  tokens: SessionToken[];
  /** When the session was last used. */
  lastHitSeconds: number;
}

export interface SnowplowCookie {
  kind: 'snowplow';
  name: string;
  value: string;
  /** The cookie that is there while the session goes on. It is never renewed: that would revive it. */
  sessionName: string;
  lastHitSeconds: number;
}

/** The cookies of a request. A name can occur twice. */
export interface RequestCookies {
  names: readonly string[];
  /** The values under a name, in the order of the header; none where the name is not there. */
  valuesOf: (name: string) => readonly string[];
}

/** The clock and the randomness of what follows a session that is over. */
export interface NextStep {
  d8a: SessionStep;
  snowplow: SnowplowStep;
}

/** What a server does with a visitor's identity cookies. */
export interface Renewal {
  /** To set: what is renewed, and what is brought back. */
  kept: IdentityCookie[];
  /** To back up. */
  saved: IdentityCookie[];
}
