import { permitsStorage } from '../../core/consent/resolve-consent.ts';
import { GOOGLE_CLIENT_COOKIE, SERVER_ID_COOKIE, TD_GLOBAL } from '../../core/constants.ts';
import { allFormats } from '../../core/formats/all-formats.ts';
import {
  namesNeedDomain,
  settleNames,
  storedEntries,
  usesStore,
} from '../../core/stored-entries.ts';
import { findCookieDomain } from './find-cookie-domain.ts';
import { getCookieValues, getUrl, queryPermission } from './apis.ts';
import { duplicateDomains, readCookie, separateDuplicates } from './read-cookie.ts';
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
  const needsDomain = mayKeep || namesNeedDomain(run.config);
  const hasCookies = usesStore(formats, run.config, 'cookie');
  const cookieDomain = needsDomain && hasCookies ? findCookieDomain(run) : undefined;
  run.config = settleNames(formats, run.form.config, {
    host: getUrl('host'),
    cookieDomain: cookieDomain,
    page: run.page,
  });
  const entries = storedEntries(formats, run.config);
  const cookies = entries.filter((entry) => entry.store === 'cookie');
  // What is there but hidden would be overwritten: the run then has nowhere to write.
  if (mayKeep && !cookies.every((entry) => isDispensable(entry) || mayRead(entry))) return;
  const domains = duplicateDomains(run.config, cookieDomain);
  cookies.filter(mayRead).forEach((entry) => {
    const isSeparated = mayKeep && entry.isOurs;
    run.stored[entry.name] = isSeparated
      ? separateDuplicates(entry.name, domains)
      : readCookie(entry.name);
  });
  run.cookieDomain = cookieDomain;
  readLocal(run, entries, mayKeep);
}

/** Last, since local storage can throw at every use; without it the cookies still count. */
function readLocal(run: Run, entries: ReadEntry[], mayKeep: boolean): void {
  const local = entries.filter((entry) => entry.store !== 'cookie');
  const isUsable = mayKeep && local.length > 0 && isLocalStorageUsable();
  local.forEach((entry) => {
    run.stored[entry.name] = readLocalEntry(entry);
  });
  run.hasLocalStorage = isUsable;
}

function readLocalEntry(entry: ReadEntry): StoredValue[] {
  return entry.store === 'localStorage' ? readLocalValue(entry.name) : readLocalKey(entry.name);
}

/** A policy of the page's, or the container's owner, can refuse single names. */
function mayRead(entry: ReadEntry): boolean {
  return queryPermission('get_cookies', entry.name);
}

/** Without these the visitor is still known, and so is what they have refused. */
function isDispensable(entry: ReadEntry): boolean {
  return [GOOGLE_CLIENT_COOKIE, TD_GLOBAL].indexOf(entry.name) !== -1;
}

function isErasing(run: Run, consent: Consent): boolean {
  if (run.action === 'forget') return true;
  return consent.state === 'withdrawn' && run.config.onWithdrawal === 'erase';
}
