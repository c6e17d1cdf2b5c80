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
    const settings = {
      domain: domain,
      sameSite: write.sameSite,
      maxAgeSeconds: write.maxAgeSeconds,
    };
    writeCookie(write.name, write.value, settings);
    if (!isAmongOthers(write)) return;
    eraseElsewhere(write.name, domain);
    // Some cookie stores take a host's own cookie and one of its domain for the same.
    if (!isKept(write)) writeCookie(write.name, write.value, settings);
  });
  if (!cookies.every(isKept)) run.notes.push('cookie_not_kept');
}

/** A browser drops without a word what it does not want, such as a cookie that https has reserved. */
function isKept(write: StoredWrite): boolean {
  return getCookieValues(write.name, false).indexOf(write.value) !== -1;
}

function isAmongOthers(write: StoredWrite): boolean {
  return isKept(write) && getCookieValues(write.name, false).length > 1;
}

/**
 * What lay alone on another domain now stands beside the value just written. A narrower one would
 * outlive it, and a wider one, beside a domain that the form names, would be read in its place.
 */
function eraseElsewhere(name: string, domain: string): void {
  cookieDomainCandidates(getUrl('host'))
    .filter((candidate) => candidate !== domain)
    .forEach((candidate) => eraseCookie(name, candidate));
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
