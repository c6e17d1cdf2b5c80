import type { EndpointEvent } from './endpoint-event.ts';
import type { Keyring } from './keyring.ts';

/** One website: the pages that may ask for cookies, and where the cookies live. */
export interface Site {
  /** Exact origins of the pages, such as `https://www.example.com`. */
  origins: readonly string[];
  /** Domain of the cookies, such as `example.com`; '' keeps them on the endpoint's host alone. */
  cookieDomain: string;
}

/** The configuration as it is written. */
export interface EndpointConfiguration {
  sites: readonly Site[];
  /** Secrets of at least 32 bytes. The first signs, all verify. */
  keys?: readonly string[];
  /** Path before all routes, such as `/fpid`. */
  basePath?: string;
  /** Name of the HttpOnly cookie that holds the signed server id. */
  serverCookieName?: string;
  /** Lifetime of the cookies, in days. */
  maxAgeDays?: number;
  /** How many days old a server id's cookie must be before it is set again; 0 is at every request. */
  renewalDays?: number;
  /** After how many minutes without a hit a session is over. */
  sessionTimeoutMinutes?: number;
  /** The d8a cookie prefixes in use; '' is the plain `_d8a`. */
  d8aPrefixes?: readonly string[];
  /** What the cookie names of Snowplow trackers begin with, such as `_sp_`; none are kept without. */
  snowplowPrefixes?: readonly string[];
  /** Name of the cookie whose text opts a visitor out of Snowplow; '' when there is none. */
  snowplowOptOutCookie?: string;
  /** Names of the cookies with Treasure Data's client id, such as `_td`. */
  treasureDataNames?: readonly string[];
  /** Name of the cookie of Snowplow's collector, such as `sp`; '' leaves it alone. */
  collectorCookieName?: string;
  /** Whose X-Forwarded-Proto and X-Forwarded-Host are believed. */
  trustedProxies?: readonly string[];
  host?: string;
  port?: number;
  /** Requests that one connection may make in a second; trusted proxies may make more. */
  maxRequestsPerSecond?: number;
  /** How long `/readyz` says no before the port is closed. */
  drainSeconds?: number;
  logLevel?: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Whether `/metrics` answers. */
  metrics?: boolean;
  /** Allows a start without keys; one is made that lives as long as the process. */
  development?: boolean;
}

/** The configuration with every option filled in. */
export type Configuration = Required<EndpointConfiguration>;

/** One option that was refused. */
export interface ConfigurationProblem {
  /** Such as `sites[0].cookieDomain`. */
  path: string;
  /** What stands there, as text; never a secret. */
  value: string;
  /** What may stand there. */
  accepted: string;
}

/** The loader with d8a's cookies only, and with all formats, by the file names of the package. */
export type Loaders = Readonly<Partial<Record<'loader.js' | 'loader-all.js', string>>>;

/** What depends on the world outside; platforms and tests put their own in. */
export interface Sources {
  nowMillis?: () => number;
  randomUuid?: () => string;
  /** Makes what signs and verifies; without it, one over WebCrypto. */
  createKeyring?: (secrets: readonly string[]) => Keyring;
  /** Is told what happened, for logs and metrics. Must not throw. */
  observe?: (event: EndpointEvent) => void;
  /** Whether new requests are welcome; false while the endpoint is being stopped. */
  isReady?: () => boolean;
  /** The text of `/metrics`; without it the route does not exist. */
  printMetrics?: () => Promise<string>;
  /** The texts of `/loader.js` and `/loader-all.js`; without them these routes do not exist. */
  loaders?: Loaders;
}
