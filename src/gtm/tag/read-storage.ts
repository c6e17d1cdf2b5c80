import { permitsStorage } from '../../core/consent/resolve-consent.ts';
import { SERVER_ID_COOKIE } from '../../core/constants.ts';
import { storedNames } from '../../core/cookie-names.ts';
import { findCookieDomain } from './find-cookie-domain.ts';
import { getCookieValues } from './apis.ts';
import { readCookie, separateDuplicates } from './read-cookie.ts';
import { isLocalStorageUsable, readLocalValues } from './local-values.ts';
import type { Consent } from '../../core/types.ts';
import type { Run } from './types.ts';

/**
 * Reads what consent permits: everything to keep it, the names there are to erase them, and
 * otherwise nothing. Blocked storage can make this throw; the run then goes on without it.
 */
export function readStorage(run: Run): void {
  if (run.consent === undefined) return;
  const mayKeep = permitsStorage(run.config, run.consent) && run.action !== 'forget';
  if (!mayKeep && !isErasing(run, run.consent)) return;
  if (run.config.storage === 'localStorage') {
    run.stored = readLocalValues(storedNames(run.config));
    if (mayKeep && isLocalStorageUsable()) run.cookieDomain = '';
  }
  run.serverId = getCookieValues(SERVER_ID_COOKIE, false)[0] || '';
  if (run.config.storage !== 'cookie') return;
  if (mayKeep) run.cookieDomain = findCookieDomain(run);
  storedNames(run.config).forEach((name) => {
    run.stored[name] = mayKeep ? separateDuplicates(name) : readCookie(name);
  });
}

function isErasing(run: Run, consent: Consent): boolean {
  if (run.action === 'forget') return true;
  return consent.state === 'withdrawn' && run.config.onWithdrawal === 'erase';
}
