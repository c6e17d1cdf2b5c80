import { toSeconds } from './clock.ts';
import type { ReasonCode } from './reason-texts.ts';
import type { Config, Snapshot, StoredEntry, StoredValue, StoredWrite } from './types.ts';

export function valuesOf(snapshot: Snapshot, name: string): StoredValue[] {
  return snapshot.stored[name] || [];
}

/** Those entries under which something lies. */
export function presentEntries(snapshot: Snapshot, entries: StoredEntry[]): StoredEntry[] {
  return entries
    .filter((entry) => valuesOf(snapshot, entry.name).length > 0)
    .map((entry) => ({ name: entry.name, store: entry.store }));
}

export function hasDuplicates(snapshot: Snapshot, names: string[]): boolean {
  return names.some((name) => valuesOf(snapshot, name).some((found) => found.isRemoved));
}

/** What is worth telling about how these names were stored. */
export function storageReasons(config: Config, snapshot: Snapshot, names: string[]): ReasonCode[] {
  const reasons: ReasonCode[] = [];
  if (hasDuplicates(snapshot, names)) reasons.push('duplicate_removed');
  if (haveAttributesChanged(config, snapshot)) reasons.push('attributes_changed');
  return reasons;
}

/** Whether the endpoint was asked in this run to bring this back. */
export function wasAskedFor(snapshot: Snapshot, name: string): boolean {
  const restore = snapshot.restore;
  return restore.state !== 'notAsked' && restore.askedFor.indexOf(name) !== -1;
}

/** A write with the lifetime that the form says. */
export function writeOf(config: Config, entry: StoredEntry, value: string): StoredWrite {
  const days = config.cookieMaxAgeDays;
  return {
    name: entry.name,
    store: entry.store,
    value: value,
    // Browsers ignore a lifetime that is not whole.
    maxAgeSeconds: days > 0 ? toSeconds(days * 86400000) : undefined,
    sameSite: config.cookieSameSite,
  };
}

/** One text for all cookie settings, so that a change within a page is seen. */
export function attributesOf(config: Config, snapshot: Snapshot): string {
  const domain = snapshot.cookieDomain || '';
  return [domain, config.cookieMaxAgeDays, config.cookieSameSite, config.cookiePrefix].join('|');
}

export function haveAttributesChanged(config: Config, snapshot: Snapshot): boolean {
  if (snapshot.page === undefined || snapshot.page.attributes === '') return false;
  return snapshot.page.attributes !== attributesOf(config, snapshot);
}
