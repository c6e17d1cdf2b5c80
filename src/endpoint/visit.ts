import { DAY_SECONDS } from '../core/renewal/constants.ts';
import type { RequestCookies } from '../core/renewal/types.ts';
import { parseCookieHeader } from './cookie-header.ts';
import type { Keyring } from './keyring.ts';
import type { OriginDecision } from './origin.ts';
import type { CookieScope } from './set-cookie.ts';
import type { Configuration, Sources } from './types.ts';

/** Routes without these do not exist. */
type Optional = 'printMetrics' | 'loaders';

/** What the routes work with for as long as the endpoint runs. */
export interface Endpoint {
  configuration: Configuration;
  keyring: Keyring;
  sources: Required<Omit<Sources, Optional>> & Pick<Sources, Optional>;
}

/** A request that may get cookies. */
export interface Visit {
  endpoint: Endpoint;
  /** The site's cookie domain, or the request's host where the site has none. */
  domainName: string;
  cookies: RequestCookies;
  nowSeconds: number;
  /** Attributes of every cookie that is set. */
  scope: CookieScope;
}

export function openVisit(
  cookieHeader: string | undefined,
  decision: Extract<OriginDecision, { kind: 'allowed' }>,
  endpoint: Endpoint,
): Visit {
  const { site, hostname, isSecure } = decision;
  return {
    endpoint,
    domainName: site.cookieDomain === '' ? hostname : site.cookieDomain,
    cookies: parseCookieHeader(cookieHeader ?? ''),
    nowSeconds: Math.floor(endpoint.sources.nowMillis() / 1000),
    scope: {
      domain: site.cookieDomain,
      maxAgeSeconds: endpoint.configuration.maxAgeDays * DAY_SECONDS,
      isSecure,
    },
  };
}
