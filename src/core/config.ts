/** What a marketer configures. The words are those of the form; units are in the names. */
export interface Config {
  /** Whether the d8a cookies are kept. */
  d8a: boolean;
  /** Snowplow's cookies; `undefined` when they are not kept. */
  snowplow: SnowplowConfig | undefined;
  /** Treasure Data's cookies; `undefined` when they are not kept. */
  treasureData: TreasureDataConfig | undefined;
  /** Whether a visitor who is new in one format gets there the id that the others have. */
  oneVisitorId: boolean;
  /** Whether a visitor who is new to d8a gets there Google Analytics' client ID, if there is one. */
  adoptGoogleClientId: boolean;
  /** d8a property ids; each has its own session cookie. At least one when d8a is on. */
  propertyIds: string[];
  /** Put before both d8a cookie names, as d8a's `cookie_prefix`. */
  cookiePrefix: string;
  /** `auto`, `none` (this host only) or a domain. */
  cookieDomain: string;
  cookieMaxAgeDays: number;
  cookieSameSite: 'Lax' | 'Strict' | 'None';
  /** Whether each hit starts the client cookie's lifetime anew. */
  cookieUpdate: boolean;
  /** Where d8a's values lie; with `none` no format keeps anything. */
  storage: 'cookie' | 'localStorage' | 'none';
  sessionTimeoutMinutes: number;
  /** How long a page must have been open before `engage` counts. */
  engagementSeconds: number;
  /** Who counts hits and rolls sessions over: this tag, or the tracker on the page. */
  sessionKeeper: 'thisTag' | 'tracker';
  /** The Google consent type that permits storage, such as `analytics_storage`. */
  consentType: string;
  /** What to do while nobody has said anything about consent. */
  unsetConsent: 'grant' | 'wait';
  /** What to do with stored values when consent is withdrawn. */
  onWithdrawal: 'erase' | 'keep';
  /** How long to wait for a consent update before the first decision; 0 does not wait. */
  waitForUpdateMillis: number;
  /** Endpoint without scheme, such as `www.example.com/fpid`; empty when there is none. */
  serverUrl: string;
}

/** How the Snowplow tracker on this site is set up, in its own words. */
export interface SnowplowConfig {
  /** Its `cookieName`: what stands before `id.` and `ses.`; `_sp_` unless changed. */
  cookieName: string;
  /** The four hex digits that end its cookie names; '' computes them once a page. */
  hash: string;
  /** What the digits were computed from on this page; '' when they were given. */
  hashedText: string;
  /** `cookieAndLocalStorage` keeps its state in cookies, as `cookie` does. */
  stateStorage: 'cookie' | 'cookieAndLocalStorage' | 'localStorage' | 'none';
  anonymousTracking: 'off' | 'anonymous' | 'withSessionTracking';
  /** Name of the cookie whose presence opts out; '' when there is none. */
  optOutCookie: string;
}

/** How Treasure Data's SDK on this site is set up, in its own words. */
export interface TreasureDataConfig {
  /** Its `storage.name`; `_td` unless changed. */
  cookieName: string;
  /** Whether a visitor who has chosen neither mode is in signed mode. */
  startInSignedMode: boolean;
  /** Whether the choice of mode lies in local storage instead of a cookie. */
  storeConsentByLocalStorage: boolean;
}
