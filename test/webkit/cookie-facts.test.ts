import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { BrowserAndSite } from '../browser/browser-and-site.ts';
import {
  closePages,
  listJar,
  openPage,
  readCookies,
  writeCookie,
} from '../browser/page-cookies.ts';
import { describeInWebKit } from './in-webkit.ts';

// Imported late, so that it starts WebKit.
const { START_MILLIS, startBrowserAndSite } = await import('../browser/browser-and-site.ts');

const SHOP = 'https://www.shop.example.com';
const ID = 'https://id.shop.example.com';
const DAY_SECONDS = 86_400;

// What WebKitGTK decides about cookies. The core and the endpoint rely on it; where it differs from Chromium, the row says how.
describeInWebKit('a cookie', () => {
  let world: BrowserAndSite;

  beforeAll(async () => {
    world = await startBrowserAndSite({
      '/': '<!doctype html><title>A page</title>',
      '/id.gif': (request) => {
        const cookie = new URL(request.url).searchParams.get('set') ?? '';
        return new Response(null, { status: 204, headers: { 'set-cookie': cookie } });
      },
    });
  }, START_MILLIS);
  afterEach(() => closePages(world.browser));
  afterAll(() => world.close());

  const open = (address: string) => openPage(world.browser, address);

  // Attribute ('none': left out) and the domain that the cookie then has; one without a dot is host-only.
  test.each([
    [
      SHOP,
      {
        com: 'refused',
        'example.com': '.example.com',
        'shop.example.com': '.shop.example.com',
        'www.shop.example.com': '.www.shop.example.com',
        'id.shop.example.com': 'refused',
        none: 'www.shop.example.com',
      },
    ],
    [
      'https://www.example.co.uk',
      {
        uk: 'refused',
        'co.uk': 'refused',
        'example.co.uk': '.example.co.uk',
        none: 'www.example.co.uk',
      },
    ],
    [
      'https://shop.user.github.io',
      {
        io: 'refused',
        'github.io': 'refused',
        'user.github.io': '.user.github.io',
        none: 'shop.user.github.io',
      },
    ],
    // Chromium keeps Domain=localhost.
    ['https://localhost', { localhost: 'refused', none: 'localhost' }],
    // Chromium refuses the end of an address.
    [
      'https://127.0.0.1',
      { '1': 'refused', '0.0.1': '.0.0.1', '127.0.0.1': '127.0.0.1', none: '127.0.0.1' },
    ],
  ])('of %s has the domain %j', async (host, expected) => {
    const page = await open(host);
    const stored: Record<string, string> = {};
    for (const domain of Object.keys(expected)) {
      const attribute = domain === 'none' ? '' : `; Domain=${domain}`;
      await writeCookie(page, `probe=1; Path=/; Secure${attribute}`);
      const [cookie] = await page.context().cookies();
      stored[domain] = cookie?.domain ?? 'refused';
      await page.context().clearCookies();
    }
    expect(stored).toEqual(expected);
  });

  // Chromium keeps it on http://localhost and http://127.0.0.1 too.
  test.each([
    ['https://www.shop.example.com', 'id=1'],
    ['https://localhost', 'id=1'],
    ['http://www.shop.example.com', ''],
    ['http://localhost', ''],
    ['http://127.0.0.1', ''],
  ])('that is Secure leaves on %s "%s"', async (host, expected) => {
    const page = await open(host);
    await writeCookie(page, 'id=1; Secure');
    expect(await readCookies(page)).toBe(expected);
  });

  test('that is Secure can be neither read, replaced nor deleted by plain http', async () => {
    const page = await open(SHOP);
    await writeCookie(page, 'id=1; Secure; Domain=example.com');
    await page.goto('http://www.shop.example.com');
    expect(await readCookies(page)).toBe('');
    await writeCookie(page, 'id=2; Domain=example.com');
    await writeCookie(page, 'id=; Max-Age=0; Domain=example.com');
    await page.goto(SHOP);
    expect(await listJar(page)).toEqual(['id=1; .example.com']);
  });

  test('of a session of WebDriver is not shortened, nor cut to 400 days', async () => {
    const page = await open(SHOP);
    await writeCookie(page, `id=1; Path=/; Secure; Max-Age=${730 * DAY_SECONDS}`);
    const [stored] = await page.context().cookies();
    expect(((stored?.expires ?? 0) - Date.now() / 1000) / DAY_SECONDS).toBeCloseTo(730, 2);
  });

  describe('of one name', () => {
    const host = 'id=host; www.shop.example.com';
    const wide = 'id=wide; .example.com';

    test.each([
      ['no Domain', 'Path=/', [wide]],
      ['the same Domain', 'Path=/; Domain=example.com', [host]],
      ['another Domain', 'Path=/; Domain=shop.example.com', [host, wide]],
      ['another Path', 'Path=/shop; Domain=example.com', [host, wide]],
    ])('is one of two, and deleted by %s alone', async (_, attributes, left) => {
      const page = await open(SHOP);
      await writeCookie(page, 'id=host; Path=/');
      await writeCookie(page, 'id=wide; Path=/; Domain=example.com; Secure');
      expect(await readCookies(page)).toBe('id=host; id=wide');
      await writeCookie(page, `id=; Max-Age=0; ${attributes}`);
      expect(await listJar(page)).toEqual(left);
    });
  });

  describe('of a response to an image', () => {
    const load = (page: Page, address: string, cookie: string) =>
      page.evaluate(
        (source) =>
          new Promise<void>((resolve) => {
            const image = new Image();
            image.onerror = () => resolve();
            image.src = source;
          }),
        `${address}/id.gif?set=${encodeURIComponent(cookie)}`,
      );

    test.each([
      [SHOP, ID, ['id=1; .example.com'], 'Domain=example.com'],
      ['https://shop.user.github.io', 'https://id.other.github.io', [], ''],
      ['https://www.example.co.uk', 'https://id.other.co.uk', [], ''],
    ])('on %s by %s leaves %j', async (origin, host, expected, attributes) => {
      const page = await open(origin);
      await load(page, host, `id=1; Path=/; Secure; SameSite=Lax; ${attributes}`);
      expect(await listJar(page)).toEqual(expected);
      await page.goto(host);
      expect(await listJar(page)).toEqual(expected);
    });

    test('is sent back with Lax, Strict and HttpOnly ones', async () => {
      const page = await open(SHOP);
      await writeCookie(page, 'lax=1; Domain=example.com; Secure; SameSite=Lax');
      await writeCookie(page, 'strict=1; Domain=example.com; Secure; SameSite=Strict');
      await load(page, ID, 'secret=1; Secure; HttpOnly; SameSite=Lax');
      await load(page, ID, 'unused=1');
      const { cookie, headers } = world.site.requestsTo('id.shop.example.com/id.gif').at(-1) ?? {};
      expect(cookie?.split('; ').sort()).toEqual(['lax=1', 'secret=1', 'strict=1']);
      expect(headers?.get('sec-fetch-site')).toBe('same-site');
    });

    test('can be neither read, replaced nor deleted by a script when HttpOnly', async () => {
      const page = await open(SHOP);
      await load(page, ID, 'id=server; Path=/; Domain=example.com; Secure; HttpOnly');
      await writeCookie(page, 'id=script; Path=/; Domain=example.com; Secure');
      await writeCookie(page, 'id=; Max-Age=0; Path=/; Domain=example.com; Secure');
      expect(await readCookies(page)).toBe('');
      expect(await listJar(page)).toEqual(['id=server; .example.com']);
    });

    test('renews one that a script wrote with the same domain and path', async () => {
      const page = await open(SHOP);
      const cookie = 'id=1; Path=/; Domain=example.com; Secure; Max-Age=';
      await writeCookie(page, cookie + 60);
      await load(page, ID, cookie + 400 * DAY_SECONDS);
      const [stored, ...others] = await page.context().cookies();
      expect(others).toEqual([]);
      expect((stored?.expires ?? 0) - Date.now() / 1000).toBeCloseTo(400 * DAY_SECONDS, -2);
    });
  });
});
