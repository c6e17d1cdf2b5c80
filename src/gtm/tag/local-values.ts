import { LOCAL_STORAGE_KEY } from '../../core/constants.ts';
import type { StoredEntry, StoredValue, StoredWrite } from '../../core/types.ts';
import { getTimestampMillis, getType, JSON, localStorage } from './apis.ts';

/** Values lie in one object under one key: `{<cookie name>: <value>, …, expiresMillis}`. */
export function readLocalValue(name: string): StoredValue[] {
  const value = readKept()[name];
  return typeof value === 'string' ? [{ value: value, domain: undefined, isRemoved: false }] : [];
}

/** A value under a key of its own. */
export function readLocalKey(key: string): StoredValue[] {
  const value = localStorage === undefined ? null : localStorage.getItem(key);
  return value === null ? [] : [{ value: value, domain: undefined, isRemoved: false }];
}

export function eraseLocalKey(key: string): void {
  if (localStorage !== undefined) localStorage.removeItem(key);
}

export function isLocalStorageUsable(): boolean {
  if (localStorage === undefined) return false;
  const text = JSON.stringify(readKept());
  const isWritten = localStorage.setItem(LOCAL_STORAGE_KEY, text);
  if (text === '{}') localStorage.removeItem(LOCAL_STORAGE_KEY);
  return isWritten;
}

export function writeLocalValues(writes: StoredWrite[]): void {
  if (localStorage === undefined || writes.length === 0) return;
  const kept = readKept();
  writes.forEach((write) => {
    kept[write.name] = write.value;
    if (write.maxAgeSeconds === undefined) return;
    kept.expiresMillis = getTimestampMillis() + write.maxAgeSeconds * 1000;
  });
  localStorage.setItem(LOCAL_STORAGE_KEY, JSON.stringify(kept));
}

/** Removes these values, and the key itself when nothing is left under it. */
export function eraseLocalValues(entries: StoredEntry[]): void {
  if (localStorage === undefined || entries.length === 0) return;
  const names = entries.map((entry) => entry.name);
  const kept = readKept();
  const left: Record<string, unknown> = {};
  let count = 0;
  for (const name in kept) {
    if (names.indexOf(name) !== -1) continue;
    left[name] = kept[name];
    if (name !== 'expiresMillis') count = count + 1;
  }
  if (count === 0) localStorage.removeItem(LOCAL_STORAGE_KEY);
  else localStorage.setItem(LOCAL_STORAGE_KEY, JSON.stringify(left));
}

function readKept(): Record<string, unknown> {
  const text = localStorage === undefined ? null : localStorage.getItem(LOCAL_STORAGE_KEY);
  const kept = text === null ? undefined : JSON.parse(text);
  if (getType(kept) !== 'object') return {};
  const values = kept as Record<string, unknown>;
  const expiresMillis = values.expiresMillis;
  const isOver = typeof expiresMillis === 'number' && expiresMillis <= getTimestampMillis();
  return isOver ? {} : values;
}
