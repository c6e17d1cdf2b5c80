import { MAX_RANDOM, PROBE_COOKIE } from '../../core/constants.ts';
import { configuredDomainCandidates } from '../../core/cookie-domain.ts';
import { generateRandom, getCookieValues, getUrl } from './apis.ts';
import { eraseCookie, writeCookie } from './write-cookie.ts';
import type { Run } from './types.ts';

/**
 * The first domain on which the browser keeps a cookie of ours; `undefined` when it keeps none.
 *
 * The sandbox's own `domain: 'auto'` takes an identical cookie that was there before for a
 * success, so the probe has a new value each time. The answer holds for the page.
 */
export function findCookieDomain(run: Run): string | undefined {
  const configured = run.config.cookieDomain;
  if (configured === 'auto' && run.page !== undefined && run.page.attributes !== '') {
    return run.page.cookieDomain;
  }
  const candidates = configuredDomainCandidates(configured, getUrl('host'));
  const accepted = candidates.filter(firstAccepted());
  const isRefused = configured !== 'auto' && configured !== 'none' && accepted[0] !== candidates[0];
  if (isRefused && accepted.length > 0) run.notes.push('cookie_domain_refused');
  return accepted[0];
}

/** A test that probes candidates until one is accepted, and none after that. */
function firstAccepted(): (domain: string) => boolean {
  let isFound = false;
  return (domain) => {
    if (isFound) return false;
    isFound = acceptsCookie(domain);
    return isFound;
  };
}

function acceptsCookie(domain: string): boolean {
  const value = 'p' + generateRandom(0, MAX_RANDOM);
  writeCookie(PROBE_COOKIE, value, { domain: domain, sameSite: 'Lax', maxAgeSeconds: undefined });
  const isKept = getCookieValues(PROBE_COOKIE, false).indexOf(value) !== -1;
  if (isKept) eraseCookie(PROBE_COOKIE, domain);
  return isKept;
}
