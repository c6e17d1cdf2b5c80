import { cookieDomainCandidates } from '../../core/cookie-domain.ts';
import type { Config, StoredValue } from '../../core/types.ts';
import { getCookieValues, getUrl } from './apis.ts';
import { eraseCookie } from './write-cookie.ts';

/** Every value under a name, undecoded: decoding a malformed one would throw. */
export function readCookie(name: string): StoredValue[] {
  return getCookieValues(name, false).map((value) => ({
    value: value,
    domain: undefined,
    isRemoved: false,
  }));
}

/**
 * As readCookie, but of several values under one name only the one on the widest domain stays.
 *
 * A browser does not say on which domain a cookie lies. Removing them one domain at a time, from
 * this host alone outwards, shows it: what disappears has lain there. The core may write it again.
 */
export function separateDuplicates(name: string, domains: string[]): StoredValue[] {
  const removed: StoredValue[] = [];
  domains.forEach((domain) => {
    const before = getCookieValues(name, false);
    if (before.length < 2) return;
    eraseCookie(name, domain);
    missingFrom(getCookieValues(name, false), before).forEach((value) => {
      removed.push({ value: value, domain: domain, isRemoved: true });
    });
  });
  // Longer paths come first (RFC 6265, 5.4): out of reach, and on this part of the site alone.
  return removed.concat(readCookie(name).slice(-1));
}

/** Where duplicates can lie, this host alone first; the widest domain that is known keeps its cookie. */
export function duplicateDomains(config: Config, cookieDomain: string | undefined): string[] {
  const all = cookieDomainCandidates(getUrl('host'));
  const isWidest = config.cookieDomain === 'auto' && cookieDomain !== undefined;
  return all.slice(isWidest ? all.indexOf(cookieDomain) + 1 : 0).reverse();
}

function missingFrom(after: string[], before: string[]): string[] {
  const left = after.slice();
  return before.filter((value) => {
    const index = left.indexOf(value);
    if (index === -1) return true;
    left.splice(index, 1);
    return false;
  });
}
