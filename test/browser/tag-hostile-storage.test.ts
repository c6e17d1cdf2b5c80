import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { blockCookies } from './blocked-storage.ts';
import { SHOP } from './hosts.ts';
import { CLIENT, knownSession } from './known-visitor.ts';
import { startTagSite } from './tag-site.ts';
import { cookieNamed, cookieNames, runTags, visit } from './tag-visit.ts';
import { useWorld } from './use-world.ts';

// The built template where stored values are damaged or the browser keeps none: it ends once, says why, and loses nothing.

const WIDE = 'Path=/; Domain=example.com; Secure';
const HOST_ONLY = 'Path=/; Secure';
const tags = [{ propertyIds: 'P' }];

const world = useWorld(startTagSite);
let page: Page;

beforeEach(async () => {
  page = await world().browser.newPage();
});

/** Opens the shop with these cookies, written by a script. */
async function openWith(...cookies: string[]): Promise<void> {
  await page.goto(SHOP);
  await page.evaluate((lines) => {
    for (const line of lines) document.cookie = line;
  }, cookies);
}

describe('a cookie that', () => {
  const damaged = '%E0%A4%A';

  test.each([
    ['is damaged', [`_d8a=${damaged}; ${WIDE}`], ['client_id_malformed', 'client_id_new']],
    ['has no name', [`${damaged}; ${HOST_ONLY}`], ['client_id_new']],
    ['is empty', [`_d8a=; ${HOST_ONLY}`, `_d8a_P=; ${HOST_ONLY}`], ['client_id_malformed']],
    ['is long', [`_d8a=${'x'.repeat(3900)}; ${WIDE}`], ['client_id_malformed']],
  ])('%s gives way to one valid cookie', async (_, cookies, reasons) => {
    await openWith(...cookies);
    const { statuses, identity } = await runTags(page, { tags });
    expect(statuses).toEqual(['success']);
    expect(identity.reasons).toEqual(expect.arrayContaining(reasons));
    expect(await cookieNamed(page, '_d8a')).toMatchObject({
      value: `C1.1.${identity.clientId}`,
      domain: '.example.com',
    });
    expect((await cookieNamed(page, '_d8a_P')).value).toMatch(/^S1\.1\.s\d+\$o1\$/);
  });

  test.each([
    ['on the host', [`_d8a=${damaged}; ${HOST_ONLY}`, `_d8a=${CLIENT}; ${WIDE}`]],
    ['on the domain', [`_d8a=${CLIENT}; ${HOST_ONLY}`, `_d8a=${damaged}; ${WIDE}`]],
  ])('is damaged %s does not cost the valid one beside it', async (_, cookies) => {
    await openWith(...cookies);
    const { statuses, identity } = await runTags(page, { tags });
    expect(statuses).toEqual(['success']);
    expect(identity.clientId).toBe('5.1690000000');
    expect(identity.reasons).toContain('duplicate_removed');
    expect(await cookieNamed(page, '_d8a')).toMatchObject({
      value: CLIENT,
      domain: '.example.com',
    });
  });

  test.each(['none', 'www.shop.example.com', 'shop.example.com'])(
    'lies on a wider domain than the form’s, %s, gives way to one there, and the session goes on',
    async (cookieDomain) => {
      const first = await visit(page, SHOP, { tags });
      for (const hitNumber of [2, 3, 4]) {
        const narrow = [{ propertyIds: 'P', cookieDomain }];
        const { identity } = await visit(page, SHOP, { tags: narrow });
        expect(identity).toMatchObject({ clientId: first.identity.clientId, hitNumber });
        expect(identity.reasons).not.toContain('duplicate_removed');
        const jar = await page.context().cookies();
        const host = cookieDomain === 'none' ? 'www.shop.example.com' : `.${cookieDomain}`;
        expect(jar.map(({ domain }) => domain)).toEqual([host, host]);
      }
    },
  );

  test('holds a session is kept beside a damaged client', async () => {
    await openWith(`_d8a=${damaged}; ${WIDE}`, `_d8a_P=${knownSession(7)}; ${WIDE}`);
    const { identity } = await runTags(page, { tags });
    expect(identity).toMatchObject({ sessionNumber: 3, hitNumber: 8 });
    expect((await cookieNamed(page, '_d8a_P')).value).toMatch(/\$o3\$g0\$t\d+\$j7\$dabc$/);
  });

  test('holds a client is kept beside a damaged session', async () => {
    await openWith(`_d8a=${CLIENT}; ${WIDE}`, `_d8a_P=${damaged}; ${WIDE}`);
    const { identity } = await runTags(page, { tags });
    expect(identity).toMatchObject({ clientId: '5.1690000000', sessionNumber: 1 });
    expect(identity.reasons).toContain('session_malformed');
    expect((await cookieNamed(page, '_d8a')).value).toBe(CLIENT);
  });

  test('is of another version is left alone', async () => {
    await openWith(`_d8a=C2.1.abc; ${WIDE}`, `_d8a_P=S2.1.abc; ${WIDE}`);
    const before = await page.context().cookies();
    const { statuses, identity } = await runTags(page, { tags });
    expect(statuses).toEqual(['success']);
    expect(identity.source).toBe('memory');
    expect(identity.reasons).toContain('client_id_other_version');
    expect(await page.context().cookies()).toEqual(before);
  });

  test('belongs to somebody else stays, damaged as it is', async () => {
    await openWith(`other=${damaged}; ${HOST_ONLY}`, `_d8a_Q=${damaged}; ${WIDE}`);
    const before = await page.context().cookies();
    await runTags(page, { tags });
    expect(await page.context().cookies()).toEqual(expect.arrayContaining(before));
  });
});

describe('a browser that', () => {
  test('blocks cookies keeps the identity in memory, and the jar as it is', async () => {
    const { identity } = await visit(page, SHOP, { tags });
    const before = await page.context().cookies();
    await page.goto(SHOP);
    await blockCookies(page);
    const blocked = await runTags(page, { tags });
    expect(blocked).toMatchObject({ statuses: ['success'], identity: { source: 'memory' } });
    expect(blocked.identity.reasons).toContain('cookies_blocked');
    await blockCookies(page, false);
    expect(await page.context().cookies()).toEqual(before);
    const { clientId, sessionId } = identity;
    const again = await visit(page, SHOP, { tags });
    expect(again.identity).toMatchObject({ clientId, sessionId, hitNumber: 2 });
  });

  test.each(['cookie', 'localStorage'])(
    'gives the page an opaque origin keeps it in memory, asked for %s',
    async (storage) => {
      await visit(page, SHOP, { tags });
      const before = await page.context().cookies();
      const { statuses, identity } = await visit(page, `${SHOP}/opaque`, {
        tags: [{ propertyIds: 'P', storage, serverUrl: 'www.shop.example.com/fpid' }],
      });
      expect(statuses).toEqual(['success']);
      expect(identity).toMatchObject({ source: 'memory', hitNumber: 1 });
      expect(identity.reasons).toContain(
        storage === 'cookie' ? 'cookies_blocked' : 'local_storage_blocked',
      );
      expect(await page.context().cookies()).toEqual(before);
      expect(world().endpointRequests()).toEqual([]);
    },
  );

  test.each([
    [
      'names localStorage with an exception',
      `Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })`,
    ],
    ['has no localStorage', `Object.defineProperty(window, 'localStorage', { value: null })`],
    [
      'has it full',
      `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }`,
    ],
    [
      'cannot read it',
      `Storage.prototype.getItem = () => { throw new DOMException('broken', 'UnknownError'); }`,
    ],
  ])('%s keeps the identity in memory, and what is stored as it is', async (_, script) => {
    const stored = [{ propertyIds: 'P', storage: 'localStorage' }];
    const { identity } = await visit(page, SHOP, { tags: stored });
    expect(identity.source).toBe('new');
    const before = await page.context().storageState();
    await page.goto(SHOP);
    await page.evaluate(script);
    const blocked = await runTags(page, { tags: stored });
    expect(blocked).toMatchObject({ statuses: ['success'], identity: { source: 'memory' } });
    expect(blocked.identity.reasons).toContain('local_storage_blocked');
    expect(await page.context().storageState()).toEqual(before);
    const { clientId, sessionId } = identity;
    const again = await visit(page, SHOP, { tags: stored });
    expect(again.identity).toMatchObject({
      clientId,
      sessionId,
      hitNumber: 2,
      source: 'localStorage',
    });
    expect(await cookieNames(page)).toEqual([]);
  });

  test('loses its localStorage half-way fails, and leaves what is stored', async () => {
    const stored = [{ propertyIds: 'P', storage: 'localStorage' }];
    await visit(page, SHOP, { tags: stored });
    const before = await page.context().storageState();
    await page.goto(SHOP);
    // Three reads look at what is there; the fourth belongs to the write.
    await page.evaluate(() => {
      const read = Storage.prototype.getItem;
      let count = 0;
      Storage.prototype.getItem = function (key) {
        count += 1;
        if (count > 3) throw new DOMException('broken', 'UnknownError');
        return read.call(this, key);
      };
    });
    const { statuses, identity } = await runTags(page, { tags: stored });
    expect(statuses).toEqual(['failure']);
    expect(identity).toEqual({ reasons: ['internal_error'] });
    expect(await page.context().storageState()).toEqual(before);
  });

  test.each([
    ['{not json', {}],
    ['null', {}],
    ['[1]', {}],
    [`{"_d8a":"${CLIENT}","_d8a_P":17}`, { clientId: '5.1690000000' }],
  ])('holds %s in localStorage ends well', async (text, expected) => {
    await page.goto(SHOP);
    await page.evaluate((value) => localStorage.setItem('first_party_id', value), text);
    const view = await runTags(page, { tags: [{ propertyIds: 'P', storage: 'localStorage' }] });
    expect(view).toMatchObject({
      statuses: ['success'],
      identity: { ...expected, sessionNumber: 1, hitNumber: 1 },
    });
    const kept = await page.evaluate(() => localStorage.getItem('first_party_id'));
    expect(JSON.parse(kept ?? '')).toMatchObject({ _d8a: `C1.1.${view.identity.clientId}` });
  });
});
