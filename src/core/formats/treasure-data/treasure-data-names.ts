import {
  SERVER_ID_COOKIE,
  TD_BLOCK_EVENTS,
  TD_GLOBAL,
  TD_PROBE,
  TD_SIGNED,
} from '../../constants.ts';
import { cookieDomainCandidates } from '../../cookie-domain.ts';
import { presentEntries, valuesOf } from '../../stored-values.ts';
import type { ReadEntry, StoredEntry, TreasureDataConfig } from '../../types.ts';
import type { FormatRun } from '../types.ts';

/** The client id, and what the SDK notes beside it: that is read, and never written. */
export function treasureDataEntries(settings: TreasureDataConfig): ReadEntry[] {
  const isLocal = settings.storeConsentByLocalStorage;
  return [
    { name: settings.cookieName, store: 'cookie', isOurs: true },
    { name: TD_SIGNED, store: isLocal ? 'localStorageKey' : 'cookie', isOurs: false },
    { name: TD_BLOCK_EVENTS, store: 'cookie', isOurs: false },
    { name: TD_GLOBAL, store: 'cookie', isOurs: false },
  ];
}

/**
 * What goes when the visitor is forgotten: ids and permissions. A refusal stays, in signed mode's
 * `false` and in blocked events: without it the SDK would begin again.
 */
export function erasableTd(run: FormatRun, settings: TreasureDataConfig): StoredEntry[] {
  const entries = treasureDataEntries(settings).filter((entry) => {
    if (entry.name === TD_BLOCK_EVENTS) return false;
    return entry.name !== TD_SIGNED || hasSigned(run);
  });
  const found = presentEntries(run.snapshot, entries).concat(serverIdEntry(run));
  return found.length === 0 ? [] : found.concat(probeEntries(run));
}

/** An endpoint erases its own id: until it has, the id says that something is left to forget there. */
function serverIdEntry(run: FormatRun): StoredEntry[] {
  if (run.config.serverUrl !== '' || run.snapshot.serverId === '') return [];
  return [{ name: SERVER_ID_COOKIE, store: 'cookie' }];
}

/** Whether signed mode was chosen, and not refused. */
export function hasSigned(run: FormatRun): boolean {
  return isNoted(run, TD_SIGNED, 'true') && !isNoted(run, TD_SIGNED, 'false');
}

export function isNoted(run: FormatRun, name: string, value: string): boolean {
  return valuesOf(run.snapshot, name).some((found) => found.value === value);
}

/** The cookies with which the SDK finds its domain, and which it never removes. */
function probeEntries(run: FormatRun): StoredEntry[] {
  return cookieDomainCandidates(run.snapshot.host)
    .filter((domain) => domain !== '')
    .map((domain) => ({ name: TD_PROBE + domain, store: 'cookie' }));
}
