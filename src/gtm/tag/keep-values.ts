import { cookieDomainCandidates } from '../../core/cookie-domain.ts';
import type { StoredEntry, StoredWrite } from '../../core/types.ts';
import { getCookieValues, getUrl } from './apis.ts';
import { eraseLocalKey, eraseLocalValues, writeLocalValues } from './local-values.ts';
import { eraseCookie, writeCookie } from './write-cookie.ts';
import type { Run } from './types.ts';

/** Writes values, each to its store. */
export function writeValues(run: Run, writes: StoredWrite[]): void {
  const domain = run.cookieDomain || '';
  writeLocalValues(writes.filter((write) => write.store === 'localStorage'));
  const cookies = writes.filter((write) => write.store === 'cookie');
  cookies.forEach((write) => {
    writeCookie(write.name, write.value, {
      domain: domain,
      sameSite: write.sameSite,
      maxAgeSeconds: write.maxAgeSeconds,
    });
    eraseNarrower(write.name, domain);
  });
  if (!cookies.every(isKept)) run.notes.push('cookie_not_kept');
}

/** A browser drops without a word what it does not want, such as a cookie that https has reserved. */
function isKept(write: StoredWrite): boolean {
  return getCookieValues(write.name, false).indexOf(write.value) !== -1;
}

/** What lay alone on a narrower domain would now stand beside the value just written, and outlive it. */
function eraseNarrower(name: string, domain: string): void {
  if (getCookieValues(name, false).length < 2) return;
  const domains = cookieDomainCandidates(getUrl('host'));
  domains.slice(domains.indexOf(domain) + 1).forEach((narrower) => eraseCookie(name, narrower));
}

/** Removes values, cookies from every domain they may lie on. */
export function eraseValues(entries: StoredEntry[]): void {
  const domains = cookieDomainCandidates(getUrl('host'));
  eraseLocalValues(entries.filter((entry) => entry.store === 'localStorage'));
  entries
    .filter((entry) => entry.store === 'cookie')
    .forEach((entry) => domains.forEach((domain) => eraseCookie(entry.name, domain)));
  entries
    .filter((entry) => entry.store === 'localStorageKey')
    .forEach((entry) => eraseLocalKey(entry.name));
}
