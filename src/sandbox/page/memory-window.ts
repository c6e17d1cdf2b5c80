import type { CookieJar } from 'tough-cookie';
import { readCookies, storeCookie } from './cookie-store.ts';
import type { CookieContext } from './cookie-store.ts';
import type { PageStorage } from './page.ts';

// These are classes because the sandbox copies only plain objects: window, document, location and navigator must
// arrive there as undefined, as they do in a browser.

/** `document` of a memory page. */
export class MemoryDocument {
  title = '';
  characterSet = 'UTF-8';
  referrer = '';
  readonly #jar: CookieJar | 'blocked' | 'throwing';
  readonly #context: () => CookieContext;

  constructor(jar: CookieJar | 'blocked' | 'throwing', context: () => CookieContext) {
    this.#jar = jar;
    this.#context = context;
  }

  get cookie(): string {
    if (this.#jar === 'throwing') throw new Error('The document is sandboxed: no cookies.');
    if (this.#jar === 'blocked') return '';
    return readCookies(this.#jar, this.#context())
      .map((cookie) => cookie.cookieString())
      .join('; ');
  }

  set cookie(line: string) {
    if (this.#jar === 'throwing') throw new Error('The document is sandboxed: no cookies.');
    if (this.#jar !== 'blocked') storeCookie(this.#jar, line, this.#context());
  }
}

/** `location` of a memory page; it does not navigate. */
export class MemoryLocation {
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;

  constructor(address: string) {
    const url = new URL(address);
    this.href = url.href;
    this.origin = url.origin;
    this.protocol = url.protocol;
    this.host = url.host;
    this.hostname = url.hostname;
    this.port = url.port;
    this.pathname = url.pathname;
    this.search = url.search;
    this.hash = url.hash;
  }
}

/** `navigator` of a memory page. */
export class MemoryNavigator {
  userAgent = 'Mozilla/5.0 (memory page)';
  language = 'en';
  cookieEnabled = true;
}

/** `localStorage` over a Map, which two pages of one site may share. */
export class MemoryStorage implements PageStorage {
  readonly #items: Map<string, string>;

  constructor(items: Map<string, string>) {
    this.#items = items;
  }

  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#items.set(key, String(value));
  }

  removeItem(key: string): void {
    this.#items.delete(key);
  }
}

/** A `localStorage` that is there but fails at every use. */
export class FailingStorage implements PageStorage {
  getItem(): string | null {
    throw new Error('The storage cannot be read.');
  }

  setItem(): void {
    throw new Error('The quota has been exceeded.');
  }

  removeItem(): void {
    throw new Error('The storage cannot be written.');
  }
}

/** The global object of a memory page. */
export class MemoryWindow {
  [name: string]: unknown;
  readonly document: MemoryDocument;
  readonly location: MemoryLocation;
  readonly navigator = new MemoryNavigator();

  constructor(document: MemoryDocument, location: MemoryLocation) {
    this.document = document;
    this.location = location;
    for (const name of ['window', 'self', 'top', 'parent', 'frames']) this[name] = this;
  }
}
