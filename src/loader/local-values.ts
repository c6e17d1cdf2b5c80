import { LOCAL_STORAGE_KEY, PROBE_COOKIE } from '../core/constants.ts';
import type { StoredEntry } from '../core/types.ts';
import { attempt } from './attempt.ts';

/** The value of an entry in local storage, under a key of its own or with others under ours. */
export function readLocalValue({ name, store }: StoredEntry): string[] {
  const value = attempt(() =>
    store === 'localStorage' ? readKept()[name] : localStorage.getItem(name),
  );
  return typeof value === 'string' ? [value] : [];
}

/** Keeps a value, or removes it when it is `undefined`. */
export function keepLocalValue(entry: StoredEntry, value?: string, maxAgeSeconds?: number): void {
  const { name, store } = entry;
  if (store === 'localStorageKey') return put(name, value);
  const kept = { ...readKept(), [name]: value };
  if (maxAgeSeconds) kept.expiresMillis = Date.now() + maxAgeSeconds * 1000;
  const isEmpty = Object.keys(kept).every((key) => key === 'expiresMillis' || !kept[key]);
  put(LOCAL_STORAGE_KEY, isEmpty ? undefined : JSON.stringify(kept));
}

/** Whether the browser gives local storage, and has room in it. */
export function isLocalStorageUsable(): boolean {
  return !!attempt(() => {
    localStorage.setItem(PROBE_COOKIE, '1');
    localStorage.removeItem(PROBE_COOKIE);
    return true;
  });
}

/** All values lie in one object under one key, as the tag keeps them. */
function readKept(): Record<string, string | number | undefined> {
  const kept = attempt(() => JSON.parse(localStorage.getItem(LOCAL_STORAGE_KEY) ?? ''));
  return kept && !(kept.expiresMillis <= Date.now()) ? kept : {};
}

function put(key: string, value: string | undefined): void {
  attempt(() =>
    value === undefined ? localStorage.removeItem(key) : localStorage.setItem(key, value),
  );
}
