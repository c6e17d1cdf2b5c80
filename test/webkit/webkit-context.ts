import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from './driver.ts';
import { addressAt, freezeDate } from './freeze-date.ts';
import { runInPage, type PageFunction } from './run-in-page.ts';
import { clearJar, readJar, type PageCookie } from './webkit-cookies.ts';

/** What the browser tests use of Playwright's Page. */
export interface WebKitPage {
  context(): WebKitContext;
  goto(address: string): Promise<void>;
  evaluate<Argument>(run: PageFunction<Argument>, argument?: Argument): Promise<unknown>;
  /** Resolves when the function answers true. */
  waitForFunction<Argument>(run: PageFunction<Argument>, argument?: Argument): Promise<void>;
}

/** What the browser tests use of Playwright's BrowserContext. Cookies are those of the latest page's address. */
export interface WebKitContext {
  newPage(): Promise<WebKitPage>;
  cookies(): Promise<PageCookie[]>;
  clearCookies(which?: { name: string }): Promise<void>;
  storageState(): Promise<{ cookies: PageCookie[]; origins: unknown[] }>;
  clock: { setFixedTime(millis: number): Promise<void> };
  close(): Promise<void>;
}

/** Makes a context of a session of WebDriver. */
export function createContext(command: Command, close: () => Promise<void>): WebKitContext {
  const handles: string[] = [];
  let current: string | undefined;
  let frozenMillis: number | undefined;

  async function switchTo(handle: string): Promise<void> {
    if (handle !== current) await command('POST', '/window', { handle });
    current = handle;
  }
  async function freeze(): Promise<void> {
    if (frozenMillis !== undefined) await runInPage(command, freezeDate, frozenMillis);
  }

  const context: WebKitContext = {
    async newPage() {
      const handle = await openWindow(command, handles.length === 0);
      handles.push(handle);
      await switchTo(handle);
      const enter = () => switchTo(handle);
      return createPage({ command, context, enter, freeze, frozenMillis: () => frozenMillis });
    },
    cookies: () => readJar(command),
    clearCookies: ({ name } = { name: '' }) => clearJar(command, name),
    storageState: async () => ({
      cookies: await readJar(command),
      origins: (await runInPage(command, listStored)) as unknown[],
    }),
    clock: {
      async setFixedTime(millis) {
        frozenMillis = millis;
        for (const handle of handles) {
          await switchTo(handle);
          await freeze();
        }
      },
    },
    close,
  };
  return context;
}

/** A session begins with one window. */
async function openWindow(command: Command, isFirst: boolean): Promise<string> {
  if (isFirst) return String(await command('GET', '/window'));
  return ((await command('POST', '/window/new', { type: 'tab' })) as { handle: string }).handle;
}

interface Window {
  command: Command;
  context: WebKitContext;
  /** Makes it the window that commands go to. */
  enter(): Promise<void>;
  /** Stops the clock of the document that is there now. */
  freeze(): Promise<void>;
  /** Where that clock stands, if it does. */
  frozenMillis(): number | undefined;
}

function createPage({ command, context, enter, freeze, frozenMillis }: Window): WebKitPage {
  const page: WebKitPage = {
    context: () => context,
    async goto(address) {
      await enter();
      await command('POST', '/url', { url: addressAt(address, frozenMillis()) });
      await freeze();
    },
    async evaluate(run, argument) {
      await enter();
      return runInPage(command, run, argument);
    },
    async waitForFunction(run, argument) {
      while (!(await page.evaluate(run, argument))) await wait(20);
    },
  };
  return page;
}

/** As Playwright tells it: an origin that stores nothing is not there. */
function listStored(): { origin: string; names: string[] }[] {
  const names = Object.keys(localStorage);
  return names.length === 0 ? [] : [{ origin, names }];
}
