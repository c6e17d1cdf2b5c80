import type { ReasonCode } from './reason-texts.ts';

/** What the tag was fired to do. */
export type Action = 'identify' | 'engage' | 'newSession' | 'forget';

/** What a marketer configures. The words are those of the form; units are in the names. */
export interface Config {
  /** d8a property ids; each has its own session cookie. At least one. */
  propertyIds: string[];
  /** Put before both cookie names, as d8a's `cookie_prefix`. */
  cookiePrefix: string;
  /** `auto`, `none` (this host only) or a domain. */
  cookieDomain: string;
  cookieMaxAgeDays: number;
  cookieSameSite: 'Lax' | 'Strict' | 'None';
  /** Whether each hit starts the client cookie's lifetime anew. */
  cookieUpdate: boolean;
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

/** What a page, its data layers and Google say about one consent type. */
export interface ConsentSignals {
  /** Google's word on what is in force. It says `true` also when nobody has said anything. */
  isGranted: boolean;
  /** What the last consent update on this page said, as a consent listener heard it. */
  heardUpdate: boolean | undefined;
  /** What the commands in the gtag data layer say. */
  gtag: ConsentCommands;
  /** What those in `d8aLayer` say. */
  d8a: ConsentCommands;
  /** Global Privacy Control or Do Not Track, when the marketer honours it. */
  privacySignal: boolean;
}

export type ConsentState = 'unset' | 'denied' | 'granted' | 'withdrawn';

/** The state of consent, and who said so. */
export interface Consent {
  state: ConsentState;
  source: 'none' | 'default' | 'update' | 'd8a' | 'privacySignal' | 'google';
}

/** The last word of each kind of consent command about one type; `undefined`: not said. */
export interface ConsentCommands {
  byDefault: boolean | undefined;
  byUpdate: boolean | undefined;
  /** Whether any default says granted: regional defaults can disagree. */
  anyDefaultGrants: boolean;
}

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

/** One stored value of a cookie name. */
export interface StoredValue {
  value: string;
  /** The domain it lies on, '' for host-only; `undefined` where that was not looked up. */
  domain: string | undefined;
  /** Whether looking that up has removed it from the browser. */
  isRemoved: boolean;
}

/** Every value found, by cookie name. */
export type StoredValues = Record<string, StoredValue[]>;

/** What a value turned out to be, and how old it says it is. */
export interface Parsed<Value> {
  value: Value;
  bornSeconds: number;
}

/** Reads one kind of cookie; `undefined` when the text is not of that kind. */
export type Parse<Value> = (text: string) => Parsed<Value> | undefined;

/** A stored value that counts, with where it was found. */
export interface Picked<Value> {
  parsed: Value;
  found: StoredValue;
}

/** An identity kept only by the page, in the text of the cookies it would have. */
export interface MemoryIdentity {
  client: string;
  session: string;
}

/** Who counts the hits of a session cookie on this page, and the last event counted. */
export interface HitClaim {
  writer: string;
  eventId: number;
}

/** The identity as the page, the data layer event and the variables show it. */
export interface Identity {
  clientId: string;
  sessionId: string;
  sessionNumber: number;
  isNewSession: boolean;
  engaged: boolean;
  /** Hits counted in this session; the first is 1. */
  hitNumber: number;
  serverId: string;
  consent: ConsentState;
  source: 'cookie' | 'localStorage' | 'restored' | 'promoted' | 'new' | 'memory' | 'none';
  /** Domain of the cookies; '' when they belong to this host alone or there are none. */
  cookieDomain: string;
  reasons: ReasonCode[];
}

/** `window.firstPartyId`: the identity, and what tags and loader on one page share. */
export interface PageState extends Identity {
  version: number;
  startedMillis: number;
  memory: MemoryIdentity | undefined;
  /** Whether the page was counted in memory only. */
  isHitPending: boolean;
  claims: Record<string, HitClaim>;
  /** The cookie attributes of the last write, to see that they changed. */
  attributes: string;
}

/** Whether the endpoint was asked in this run to bring back lost cookies, and what it said. */
export type Restore =
  { state: 'notAsked' } | { state: 'answered' | 'unreachable'; askedFor: string[] };

/** What storage holds of an identity, and what the page has kept in memory until now. */
export interface Finding {
  client: Picked<string> | undefined;
  session: Picked<SessionToken[]> | undefined;
  memory: { clientId: string; session: SessionToken[] } | undefined;
}

/** A finding, and what this run makes of its session. */
export interface Outcome {
  finding: Finding;
  change: SessionChange;
  clientId: string;
}

/** What a plan leaves behind beside the visit itself. */
export interface PageChanges {
  cookieDomain: string;
  serverId: string;
  memory: MemoryIdentity | undefined;
  isHitPending: boolean;
  attributes: string;
}

/** Everything a decision depends on. */
export interface Snapshot {
  action: Action;
  /** Whether the tag fired, or consent changed on a page where it had fired before. */
  trigger: 'tag' | 'consentChange';
  nowMillis: number;
  /** Four random integers, 0 to 2147483646. */
  randoms: number[];
  consent: Consent;
  /** Empty when consent does not permit to read. */
  stored: StoredValues;
  /** Where cookies stick; `undefined` when the browser keeps none. */
  cookieDomain: string | undefined;
  serverId: string;
  page: PageState | undefined;
  /** Names the container that fires the tag, so that hits are counted once. */
  writer: string;
  eventId: number;
  restore: Restore;
}

/** A client ID and a session on their way to the visitor's next hit. */
export interface Visit {
  clientId: string;
  session: SessionToken[];
  source: Identity['source'];
  reasons: ReasonCode[];
}

/** What one run does to a session. */
export interface SessionChange {
  session: SessionToken[];
  isStarted: boolean;
  reason: ReasonCode;
}

/** A value to keep, under its cookie name. */
export interface StoredWrite {
  name: string;
  value: string;
}

/** What to do, and why. */
export type Plan =
  /** Ask the endpoint for lost cookies, read again, and decide again. */
  | {
      kind: 'askServer';
      /** Cookie names that are missing or damaged. */
      askFor: string[];
      /** Names to remove first: the endpoint leaves alone what it cannot read. */
      erase: string[];
    }
  | ActPlan;

/** Carry this out, and publish the page state. */
export interface ActPlan {
  kind: 'act';
  writes: StoredWrite[];
  /** Names to remove on every domain of the host. */
  erase: string[];
  server: 'none' | 'renew' | 'forget';
  page: PageState;
}
