import { isOnDomain } from './is-on-domain.ts';
import type { Incoming } from './incoming.ts';
import { publicPlace, type PublicPlace } from './public-place.ts';
import type { Site } from './types.ts';

/**
 * Who may get a cookie. It is decided before any cookie is made: CORS hides an answer's body from
 * a foreign page, but the browser keeps the answer's cookies.
 */
export type OriginDecision =
  | { kind: 'allowed'; site: Site; hostname: string; isSecure: boolean }
  | { kind: 'refused'; reason: RefusalReason };

export type RefusalReason =
  | 'a request from another site'
  | 'an origin that is not configured'
  | 'a host that cannot set cookies for the site';

export function decideOrigin(incoming: Incoming, sites: readonly Site[]): OriginDecision {
  const { headers } = incoming.request;
  const fetchSite = headers.get('sec-fetch-site');
  if (fetchSite === 'cross-site') return refuse('a request from another site');

  // No browser sends an empty one, and some platforms drop it: it counts as none on all of them.
  const origin = headers.get('origin') || null;
  const page = origin ?? refererOrigin(headers);
  const siteOfPage = sites.find(({ origins }) => origins.includes(page));
  const isFromHere = origin === null && (fetchSite === 'same-origin' || fetchSite === 'same-site');
  if (siteOfPage === undefined && !isFromHere) return refuse('an origin that is not configured');

  const place = publicPlace(incoming);
  const site = siteOfPage ?? siteOfHost(sites, place.hostname);
  const knownPage = siteOfPage === undefined ? undefined : page;
  if (site === undefined || !canKeepCookies(site, place.hostname, knownPage)) {
    return refuse('a host that cannot set cookies for the site');
  }
  const isSecure = needsSecure(site, place, knownPage);
  return { kind: 'allowed', site, hostname: place.hostname, isSecure };
}

function refuse(reason: RefusalReason): OriginDecision {
  return { kind: 'refused', reason };
}

/** Browsers write a Referer's origin as they write an Origin: all before the path. */
function refererOrigin(headers: Headers): string {
  const referer = headers.get('referer') ?? '';
  const path = referer.indexOf('/', 'https://'.length);
  return path < 0 ? referer : referer.slice(0, path);
}

/** The site of a host; of several, the one with the narrowest domain. */
function siteOfHost(sites: readonly Site[], hostname: string): Site | undefined {
  return sites
    .filter((site) => canKeepCookies(site, hostname, undefined))
    .sort((one, other) => other.cookieDomain.length - one.cookieDomain.length)[0];
}

/** Whether cookies set by this host reach the site's pages. */
function canKeepCookies(site: Site, hostname: string, page: string | undefined): boolean {
  if (site.cookieDomain !== '') return isOnDomain(hostname, site.cookieDomain);
  const pages = page === undefined ? site.origins : [page];
  return pages.some((origin) => new URL(origin).hostname === hostname);
}

/** Cookies are Secure except for pages on http that the configuration names. */
function needsSecure(site: Site, place: PublicPlace, page: string | undefined): boolean {
  if (page !== undefined) return page.startsWith('https:');
  return place.isHttps || !site.origins.some((origin) => origin.startsWith('http:'));
}
