import type { Config } from './config.ts';
import type { ReasonCode } from './reason-texts.ts';

export type { Config, SnowplowConfig, TreasureDataConfig } from './config.ts';

/** What the tag was fired to do. */
export type Action = 'identify' | 'engage' | 'newSession' | 'forget';

/** What a page, its data layers and Google say about one consent type. */
export interface ConsentSignals {
  /** Google's word on what is in force. It says `true` also when nobody has said anything. */
  isGranted: boolean;
  /** What Google's own record says about the type; `undefined` where there is none. */
  entry: ConsentEntry | undefined;
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

/** The default and the update in force of one consent type; `undefined`: not said. */
export interface ConsentEntry {
  byDefault: boolean | undefined;
  byUpdate: boolean | undefined;
}

/** The last word of each kind of consent command about one type. */
export interface ConsentCommands extends ConsentEntry {
  /** Whether any default says granted: regional defaults can disagree. */
  anyDefaultGrants: boolean;
}

/**
 * Where a value lies: in a cookie, with others under our one key of local storage, or under a key
 * of local storage that has the value's own name.
 */
export type Store = 'cookie' | 'localStorage' | 'localStorageKey';

/** A name under which a value can lie. */
export interface StoredEntry {
  name: string;
  store: Store;
}

/** An entry to read. */
export interface ReadEntry extends StoredEntry {
  /** Whether its duplicates may be removed; somebody else's entry is read and left alone. */
  isOurs: boolean;
}

/** A value to keep. The host adds domain, path and Secure. */
export interface StoredWrite extends StoredEntry {
  value: string;
  /** `undefined` ends with the browser session. Local storage of its own key has no lifetime. */
  maxAgeSeconds: number | undefined;
  sameSite: Config['cookieSameSite'];
}

/** What names depend on beside the configuration. */
export interface Place {
  /** The page's host. */
  host: string;
  /** Where cookies stick; `undefined` when that is unknown or nowhere. */
  cookieDomain: string | undefined;
  page: PageState | undefined;
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

/** Who counts the hits of a session cookie on this page, and the last event counted. */
export interface HitClaim {
  writer: string;
  eventId: number;
}

/** What a page keeps of one format while nothing may be stored. */
export interface FormatMemory {
  /** Values by a word of the format, in the text of the cookies they would be. */
  values: Record<string, string>;
  /** Whether a page view was counted in memory only. */
  isHitPending: boolean;
}

/** Snowplow's identity: its `domain_userid`, `domain_sessionid` and `domain_sessionidx`. */
export interface SnowplowIdentity {
  domainUserId: string;
  domainSessionId: string;
  domainSessionIndex: number;
  /** Events of this session so far. */
  eventIndex: number;
  /** The four digits that end its cookie names. */
  hash: string;
}

/** Treasure Data's identity. Its `td_ssc_id` is the identity's `serverId`. */
export interface TreasureDataIdentity {
  /** Its `td_client_id`; '' in anonymous mode. */
  clientId: string;
  /** Its `td_global_id`, when its SDK has fetched one. */
  globalId: string;
  isSigned: boolean;
  areEventsBlocked: boolean;
}

/** A visitor and a session, in the words of all formats. */
export interface VisitorIdentity {
  clientId: string;
  sessionId: string;
  sessionNumber: number;
  isNewSession: boolean;
  engaged: boolean;
  /** Hits counted in this session; the first is 1. */
  hitNumber: number;
  source: 'cookie' | 'localStorage' | 'restored' | 'promoted' | 'new' | 'memory' | 'none';
}

/**
 * The identity as the page, the data layer event and the variables show it. The visitor is that of
 * the first format that is on: d8a, else Snowplow, else Treasure Data.
 */
export interface Identity extends VisitorIdentity {
  serverId: string;
  consent: ConsentState;
  /** Domain of the cookies; '' when they belong to this host alone or there are none. */
  cookieDomain: string;
  snowplow: SnowplowIdentity | undefined;
  treasureData: TreasureDataIdentity | undefined;
  reasons: ReasonCode[];
}

/** `window.firstPartyId`: the identity, and what tags and loader on one page share. */
export interface PageState extends Identity {
  version: number;
  startedMillis: number;
  /** What is kept in memory, by format. */
  memory: Record<string, FormatMemory>;
  /** Who counts hits, by session cookie. */
  claims: Record<string, HitClaim>;
  /** The digits of Snowplow's cookie names, once computed on this page. */
  snowplowHash: { text: string; digits: string } | undefined;
  /** The cookie attributes of the last write, to see that they changed. */
  attributes: string;
}

/** Whether the endpoint was asked in this run to bring back lost cookies, and what it said. */
export type Restore =
  { state: 'notAsked' } | { state: 'answered' | 'unreachable'; askedFor: string[] };

/** Everything a decision depends on. */
export interface Snapshot {
  action: Action;
  /** Whether the tag fired, or consent changed on a page where it had fired before. */
  trigger: 'tag' | 'consentChange';
  nowMillis: number;
  /** RANDOM_COUNT random integers, 0 to 2147483646. */
  randoms: number[];
  consent: Consent;
  /** Empty when consent does not permit to read. */
  stored: StoredValues;
  /** The page's host. */
  host: string;
  /** Where cookies stick; `undefined` when the browser keeps none, or no format uses them. */
  cookieDomain: string | undefined;
  /** Whether local storage can be written; `false` also when no format uses it. */
  hasLocalStorage: boolean;
  serverId: string;
  page: PageState | undefined;
  /** Names the container that fires the tag, so that hits are counted once. */
  writer: string;
  eventId: number;
  restore: Restore;
}

/** What to do, and why. */
export type Plan =
  /** Ask the endpoint for lost cookies, read again, and decide again. */
  | {
      kind: 'askServer';
      /** Cookie names that are missing or damaged. */
      askFor: string[];
      /** What to remove first: the endpoint leaves alone what it cannot read. */
      erase: StoredEntry[];
      /** What to write first: values that reading has removed with their duplicates. */
      writes: StoredWrite[];
    }
  | ActPlan;

/** Carry this out, and publish the page state. */
export interface ActPlan {
  kind: 'act';
  writes: StoredWrite[];
  /** What to remove, cookies on every domain of the host. */
  erase: StoredEntry[];
  server: 'none' | 'renew' | 'forget';
  page: PageState;
}
