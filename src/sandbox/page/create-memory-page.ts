import { CookieJar } from 'tough-cookie';
import { createTaskQueue } from './create-task-queue.ts';
import { createTimers } from './create-timers.ts';
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
  kind: 'image' | 'script' | 'frame';
  url: string;
  /** Further attributes of a script's element. */
  attributes?: Readonly<Record<string, string>>;
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
  /** Moves the page's clock forward. Timers that are due run at the next `drain`. */
  advance(millis: number): void;
  /** Moves the clock to the next timer and makes it due; false when no timer waits. */
  skipToNextTimer(): boolean;
  /** Makes `drain` wait for the promise too. */
  track<T>(promise: Promise<T>): Promise<T>;
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
  const tasks = createTaskQueue();
  const timers = createTimers(options.nowMillis ?? (() => Date.now()), tasks.add);
  const requests: PageRequest[] = [];
  const logs: unknown[][] = [];
  const window = createWindow(options, timers.nowMillis);
  window['console'] = { log: (...args: unknown[]) => void logs.push(args) };
  const load = (request: PageRequest): Promise<boolean> => {
    requests.push(request);
    const answer = answerOf(options.network ?? {}, request.kind);
    return tasks.track(answer(request.url, request.attributes).catch(() => false));
  };
  return {
    window,
    requests,
    logs,
    errors: tasks.errors,
    network: {
      loadImage: (url) => load({ kind: 'image', url }),
      loadScript: (url, attributes) =>
        load({ kind: 'script', url, ...(attributes && { attributes }) }),
      loadFrame: (url) => load({ kind: 'frame', url }),
    },
    schedule: tasks.add,
    after: timers.add,
    advance: timers.advance,
    skipToNextTimer: timers.skipToNext,
    track: tasks.track,
    drain: async () => {
      timers.runDue();
      await tasks.drain();
    },
    nowMillis: timers.nowMillis,
    random: options.random ?? Math.random,
    digest: (bytes) => tasks.track(crypto.subtle.digest('SHA-256', bytes)),
  };
}

type Load = Network['loadScript'];

function answerOf(network: Partial<Network>, kind: PageRequest['kind']): Load {
  const answers = {
    image: network.loadImage,
    script: network.loadScript,
    frame: network.loadFrame,
  };
  return answers[kind] ?? (() => Promise.resolve(true));
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
