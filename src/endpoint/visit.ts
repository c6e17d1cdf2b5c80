import { parseCookieHeader, type CookieHeader } from './cookie-header.ts';
import type { Keyring } from './keyring.ts';
import type { OriginDecision } from './origin.ts';
import type { CookieScope } from './set-cookie.ts';
import type { Configuration, Sources } from './types.ts';

/** What the routes work with for as long as the endpoint runs. */
export interface Endpoint {
  configuration: Configuration;
  keyring: Keyring;
  sources: Required<Sources>;
}

/** A request that may get cookies. */
export interface Visit {
  endpoint: Endpoint;
  request: Request;
  /** The site's cookie domain, or the request's host where the site has none. */
  domainName: string;
  cookies: CookieHeader;
  /** Attributes of every cookie that is set. */
  scope: CookieScope;
}

export function openVisit(
  request: Request,
  decision: Extract<OriginDecision, { kind: 'allowed' }>,
  endpoint: Endpoint,
): Visit {
  const { site, hostname, isSecure } = decision;
  return {
    endpoint,
    request,
    domainName: site.cookieDomain === '' ? hostname : site.cookieDomain,
    cookies: parseCookieHeader(request.headers.get('cookie') ?? ''),
    scope: {
      domain: site.cookieDomain,
      maxAgeSeconds: endpoint.configuration.maxAgeDays * 86400,
      isSecure,
    },
  };
}
