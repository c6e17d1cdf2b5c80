import { describe, expect, test } from '@jest/globals';
import { SHOP } from '../browser/hosts.ts';
import { cookieOf, loadImage } from '../browser/image-with-cookie.ts';
import { keptDomains } from '../browser/kept-domains.ts';
import { listJar, openPage, readCookies, writeCookie } from '../browser/page-cookies.ts';
import { testSharedCookieFacts } from '../browser/shared-cookie-facts.ts';
import { describeInWebKit } from './in-webkit.ts';

// Imported late, so that they start WebKit.
const { startBrowserAndSite } = await import('../browser/browser-and-site.ts');
const { useWorld } = await import('../browser/use-world.ts');

const ID = 'https://id.shop.example.com/id.gif';
const DAY_SECONDS = 86_400;

// What WebKitGTK decides about cookies. The core and the endpoint rely on it; where it differs from Chromium, the row says how.
describeInWebKit('a cookie', () => {
  const world = useWorld(() =>
    startBrowserAndSite({
      '/': '<!doctype html><title>A page</title>',
      '/id.gif': (request) => new Response(null, { status: 204, headers: cookieOf(request) }),
    }),
  );

  const open = (address: string) => openPage(world().browser, address);

  testSharedCookieFacts(open);

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
    expect(await keptDomains(page, Object.keys(expected))).toEqual(expected);
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

  test('of a session of WebDriver is not shortened, nor cut to 400 days', async () => {
    const page = await open(SHOP);
    await writeCookie(page, `id=1; Path=/; Secure; Max-Age=${730 * DAY_SECONDS}`);
    const [stored] = await page.context().cookies();
    expect(((stored?.expires ?? 0) - Date.now() / 1000) / DAY_SECONDS).toBeCloseTo(730, 2);
  });

  describe('of a response to an image', () => {
    test.each([
      [SHOP, 'https://id.shop.example.com', ['id=1; .example.com'], 'Domain=example.com'],
      ['https://shop.user.github.io', 'https://id.other.github.io', [], ''],
      ['https://www.example.co.uk', 'https://id.other.co.uk', [], ''],
    ])('on %s by %s leaves %j', async (origin, host, expected, attributes) => {
      const page = await open(origin);
      await loadImage(page, `${host}/id.gif`, `id=1; Path=/; Secure; SameSite=Lax; ${attributes}`);
      expect(await listJar(page)).toEqual(expected);
      await page.goto(host);
      expect(await listJar(page)).toEqual(expected);
    });

    test('is sent back with Lax, Strict and HttpOnly ones', async () => {
      const page = await open(SHOP);
      await writeCookie(page, 'lax=1; Domain=example.com; Secure; SameSite=Lax');
      await writeCookie(page, 'strict=1; Domain=example.com; Secure; SameSite=Strict');
      await loadImage(page, ID, 'secret=1; Secure; HttpOnly; SameSite=Lax');
      await loadImage(page, ID, 'unused=1');
      const { cookie, headers } =
        world().site.requestsTo('id.shop.example.com/id.gif').at(-1) ?? {};
      expect(cookie?.split('; ').sort()).toEqual(['lax=1', 'secret=1', 'strict=1']);
      expect(headers?.get('sec-fetch-site')).toBe('same-site');
    });

    test('renews one that a script wrote with the same domain and path', async () => {
      const page = await open(SHOP);
      const cookie = 'id=1; Path=/; Domain=example.com; Secure; Max-Age=';
      await writeCookie(page, cookie + 60);
      await loadImage(page, ID, cookie + 400 * DAY_SECONDS);
      const [stored, ...others] = await page.context().cookies();
      expect(others).toEqual([]);
      expect((stored?.expires ?? 0) - Date.now() / 1000).toBeCloseTo(400 * DAY_SECONDS, -2);
    });
  });
});
