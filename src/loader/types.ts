import type { Config, Identity } from '../core/types.ts';

/** What the loader can be told beside the words of the tag's form. */
export interface LoaderConfig extends Config {
  /** Name of the data layer with Google's consent commands; '' finds it out. */
  dataLayerName: string;
  /** Whether Global Privacy Control and Do Not Track count as a refusal. */
  privacySignal: boolean;
  /** Where the visitor is, ISO 3166-2: `ES`, `US-CA`. Without it regional defaults are ignored. */
  region: string;
  /** Whether `history.pushState` and the back button count as hits. */
  countNavigation: boolean;
  /** Whether to say on the console what is done, and what is wrong with the options. */
  debug: boolean;
}

/** What other options make, and what may be a function. */
type NotWritten =
  'serverUrl' | 'cookieDomain' | 'd8a' | 'snowplow' | 'treasureData' | 'oneVisitorId';

type Written<Value> = Value extends string[] ? Value | string : Value;

/** The options as a page writes them. */
export type LoaderOptions = {
  [Name in Exclude<keyof LoaderConfig, NotWritten>]?: Written<LoaderConfig[Name]>;
} & {
  /** Text, or a function that is called with the page's host name. */
  serverUrl?: string | ((host: string) => string);
  cookieDomain?: string | ((host: string) => string);
};

/** What `window.firstPartyId` can do, beside saying which identity is in use. */
export interface FirstPartyId {
  /** Fulfilled with the first identity. */
  ready: Promise<Identity>;
  /** The identity as it is now. */
  get(): Identity;
  /** Calls the listener whenever the identity or its session changes; answers how to stop that. */
  on(event: 'change', listener: (identity: Identity) => void): () => void;
  /** Counts a page view that the browser has not loaded. */
  hit(): Promise<Identity>;
  newSession(): Promise<Identity>;
  /** Erases the visitor, here and at the endpoint. */
  forget(): Promise<Identity>;
  /** The visitor's choice, for pages without Google's consent commands. */
  setConsent(state: 'granted' | 'denied'): void;
  /** As in Treasure Data's SDK: the server id of the cookie, else, or if forced, of the endpoint. */
  fetchServerCookie(
    success: (serverId: string) => void,
    error?: (error: Error) => void,
    force?: boolean,
  ): void;
}
