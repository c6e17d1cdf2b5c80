import { PROBE_COOKIE } from '../core/constants.ts';
import type { ReasonCode } from '../core/reason-texts.ts';
import type { ReadEntry, StoredEntry, StoredValues, StoredWrite } from '../core/types.ts';
import {
  eraseCookie,
  ownDomains,
  readJar,
  separateDuplicates,
  storedOf,
  valuesIn,
  writeCookie,
} from './cookies.ts';
import { keepLocalValue, readLocalValue } from './local-values.ts';

/** What lies under these names; of our duplicates, all but the widest are removed on the way. */
export function readStored(entries: ReadEntry[], jar: string[] = []): StoredValues {
  const stored: StoredValues = {};
  for (const entry of entries) {
    const { name, store, isOurs } = entry;
    const isSeparated = store === 'cookie' && isOurs;
    const values = () => (store === 'cookie' ? valuesIn(jar, name) : readLocalValue(entry));
    stored[name] = isSeparated ? separateDuplicates(jar, name) : storedOf(values());
  }
  return stored;
}

/** Removes entries, cookies from every domain they may lie on. */
export function eraseStored(entries: StoredEntry[]): void {
  for (const entry of entries) {
    if (entry.store === 'cookie') eraseCookie(entry.name, ownDomains());
    else keepLocalValue(entry);
  }
}

/** Where cookies go, and whether the browser is known to accept them there. */
export interface CookiePlace {
  domain: string;
  isProven: boolean;
  /** What the page could see before. */
  jar: string[] | undefined;
}

/**
 * Writes values and says what is odd about it; `undefined` when the browser refuses cookies on this
 * domain. What is written is its own proof where its value is new; where nothing is, a cookie of
 * our own is written and removed.
 */
export function writeStored(writes: StoredWrite[], place: CookiePlace): ReasonCode[] | undefined {
  const { domain, isProven, jar = [] } = place;
  const isNew = (write: StoredWrite) => !jar.includes(pairOf(write));
  const cookies = writes.filter((write) => {
    if (write.store !== 'cookie') keepLocalValue(write, write.value, write.maxAgeSeconds);
    return write.store === 'cookie';
  });
  if (!isProven && !cookies.some(isNew)) cookies.push(probe());
  if (!cookies[0]) return [];
  const put = (write: StoredWrite) =>
    writeCookie(pairOf(write), domain, write.maxAgeSeconds, write.sameSite);
  cookies.forEach(put);
  const after = readJar();
  const kept = cookies.filter((write) => after.includes(pairOf(write)));
  if (!isProven && !kept.some(isNew)) return undefined;
  for (const write of kept) {
    const { name } = write;
    // What lay alone on another domain now stands beside the value just written: a narrower one
    // would outlive it, and a wider one would be read in its place.
    if (valuesIn(after, name).length > 1) {
      eraseCookie(
        name,
        ownDomains().filter((other) => other !== domain),
      );
      // Some cookie stores take a host's own cookie and one of its domain for the same.
      put(write);
    }
    if (name === PROBE_COOKIE) eraseCookie(name, [domain]);
  }
  return kept.length < cookies.length ? ['cookie_not_kept'] : [];
}

function pairOf({ name, value }: StoredWrite): string {
  return name + '=' + value;
}

function probe(): StoredWrite {
  const value = `p${Math.random()}`;
  return { name: PROBE_COOKIE, value, store: 'cookie', maxAgeSeconds: undefined, sameSite: 'Lax' };
}
