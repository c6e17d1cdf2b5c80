import { LOCAL_STORAGE_KEY } from '../../core/constants.ts';
import type { StoredValues, StoredWrite } from '../../core/types.ts';
import { getTimestampMillis, getType, JSON, localStorage } from './apis.ts';

/** All values lie in one object under one key: `{<cookie name>: <value>, …, expiresMillis}`. */
export function readLocalValues(names: string[]): StoredValues {
  const kept = readKept();
  const stored: StoredValues = {};
  names.forEach((name) => {
    const value = kept[name];
    if (typeof value !== 'string') return;
    stored[name] = [{ value: value, domain: undefined, isRemoved: false }];
  });
  return stored;
}

export function isLocalStorageUsable(): boolean {
  if (localStorage === undefined) return false;
  return localStorage.setItem(LOCAL_STORAGE_KEY, JSON.stringify(readKept()));
}

export function writeLocalValues(writes: StoredWrite[], maxAgeSeconds: number | undefined): void {
  if (localStorage === undefined || writes.length === 0) return;
  const kept = readKept();
  writes.forEach((write) => {
    kept[write.name] = write.value;
  });
  if (maxAgeSeconds !== undefined) {
    kept.expiresMillis = getTimestampMillis() + maxAgeSeconds * 1000;
  }
  localStorage.setItem(LOCAL_STORAGE_KEY, JSON.stringify(kept));
}

/** Removes these names, and the key itself when nothing is left under it. */
export function eraseLocalValues(names: string[]): void {
  if (localStorage === undefined || names.length === 0) return;
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
