import { getRequestHeader } from './apis.ts';
import type { ClientForm, OriginDecision, Site } from './types.ts';

/**
 * Who may get a cookie: CORS hides an answer's body from a foreign page, but the browser keeps the
 * answer's cookies. The exact origin of a site; or no origin, and a browser that says the request
 * comes from the same site.
 */
export function decideOrigin(form: ClientForm): OriginDecision {
  const fetchSite = getRequestHeader('sec-fetch-site') || '';
  if (fetchSite === 'cross-site') return { refusal: 'a request from another site' };
  const origin = getRequestHeader('origin') || '';
  const page = origin === '' ? refererOrigin() : origin;
  const siteOfPage = form.sites.filter((site) => site.origins.indexOf(page) !== -1)[0];
  const isSameSite = fetchSite === 'same-origin' || fetchSite === 'same-site';
  if (siteOfPage === undefined && (origin !== '' || !isSameSite)) {
    return { refusal: 'an origin that is not configured' };
  }
  const hostname = readHostname(form);
  const site = siteOfPage === undefined ? siteOfHost(form.sites, hostname) : siteOfPage;
  const knownPage = siteOfPage === undefined ? '' : page;
  if (site === undefined || !canKeepCookies(site, hostname, knownPage)) {
    return { refusal: 'a host that cannot set cookies for the site' };
  }
  const isSecure = knownPage === '' || knownPage.indexOf('https:') === 0;
  return { refusal: undefined, site: site, hostname: hostname, isSecure: isSecure };
}

/** Browsers write a Referer's origin as they write an Origin: all before the path. */
function refererOrigin(): string {
  const referer = getRequestHeader('referer') || '';
  const path = referer.indexOf('/', 8);
  return path < 0 ? referer : referer.slice(0, path);
}

/** The name in the Host, without its port; '' for one that is no name. */
function readHostname(form: ClientForm): string {
  const forwarded = form.trustForwardedHost ? getRequestHeader('x-forwarded-host') || '' : '';
  const own = forwarded === '' ? getRequestHeader('host') || '' : forwarded;
  const host = (own.split(',')[0] || '').trim().toLowerCase();
  const found = host.match('^([a-z0-9-]+([.][a-z0-9-]+)*)(:[0-9]{1,5})?$');
  return found === null ? '' : found[1] || '';
}

/** The site of a host; of several, the one with the narrowest domain. */
function siteOfHost(sites: Site[], hostname: string): Site | undefined {
  return sites
    .filter((site) => canKeepCookies(site, hostname, ''))
    .sort((one, other) => other.cookieDomain.length - one.cookieDomain.length)[0];
}

/** Whether cookies set by this host reach the site's pages. */
function canKeepCookies(site: Site, hostname: string, page: string): boolean {
  if (hostname === '') return false;
  if (site.cookieDomain !== '') return isOnDomain(hostname, site.cookieDomain);
  const pages = page === '' ? site.origins : [page];
  return pages.some((origin) => hostOf(origin) === hostname);
}

/** RFC 6265, 5.1.3: a host domain-matches when it is the domain, or ends with a dot and it. */
function isOnDomain(host: string, domain: string): boolean {
  return host === domain || host.slice(-domain.length - 1) === '.' + domain;
}

function hostOf(origin: string): string {
  return (origin.split('/')[2] || '').split(':')[0] || '';
}
