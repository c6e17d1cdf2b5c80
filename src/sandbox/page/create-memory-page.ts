import { CookieJar } from 'tough-cookie';
import { createTaskQueue } from './create-task-queue.ts';
import {
  FailingStorage,
  MemoryDocument,
  MemoryLocation,
  MemoryStorage,
  MemoryWindow,
} from './memory-window.ts';
import type { Network, Page } from './page.ts';

/** How a memory page is made. Pages that share a jar, a Map or a clock are views of one site by one visitor. */
export interface MemoryPageOptions {
  url: string;
  referrer?: string;
  title?: string;
  /** Unix time in milliseconds. The real clock unless given. */
  nowMillis?: () => number;
  /** At least 0, less than 1. */
  random?: () => number;
  /** Every request succeeds unless given. */
  network?: Partial<Network>;
  /** A jar of its own unless given. 'blocked' ignores writes; 'throwing' fails at every use. */
  cookieJar?: CookieJar | 'blocked' | 'throwing';
  /** Items of its own unless given. 'blocked' throws when `localStorage` is named; 'throwing' when it is used. */
  localStorage?: Map<string, string> | 'blocked' | 'throwing';
}

/** A request that left a memory page. */
export interface PageRequest {
  kind: 'image' | 'script';
  url: string;
}

export interface MemoryPage extends Page {
  readonly window: MemoryWindow;
  /** Every request so far, in order. */
  readonly requests: PageRequest[];
  /** What `console.log` got, one list of arguments a call. */
  readonly logs: unknown[][];
  /** What scheduled callbacks threw: a browser would report these as uncaught. */
  readonly errors: unknown[];
  /**
   * Runs everything scheduled, and waits for the requests under way, until nothing is left. Gives up after 10,000
   * callbacks, or when a request has had no answer for a second.
   */
  drain(): Promise<void>;
}

/** A jar with the rules of browsers: public suffixes refused, Secure only over https. */
export function createCookieJar(): CookieJar {
  return new CookieJar(undefined, {
    looseMode: true,
    rejectPublicSuffixes: true,
    prefixSecurity: 'silent',
    enforceSecureOriginOnStorage: true,
  });
}

/** A page in memory, for Node. */
export function createMemoryPage(options: MemoryPageOptions): MemoryPage {
  const nowMillis = options.nowMillis ?? (() => Date.now());
  const tasks = createTaskQueue();
  const requests: PageRequest[] = [];
  const logs: unknown[][] = [];
  const window = createWindow(options, nowMillis);
  window['console'] = { log: (...args: unknown[]) => void logs.push(args) };
  const load = (kind: PageRequest['kind'], url: string): Promise<boolean> => {
    requests.push({ kind, url });
    const answer = kind === 'image' ? options.network?.loadImage : options.network?.loadScript;
    return tasks.track((answer ?? succeed)(url).catch(() => false));
  };
  return {
    window,
    requests,
    logs,
    errors: tasks.errors,
    network: { loadImage: (url) => load('image', url), loadScript: (url) => load('script', url) },
    schedule: tasks.add,
    drain: tasks.drain,
    nowMillis,
    random: options.random ?? Math.random,
    digest: (bytes) => tasks.track(crypto.subtle.digest('SHA-256', bytes)),
  };
}

function succeed(): Promise<boolean> {
  return Promise.resolve(true);
}

function createWindow(options: MemoryPageOptions, nowMillis: () => number): MemoryWindow {
  const location = new MemoryLocation(options.url);
  const jar = options.cookieJar ?? createCookieJar();
  const document = new MemoryDocument(jar, () => ({
    url: location.href,
    nowMillis: nowMillis(),
    by: 'script',
  }));
  document.title = options.title ?? '';
  document.referrer = options.referrer ?? '';
  const window = new MemoryWindow(document, location);
  defineStorage(window, options.localStorage ?? new Map());
  return window;
}

function defineStorage(
  window: MemoryWindow,
  items: Map<string, string> | 'blocked' | 'throwing',
): void {
  if (items !== 'blocked') {
    window['localStorage'] = items === 'throwing' ? new FailingStorage() : new MemoryStorage(items);
    return;
  }
  Object.defineProperty(window, 'localStorage', {
    get: () => {
      throw new Error('Access is denied for this document.');
    },
  });
}
