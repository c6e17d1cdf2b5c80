/** One website: the pages that may ask for cookies, and where the cookies live. */
export interface Site {
  /** Exact origins of the pages, such as `https://www.example.com`. */
  origins: string[];
  /** Domain of the cookies, such as `example.com`; '' keeps them on the endpoint's host alone. */
  cookieDomain: string;
}

/** The configuration as it is written. */
export interface EndpointConfiguration {
  sites: Site[];
  /** Secrets of at least 32 bytes. The first signs, all verify. */
  keys?: string[];
  /** Path before all routes, such as `/fpid`. */
  basePath?: string;
  /** Lifetime of the cookies, in days. */
  maxAgeDays?: number;
  /** After how many minutes without a hit a session is over. */
  sessionTimeoutMinutes?: number;
  /** The d8a cookie prefixes in use; '' is the plain `_d8a`. */
  d8aPrefixes?: string[];
  /** Whether a proxy in front sets X-Forwarded-Proto and X-Forwarded-Host. */
  trustProxy?: boolean;
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

/** What depends on the world outside; tests put their own in. */
export interface Sources {
  nowMillis?: () => number;
  randomUuid?: () => string;
}
