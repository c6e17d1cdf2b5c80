import { allFormats } from '../../src/core/formats/all-formats.ts';
import { settleNames, storedEntries } from '../../src/core/stored-entries.ts';
import type { Config, Plan, Snapshot } from '../../src/core/types.ts';
import { readJar } from '../../src/loader/cookies.ts';
import { keepLocalValue } from '../../src/loader/local-values.ts';
import { planAndWrite } from '../../src/loader/plan-and-write.ts';
import type { Loader } from '../../src/loader/run.ts';
import { eraseStored } from '../../src/loader/storage.ts';

// Runs in a page: rows of the core's conformance, with the loader's own reading and writing of real cookies.

/** What came of one row. */
export interface RowResult {
  plan: Plan;
  /** `document.cookie`, as `name=value`, sorted. */
  before: string[];
  after: string[];
}

type Row = { config: Config; snapshot: Snapshot };

const globals = window as unknown as { runRow: (row: Row) => RowResult };

const { setItem } = Storage.prototype;

globals.runRow = ({ config, snapshot }) => {
  clear();
  lay(config, snapshot);
  const before = listCookies();
  if (snapshot.cookieDomain === undefined) blockCookies();
  const { consent, page, writer } = snapshot;
  standStill(snapshot);
  const emptyPage = { attributes: '', claims: {}, memory: {}, startedMillis: snapshot.nowMillis };
  const loader = {
    config: { ...config, cookieDomain: snapshot.cookieDomain ?? config.cookieDomain },
    formats: allFormats(),
    page: { read: () => page ?? emptyPage },
    writer,
  } as unknown as Loader;
  const plan = planAndWrite(loader, { ...snapshot, notes: [] }, consent);
  eraseStored(plan.erase);
  Reflect.deleteProperty(document, 'cookie');
  Storage.prototype.setItem = setItem;
  return { plan, before, after: listCookies() };
};

/** Time and chance are those of the row. */
function standStill({ nowMillis, randoms }: Snapshot): void {
  Date.now = () => nowMillis;
  crypto.getRandomValues = <List>(list: List) => Object.assign(list as object, randoms) as List;
}

function listCookies(): string[] {
  return readJar().filter(Boolean).sort();
}

function clear(): void {
  localStorage.clear();
  for (const pair of listCookies()) {
    const [name = ''] = pair.split('=');
    for (const domain of ['', '; Domain=example.com', '; Domain=www.example.com']) {
      document.cookie = `${name}=; Path=/; Max-Age=0${domain}`;
    }
  }
}

/** Puts what a row has stored into the browser. */
function lay(config: Config, snapshot: Snapshot): void {
  const { stored, serverId, cookieDomain } = snapshot;
  if (serverId !== '') document.cookie = `_td_ssc_id=${serverId}; Path=/; Domain=example.com`;
  const settled = settleNames(allFormats(), config, snapshot);
  const entries = storedEntries(allFormats(), settled);
  for (const [name, values] of Object.entries(stored)) {
    const store = entries.find((entry) => entry.name === name)?.store;
    for (const { value, domain = cookieDomain ?? '' } of values) {
      const isHere = domain !== '' && location.hostname.endsWith(domain);
      const attribute = isHere ? `; Domain=${domain}` : '';
      if (store === 'localStorageKey') localStorage.setItem(name, value);
      else if (store === 'localStorage') keepLocalValue({ name, store }, value);
      else document.cookie = `${name}=${value}; Path=/${attribute}`;
    }
  }
  const isLocal =
    config.storage === 'localStorage' || config.treasureData?.storeConsentByLocalStorage;
  if (isLocal && !snapshot.hasLocalStorage) fillLocalStorage();
}

function fillLocalStorage(): void {
  Storage.prototype.setItem = () => {
    throw new DOMException('full');
  };
}

function blockCookies(): void {
  Object.defineProperty(document, 'cookie', {
    configurable: true,
    get: () => '',
    set: () => undefined,
  });
}
