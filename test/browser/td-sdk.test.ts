import { beforeEach, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { createHandler } from '../../src/endpoint/index.ts';
import { startBrowserAndSite } from './browser-and-site.ts';
import { cookieNames } from './tag-visit.ts';
import { useWorld } from './use-world.ts';
import { uuidV4 } from './uuid-v4.ts';

// Treasure Data's own SDK, unchanged, with the endpoint where it looks for one: `ssc.` before the domain.

const sites = [
  { page: 'https://www.example.com', domain: 'example.com' },
  { page: 'https://www.example.co.uk', domain: 'example.co.uk' },
];

const world = useWorld(async () => {
  const sdk = await readFile('node_modules/td-js-sdk/dist/td.min.js', 'utf8');
  const endpoint = createHandler({
    sites: sites.map(({ page: origin, domain }) => ({ origins: [origin], cookieDomain: domain })),
    keys: ['one secret of at least 32 bytes, made for tests'],
  });
  return startBrowserAndSite({
    '/': '<!doctype html><title>A page</title><script src="/td.js"></script>',
    '/td.js': { script: sdk },
    ...Object.fromEntries(sites.map(({ domain }) => [`ssc.${domain}/*`, endpoint])),
  });
});
let page: Page;

beforeEach(async () => {
  page = await world().browser.newPage();
});

/** Makes the SDK's instance, as a page of the site does, and keeps it in `window.td`. */
async function openPage(url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate(() => {
    const Treasure = Reflect.get(window, 'Treasure');
    const options = {
      host: 'in.treasuredata.test',
      database: 'visits',
      writeKey: 'a/key',
      startInSignedMode: true,
      useServerSideCookie: true,
    };
    Reflect.set(window, 'td', new Treasure(options));
  });
}

/** What `fetchServerCookie` calls back with. */
function fetchServerCookie(force: boolean): Promise<unknown> {
  return page.evaluate(
    (isForced) =>
      new Promise((resolve, reject) =>
        Reflect.get(window, 'td').fetchServerCookie(resolve, reject, isForced),
      ),
    force,
  );
}

const requests = (domain: string) => world().site.requestsTo(`ssc.${domain}/get_cookie_id`).length;

describe.each(sites)('on $page', ({ page: origin, domain }) => {
  test('fetchServerCookie gives the id, asks once, and gives the same id when forced', async () => {
    await openPage(origin);
    const id = await fetchServerCookie(false);
    expect(id).toMatch(uuidV4);
    expect(requests(domain)).toBe(1);
    expect(await fetchServerCookie(false)).toBe(id);
    expect(requests(domain)).toBe(1);
    expect(await fetchServerCookie(true)).toBe(id);
    expect(requests(domain)).toBe(2);

    await openPage(origin);
    expect(await fetchServerCookie(false)).toBe(id);
    expect(requests(domain)).toBe(2);
    expect(await cookieNames(page)).toEqual(
      expect.arrayContaining(['_td_ssc_id', 'first_party_id']),
    );
  });

  test('the id comes back after the readable cookie is lost', async () => {
    await openPage(origin);
    const id = await fetchServerCookie(false);
    await page.context().clearCookies({ name: '_td_ssc_id' });
    expect(await fetchServerCookie(false)).toBe(id);
  });

  test('setAnonymousMode and forget leave no id behind', async () => {
    await openPage(origin);
    const id = await fetchServerCookie(false);
    await page.evaluate(() => Reflect.get(window, 'td').setAnonymousMode());
    const status = await page.evaluate(
      async (url) => (await fetch(url, { method: 'POST', credentials: 'include' })).status,
      `https://ssc.${domain}/forget`,
    );
    expect(status).toBe(200);
    // The SDK's own notes: the visitor's choice, and which domain takes cookies.
    expect(await cookieNames(page)).toEqual(['__td_signed', `_td_domain_${domain}`]);
    const values = (await page.context().cookies()).map(({ value }) => value);
    expect(values).toEqual(expect.arrayContaining(['false', domain]));

    await page.evaluate(() => Reflect.get(window, 'td').setSignedMode());
    expect(await fetchServerCookie(true)).not.toBe(id);
  });
});
