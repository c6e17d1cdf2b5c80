import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { SHOP } from './hosts.ts';
import { loadImage } from './image-with-cookie.ts';
import { listJar, readCookies, writeCookie } from './page-cookies.ts';

/** Tests of what all browsers decide alike. `/id.gif` of the site has to set the cookie that it is asked for. */
export function testSharedCookieFacts(open: (address: string) => Promise<Page>): void {
  test('Secure hides a cookie from plain http, which can neither replace nor delete it', async () => {
    const page = await open(SHOP);
    await writeCookie(page, 'id=1; Secure; Domain=example.com');
    await page.goto('http://www.shop.example.com');
    expect(await readCookies(page)).toBe('');
    await writeCookie(page, 'id=2; Domain=example.com');
    await writeCookie(page, 'id=; Max-Age=0; Domain=example.com');
    await page.goto(SHOP);
    expect(await listJar(page)).toEqual(['id=1; .example.com']);
  });

  const host = 'id=host; www.shop.example.com';
  const wide = 'id=wide; .example.com';

  test.each([
    ['no Domain', 'Path=/', [wide]],
    ['the same Domain', 'Path=/; Domain=example.com', [host]],
    ['another Domain', 'Path=/; Domain=shop.example.com', [host, wide]],
    ['another Path', 'Path=/shop; Domain=example.com', [host, wide]],
  ])('two cookies of one name are deleted one at a time: by %s', async (_, attributes, left) => {
    const page = await open(SHOP);
    await writeCookie(page, 'id=host; Path=/');
    await writeCookie(page, 'id=wide; Path=/; Domain=example.com; Secure');
    expect(await readCookies(page)).toBe('id=host; id=wide');
    await writeCookie(page, `id=; Max-Age=0; ${attributes}`);
    expect(await listJar(page)).toEqual(left);
  });

  test('a script can neither read, replace nor delete an HttpOnly cookie', async () => {
    const page = await open(SHOP);
    const cookie = 'id=server; Path=/; Domain=example.com; Secure; HttpOnly';
    await loadImage(page, 'https://id.shop.example.com/id.gif', cookie);
    await writeCookie(page, 'id=script; Path=/; Domain=example.com; Secure');
    await writeCookie(page, 'id=; Max-Age=0; Path=/; Domain=example.com; Secure');
    expect(await readCookies(page)).toBe('');
    expect(await listJar(page)).toEqual(['id=server; .example.com']);
  });
}
