import { readFileSync } from 'node:fs';
import { createHandler } from '../../src/endpoint/index.ts';
import { createContainer, createCookieJar, createMemoryPage } from '../../src/sandbox/index.ts';
import { readCookies, storeCookie } from '../../src/sandbox/page/index.ts';
import type { MemoryPage, TagStatus } from '../../src/sandbox/index.ts';
import { parseTemplate } from '../../src/tpl/index.ts';

const text = readFileSync('template/first-party-id-tag.tpl', 'utf8');
const { template } = parseTemplate(text);
const SITE = 'https://www.example.com';

/** The seven days that WebKit's tracking prevention leaves a cookie that a script wrote. */
const SCRIPT_COOKIE_MILLIS = 7 * 86400 * 1000;

/** What a page view showed. */
export interface PageView {
  page: MemoryPage;
  identity: Record<string, unknown>;
  statuses: TagStatus[];
  requests: number;
  /** Time spent in callbacks of the page, without compiling the template and without waiting. */
  sandboxMillis: number;
}

/**
 * A visitor with a cookie jar and a clock, on a site with the built template and the real endpoint.
 * Where asked, the jar shortens what scripts write, as WebKit does.
 */
export class Visitor {
  readonly jar = createCookieJar();
  nowMillis = Date.UTC(2026, 0, 1);
  private readonly shortens: boolean;
  private readonly handler = createHandler(
    {
      sites: [{ origins: [SITE], cookieDomain: 'example.com' }],
      keys: ['one secret of at least 32 bytes, made for tests'],
      basePath: '/fpid',
    },
    { nowMillis: () => this.nowMillis },
  );

  constructor(options: { shortensScriptCookies: boolean }) {
    this.shortens = options.shortensScriptCookies;
  }

  waitDays(days: number): void {
    this.nowMillis += days * 86400 * 1000;
  }

  async view(fields: Record<string, unknown>): Promise<PageView> {
    const page = createMemoryPage({
      url: `${SITE}/`,
      cookieJar: this.jar,
      nowMillis: () => this.nowMillis,
      network: { loadImage: (url) => this.loadImage(url) },
    });
    const statuses: TagStatus[] = [];
    const container = createContainer({ page });
    container.addTag({ template, fields, firesOn: (event) => event === 'gtm.js' });
    container.onTagStatus((status) => statuses.push(status));
    page.window['dataLayer'] = [['consent', 'default', { analytics_storage: 'granted' }]];
    const clock = { sandboxMillis: 0 };
    const timed = timeCallbacks(page, clock);
    timed(() => container.start());
    await page.drain();
    if (this.shortens) this.shortenScriptCookies();
    const identity = page.window['firstPartyId'] as Record<string, unknown>;
    return { page, identity, statuses, requests: page.requests.length, ...clock };
  }

  cookies(): Record<string, string> {
    const all = readCookies(this.jar, { url: SITE, nowMillis: this.nowMillis, by: 'server' });
    return Object.fromEntries(all.map(({ key, value }) => [key, value]));
  }

  private readonly setByServer = new Map<string, string>();

  private async loadImage(url: string): Promise<boolean> {
    const cookie = Object.entries(this.cookies())
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    const response = await this.handler(new Request(url, { headers }));
    for (const line of response.headers.getSetCookie()) {
      storeCookie(this.jar, line, { url, nowMillis: this.nowMillis, by: 'server' });
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.setByServer.set(name, value);
    }
    return response.headers.get('content-type') === 'image/gif';
  }

  /** A value that the server did not set last was written by the script. */
  private shortenScriptCookies(): void {
    const latest = new Date(this.nowMillis + SCRIPT_COOKIE_MILLIS);
    const all = readCookies(this.jar, { url: SITE, nowMillis: this.nowMillis, by: 'server' });
    for (const cookie of all) {
      const byScript = this.setByServer.get(cookie.key) !== cookie.value;
      if (byScript && cookie.expires instanceof Date && cookie.expires > latest) {
        cookie.expires = latest;
        this.jar.setCookieSync(cookie, SITE, { now: new Date(this.nowMillis) });
      }
    }
  }
}

/** Adds up the time of everything the page runs from now on. */
function timeCallbacks(page: MemoryPage, clock: { sandboxMillis: number }) {
  const timed = (callback: () => void): void => {
    const begin = performance.now();
    try {
      callback();
    } finally {
      clock.sandboxMillis += performance.now() - begin;
    }
  };
  const { schedule } = page;
  page.schedule = (callback) => schedule(() => timed(callback));
  return timed;
}
