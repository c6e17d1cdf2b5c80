import { expect, test } from '@jest/globals';
import { startBrowserAndSite } from './browser-and-site.ts';
import { SHOP } from './hosts.ts';
import { cookieOf, loadImage } from './image-with-cookie.ts';
import { listJar, openPage, readCookies, writeCookie } from './page-cookies.ts';
import { useWorld } from './use-world.ts';

// What the browser decides about cookies in a response to a page of another host. The endpoint relies on it.

const ID = 'https://id.shop.example.com';
const GIF = Buffer.from('R0lGODlhAQABAAAAACH5BAEAAAAALAAAAAABAAEAAAIBAAA=', 'base64');

const world = useWorld(() =>
  startBrowserAndSite({
    '/': '<!doctype html><title>A page</title>',
    '/id.gif': (request) => new Response(GIF, { headers: cookieOf(request, 'image/gif') }),
    '/empty': (request) => new Response(null, { status: 204, headers: cookieOf(request) }),
    '/broken': (request) => new Response('', { status: 500, headers: cookieOf(request) }),
    '/refused': (request) => new Response('{}', { headers: cookieOf(request) }),
  }),
);

const open = (address: string) => openPage(world().browser, address);

test.each([
  ['/id.gif', 'load'],
  ['/empty', 'error'],
  ['/broken', 'error'],
])("%s of a sibling host sets the site's cookie before the %s event", async (path, event) => {
  const page = await open(SHOP);
  const cookie = 'id=server; Path=/; Domain=example.com; Secure; SameSite=Lax';
  expect(await loadImage(page, ID + path, cookie)).toBe(event);
  expect(await readCookies(page)).toBe('id=server');
  expect(await listJar(page)).toEqual(['id=server; .example.com']);
});

test('a cookie that a script wrote is renewed by a response with the same domain and path', async () => {
  const page = await open(SHOP);
  await writeCookie(page, 'id=1; Path=/; Domain=example.com; Secure; Max-Age=60');
  await loadImage(
    page,
    `${ID}/id.gif`,
    'id=1; Path=/; Domain=example.com; Secure; Max-Age=63072000',
  );
  const [stored, ...others] = await page.context().cookies();
  expect(others).toEqual([]);
  expect((stored?.expires ?? 0) - Date.now() / 1000).toBeCloseTo(400 * 86_400, -2);
});

test('an image request carries the Lax, Strict and HttpOnly cookies of its site', async () => {
  const page = await open(SHOP);
  world().site.requests.length = 0;
  await writeCookie(page, 'lax=1; Domain=example.com; Secure; SameSite=Lax');
  await writeCookie(page, 'strict=1; Domain=example.com; Secure; SameSite=Strict');
  await loadImage(page, `${ID}/id.gif`, 'secret=1; Secure; HttpOnly; SameSite=Lax');
  await loadImage(page, `${ID}/id.gif`, 'unused=1');
  const requests = world().site.requestsTo('id.shop.example.com/id.gif');
  expect(requests.map(({ cookie }) => cookie)).toEqual([
    'lax=1; strict=1',
    'lax=1; strict=1; secret=1',
  ]);
  expect(requests[0]?.headers.get('sec-fetch-site')).toBe('same-site');
});

test.each([
  ['https://shop.user.github.io', 'https://id.user.github.io', ['id=1; id.user.github.io']],
  ['https://shop.user.github.io', 'https://id.other.github.io', []],
  ['https://www.example.co.uk', 'https://id.other.co.uk', []],
  [SHOP, 'https://id.example.net', []],
])('on a page of %s a Lax cookie of %s leaves %j', async (origin, host, expected) => {
  const page = await open(origin);
  await loadImage(page, `${host}/id.gif`, 'id=1; Path=/; Secure; SameSite=Lax');
  expect(await listJar(page)).toEqual(expected);
});

test.each([
  ['include', ['id=1; id.shop.example.com']],
  ['same-origin', []],
] as const)('a fetch that CORS refuses leaves, with credentials %s, %j', async (mode, expected) => {
  const page = await open(SHOP);
  const attempt = ({
    address,
    credentials,
  }: {
    address: string;
    credentials: RequestCredentials;
  }) =>
    fetch(address, { credentials }).then(
      () => 'answered',
      (error: Error) => error.name,
    );
  const address = `${ID}/refused?set=${encodeURIComponent('id=1; Secure')}`;
  expect(await page.evaluate(attempt, { address, credentials: mode })).toBe('TypeError');
  expect(await listJar(page)).toEqual(expected);
});
