import { cookieDomainCandidates } from '../../core/cookie-domain.ts';
import type { StoredWrite } from '../../core/types.ts';
import { getCookieValues, getUrl } from './apis.ts';
import { eraseLocalValues, writeLocalValues } from './local-values.ts';
import { eraseCookie, writeCookie } from './write-cookie.ts';
import type { Run } from './types.ts';

/** Writes values to where the form says they are kept. */
export function writeValues(run: Run, writes: StoredWrite[]): void {
  const days = run.config.cookieMaxAgeDays;
  const maxAgeSeconds = days > 0 ? days * 86400 : undefined;
  if (run.config.storage === 'localStorage') {
    writeLocalValues(writes, maxAgeSeconds);
    return;
  }
  const domain = run.cookieDomain || '';
  writes.forEach((write) => {
    writeCookie(write.name, write.value, {
      domain: domain,
      sameSite: run.config.cookieSameSite,
      maxAgeSeconds: maxAgeSeconds,
    });
    eraseNarrower(write.name, domain);
  });
  if (!writes.every(isKept)) run.notes.push('cookie_not_kept');
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

/** Removes values, from every domain they may lie on. */
export function eraseValues(run: Run, names: string[]): void {
  if (run.config.storage === 'localStorage') {
    eraseLocalValues(names);
    return;
  }
  const domains = cookieDomainCandidates(getUrl('host'));
  names.forEach((name) => domains.forEach((domain) => eraseCookie(name, domain)));
}
