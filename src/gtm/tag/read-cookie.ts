import { cookieDomainCandidates } from '../../core/cookie-domain.ts';
import type { StoredValue } from '../../core/types.ts';
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
export function separateDuplicates(name: string): StoredValue[] {
  const removed: StoredValue[] = [];
  cookieDomainCandidates(getUrl('host'))
    .reverse()
    .forEach((domain) => {
      const before = getCookieValues(name, false);
      if (before.length < 2) return;
      eraseCookie(name, domain);
      missingFrom(getCookieValues(name, false), before).forEach((value) => {
        removed.push({ value: value, domain: domain, isRemoved: true });
      });
    });
  return removed.concat(readCookie(name));
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
