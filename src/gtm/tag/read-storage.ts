import { permitsStorage } from '../../core/consent/resolve-consent.ts';
import { SERVER_ID_COOKIE } from '../../core/constants.ts';
import { allFormats } from '../../core/formats/all-formats.ts';
import {
  namesNeedDomain,
  settleNames,
  storedEntries,
  usesStore,
} from '../../core/stored-entries.ts';
import { findCookieDomain } from './find-cookie-domain.ts';
import { getCookieValues, getUrl } from './apis.ts';
import { readCookie, separateDuplicates } from './read-cookie.ts';
import { isLocalStorageUsable, readLocalKey, readLocalValue } from './local-values.ts';
import type { Consent, ReadEntry, StoredValue } from '../../core/types.ts';
import type { Run } from './types.ts';

/**
 * Reads what consent permits: everything to keep it, the names there are to erase them, and
 * otherwise nothing. Blocked storage can make this throw; the run then goes on without it.
 */
export function readStorage(run: Run): void {
  if (run.consent === undefined) return;
  const mayKeep = permitsStorage(run.config, run.consent) && run.action !== 'forget';
  if (!mayKeep && !isErasing(run, run.consent)) return;
  run.serverId = getCookieValues(SERVER_ID_COOKIE, false)[0] || '';
  if (run.config.storage === 'none') return;
  const formats = allFormats();
  if (mayKeep && usesStore(formats, run.config, 'localStorage')) {
    run.hasLocalStorage = isLocalStorageUsable();
  }
  if ((mayKeep || namesNeedDomain(run.config)) && usesStore(formats, run.config, 'cookie')) {
    run.cookieDomain = findCookieDomain(run);
  }
  run.config = settleNames(formats, run.form.config, {
    host: getUrl('host'),
    cookieDomain: run.cookieDomain,
    page: run.page,
  });
  storedEntries(formats, run.config).forEach((entry) => {
    run.stored[entry.name] = readEntry(entry, mayKeep);
  });
}

function readEntry(entry: ReadEntry, mayKeep: boolean): StoredValue[] {
  if (entry.store === 'localStorage') return readLocalValue(entry.name);
  if (entry.store === 'localStorageKey') return readLocalKey(entry.name);
  return mayKeep && entry.isOurs ? separateDuplicates(entry.name) : readCookie(entry.name);
}

function isErasing(run: Run, consent: Consent): boolean {
  if (run.action === 'forget') return true;
  return consent.state === 'withdrawn' && run.config.onWithdrawal === 'erase';
}
