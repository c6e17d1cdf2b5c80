import type {
  Action,
  Config,
  Consent,
  ConsentCommands,
  PageState,
  Restore,
  Snapshot,
  StoredValues,
} from '../../core/types.ts';
import type { ReasonCode } from '../../core/reason-texts.ts';

/** Why the tag cannot run, and where to say so. */
export interface Problem {
  problem: ReasonCode;
  dataLayerName: string;
}

/** What the form says, or the reason why the tag cannot run with it. */
export type Form = ValidForm | Problem;

/** A form the tag can run with. */
export interface ValidForm {
  problem: undefined;
  action: Action;
  config: Config;
  dataLayerName: string;
  /** Whether Global Privacy Control or Do Not Track is on, and honoured. */
  privacySignal: boolean;
  /** What is odd about the form, though the tag can run. */
  notes: ReasonCode[];
}

/** What makes one run different from another of the same form. */
export interface RunStart {
  trigger: Snapshot['trigger'];
  eventId: number;
  /** Tells Google how the tag ended; the first call counts. */
  close: (isSuccess: boolean) => void;
}

/** How a call to the endpoint ended. */
export type ServerAnswer = 'server_answered' | 'server_unreachable' | 'server_timeout';

/** One call to the endpoint, for all runs that need it at the same time. */
export interface ServerCall {
  url: string;
  isForgetting: boolean;
  isSent: boolean;
  waiters: ((answer: ServerAnswer) => void)[];
}

/** How a cookie is written. */
export interface CookieSettings {
  /** '' for this host only. */
  domain: string;
  sameSite: Config['cookieSameSite'];
  /** `undefined` for a cookie that ends with the browser session; 0 removes. */
  maxAgeSeconds: number | undefined;
}

/** What all runs of this template in one container share, for the page's life. */
export interface SharedState {
  /** Names this container among others on the page. */
  writer: string;
  /** Listeners that exist, by what they listen for. */
  listening: Record<string, boolean>;
  /** The last consent update heard, by consent type. */
  heardUpdates: Record<string, boolean>;
  /** Calls to the endpoint that have not ended, in their order; the first one is under way. */
  calls: ServerCall[];
  /** The page state, for pages where `window.firstPartyId` is somebody else's. */
  page: PageState | undefined;
}

/** One run: a firing of the tag, or a change of consent. */
export interface Run extends RunStart {
  form: ValidForm;
  action: Action;
  /** The form's configuration; once storage is read, with the names settled. */
  config: Config;
  startedMillis: number;
  shared: SharedState;
  /** Whether the run waits for a consent update. */
  isWaiting: boolean;
  /** Whether Google's record of consent can be copied; the page can make that throw. */
  isRecordReadable: boolean;
  isDataLayerRead: boolean;
  /** What the consent commands in the data layers say about the form's consent type. */
  gtag: ConsentCommands;
  d8a: ConsentCommands;
  /** Whether `window.firstPartyId` is ours, or nobody's. */
  isPageOurs: boolean;
  page: PageState | undefined;
  /** `undefined` until it is resolved. */
  consent: Consent | undefined;
  stored: StoredValues;
  cookieDomain: string | undefined;
  hasLocalStorage: boolean;
  serverId: string;
  restore: Restore;
  /** Reasons that the template adds to those of the core. */
  notes: ReasonCode[];
}
