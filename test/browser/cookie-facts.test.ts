import { describe, expect, test } from '@jest/globals';
import { blockCookies, OPAQUE_ORIGIN } from './blocked-storage.ts';
import { startBrowserAndSite } from './browser-and-site.ts';
import { installFakeClock } from './fake-clock.ts';
import { SHOP } from './hosts.ts';
import { cookieOf } from './image-with-cookie.ts';
import { keptDomains } from './kept-domains.ts';
import { listJar, openPage, readCookies, writeCookie } from './page-cookies.ts';
import { testSharedCookieFacts } from './shared-cookie-facts.ts';
import { useWorld } from './use-world.ts';

// What the browser decides about cookies that a script writes. The core relies on it.

const DAY_SECONDS = 86_400;

const world = useWorld(() =>
  startBrowserAndSite({
    '/': '<!doctype html><title>A page</title>',
    '/id.gif': (request) => new Response(null, { status: 204, headers: cookieOf(request) }),
    '/opaque': () =>
      new Response('', { headers: { 'content-type': 'text/html', ...OPAQUE_ORIGIN } }),
  }),
);

const open = (address: string) => openPage(world().browser, address);

testSharedCookieFacts(open);

describe('the Domain attribute', () => {
  const decisions: [string, Record<string, string>][] = [
    [
      SHOP,
      {
        com: 'refused',
        'example.com': '.example.com',
        '.example.com': '.example.com',
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
        'www.example.co.uk': '.www.example.co.uk',
        none: 'www.example.co.uk',
      },
    ],
    [
      'https://shop.user.github.io',
      {
        io: 'refused',
        'github.io': 'refused',
        'user.github.io': '.user.github.io',
        'shop.user.github.io': '.shop.user.github.io',
        none: 'shop.user.github.io',
      },
    ],
    ['https://localhost', { localhost: 'localhost', none: 'localhost' }],
    [
      'https://127.0.0.1',
      { '1': 'refused', '0.0.1': 'refused', '127.0.0.1': '127.0.0.1', none: '127.0.0.1' },
    ],
  ];

  test.each(decisions)('on %s is judged by the public suffix list', async (host, expected) => {
    const page = await open(host);
    expect(await keptDomains(page, Object.keys(expected))).toEqual(expected);
  });
});

describe('Secure', () => {
  test.each([
    ['https://www.shop.example.com', 'id=1'],
    ['http://www.shop.example.com', ''],
    ['http://localhost', 'id=1'],
    ['http://127.0.0.1', 'id=1'],
  ])('on %s leaves "%s"', async (host, expected) => {
    const page = await open(host);
    await writeCookie(page, 'id=1; Secure');
    expect(await readCookies(page)).toBe(expected);
  });
});

describe('the lifetime', () => {
  const twoYears = 2 * 365 * DAY_SECONDS;
  const expires = new Date(Date.now() + twoYears * 1000).toUTCString();

  test.each([`Max-Age=${twoYears}`, `Expires=${expires}`])(
    '%s is cut to 400 days',
    async (life) => {
      const page = await open(SHOP);
      await writeCookie(page, `id=1; Path=/; Secure; ${life}`);
      const [stored] = await page.context().cookies();
      const days = ((stored?.expires ?? 0) - Date.now() / 1000) / DAY_SECONDS;
      expect(days).toBeCloseTo(400, 2);
    },
  );

  test("is counted by the browser's clock, not by that of the page", async () => {
    const page = await open(SHOP);
    const clock = await installFakeClock(page.context());
    const pageMillis = () => page.evaluate(() => Date.now());
    await writeCookie(page, 'short=1; Max-Age=60');
    await clock.advanceSeconds(3600);
    expect(await pageMillis()).toBe(clock.nowMillis());
    await page.goto(`${SHOP}/?second`);
    expect(await pageMillis()).toBe(clock.nowMillis());
    expect(await readCookies(page)).toBe('short=1');
  });

  test('ends at once when Expires comes from a page whose clock is behind', async () => {
    const page = await open(SHOP);
    await installFakeClock(page.context(), Date.now() - 2 * DAY_SECONDS * 1000);
    await page.evaluate((millis) => {
      document.cookie = `id=1; Expires=${new Date(Date.now() + millis).toUTCString()}`;
      document.cookie = `id=2; Max-Age=${millis / 1000}`;
    }, DAY_SECONDS * 1000);
    expect(await readCookies(page)).toBe('id=2');
  });
});

describe('a host-only and a domain cookie of one name', () => {
  test('are two values, and one that changes moves behind the other', async () => {
    const page = await open(SHOP);
    await writeCookie(page, 'id=host; Path=/');
    await writeCookie(page, 'id=wide; Path=/; Domain=example.com');
    await writeCookie(page, 'id=host; Path=/; Max-Age=60');
    expect(await readCookies(page)).toBe('id=host; id=wide');
    await writeCookie(page, 'id=changed; Path=/');
    expect(await readCookies(page)).toBe('id=wide; id=changed');
  });
});

describe('where cookies are blocked', () => {
  test('a write goes nowhere and a read gives nothing, without an exception', async () => {
    const page = await open(SHOP);
    await writeCookie(page, 'id=1');
    await blockCookies(page);
    await writeCookie(page, 'id=2');
    expect(await readCookies(page)).toBe('');
    expect(await page.evaluate(() => navigator.cookieEnabled)).toBe(false);
    expect(await listJar(page)).toEqual(['id=1; www.shop.example.com']);
  });

  test('by an opaque origin, cookies and storage throw', async () => {
    const page = await open(`${SHOP}/opaque`);
    await expect(writeCookie(page, 'id=1')).rejects.toThrow('SecurityError');
    await expect(readCookies(page)).rejects.toThrow('SecurityError');
    await expect(page.evaluate(() => localStorage.length)).rejects.toThrow('SecurityError');
  });
});
