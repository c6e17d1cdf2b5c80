import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { blockCookies } from './blocked-storage.ts';
import { START_MILLIS } from './browser-and-site.ts';
import { installFakeClock } from './fake-clock.ts';
import { closePages, listJar } from './page-cookies.ts';
import { SHOP, startTagSite, type TagSite } from './tag-site.ts';
import {
  cookieNamed,
  cookieNames,
  runTags,
  startTags,
  updateConsent,
  visit,
  waitForEnd,
} from './tag-visit.ts';

// The built template where page, browser, form or endpoint are against it: it ends once, says why, and loses nothing.

const CLIENT = 'C1.1.5.1690000000';
const WIDE = 'Path=/; Domain=example.com; Secure';
const HOST_ONLY = 'Path=/; Secure';

let world: TagSite;
let page: Page;

beforeAll(async () => {
  world = await startTagSite();
}, START_MILLIS);

beforeEach(async () => {
  page = await world.browser.newPage();
  world.site.requests.length = 0;
});
afterEach(() => closePages(world.browser));
afterAll(() => world.close());

const tags = [{ propertyIds: 'P' }];

/** A session cookie of its third session, whose last hit was a minute ago. */
/** The next hit is the eighth: one at which a silent endpoint is asked again. */
const sessionNow = () => `S1.1.s1690000000$o3$g0$t${Math.floor(Date.now() / 1000) - 60}$j6$dabc`;

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

  test('holds a session is kept beside a damaged client', async () => {
    await openWith(`_d8a=${damaged}; ${WIDE}`, `_d8a_P=${sessionNow()}; ${WIDE}`);
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

describe('a page that', () => {
  const afterStart = 'after the tag has started';

  test.each([
    [
      'pushes an object without a prototype',
      `tagPage.push(Object.assign(Object.create(null), { event: 'x' }))`,
      'data_layer_unreadable',
    ],
    [
      'pushes an object that throws when read',
      `tagPage.push({ get secret() { throw new Error('hostile'); } })`,
      'data_layer_unreadable',
    ],
    [
      'pushes an object that throws when listed',
      `tagPage.push(new Proxy({}, { ownKeys() { throw new Error('hostile'); } }))`,
      'data_layer_unreadable',
    ],
    [
      'has a d8aLayer that throws when read',
      `Object.defineProperty(window, 'd8aLayer', { get() { throw new Error('hostile'); } })`,
      'data_layer_unreadable',
    ],
    [
      'pushes window, elements and circles',
      `const circle = {}; circle.self = circle; [circle, window, document.body, null, 7, [], () => {}].forEach(tagPage.push)`,
      'consent_unset',
    ],
    ['has its own window.firstPartyId', `firstPartyId = 'mine'`, 'page_object_foreign'],
    [
      'has its own object there, frozen',
      `firstPartyId = Object.freeze({ version: 1, claims: {} })`,
      'page_object_foreign',
    ],
    [
      'has a window.firstPartyId that throws when read',
      `Object.defineProperty(window, 'firstPartyId', { get() { throw new Error('hostile'); } })`,
      'page_object_foreign',
    ],
    [
      'has an element of that id',
      `document.body.innerHTML = '<form id="firstPartyId"><input name="version"></form>'`,
      'client_id_stored',
    ],
    [
      'allows no new globals of that name',
      `Object.defineProperty(window, 'firstPartyId', { value: undefined })`,
      'client_id_stored',
    ],
    ['freezes Array.prototype', `Object.freeze(Array.prototype)`, 'session_continued'],
    [
      'freezes Object.prototype and Function.prototype',
      `Object.freeze(Object.prototype); Object.freeze(Function.prototype)`,
      'session_continued',
    ],
    [
      'adds to every object and list',
      `Object.prototype.extra = () => 1; Array.prototype.extra = { event: 'x' }`,
      'session_continued',
    ],
    [
      'has an old library that gives lists and texts a toJSON',
      `Array.prototype.toJSON = String.prototype.toJSON = () => 'broken'`,
      'session_continued',
    ],
  ])('%s ends well, and the visitor stays known', async (_, script, reason) => {
    await openWith(`_d8a=${CLIENT}; ${WIDE}`, `_d8a_P=${sessionNow()}; ${WIDE}`);
    await page.evaluate(script);
    const { statuses, identity } = await runTags(page, { tags });
    expect(statuses).toEqual(['success']);
    expect(identity).toMatchObject({ clientId: '5.1690000000', sessionNumber: 3, hitNumber: 8 });
    expect(identity.reasons).toContain(reason);
    expect((await cookieNamed(page, '_d8a')).value).toBe(CLIENT);
    expect((await cookieNamed(page, '_d8a_P')).value).toMatch(/\$o3\$g0\$t\d+\$j7\$dabc$/);
  });

  test.each([`'mine'`, `{ version: 2 }`])(
    'has %s in window.firstPartyId keeps it',
    async (value) => {
      await page.goto(SHOP);
      await page.evaluate(`firstPartyId = ${value}; before = firstPartyId`);
      await runTags(page, { tags: [...tags, ...tags] });
      expect(await page.evaluate('firstPartyId === before')).toBe(true);
      expect((await cookieNamed(page, '_d8a_P')).value).toMatch(/\$j0\$/);
    },
  );

  test.each([
    ['a new list', `dataLayer = []`],
    ['a frozen list', `dataLayer = Object.freeze([])`],
    ['an object', `dataLayer = { push() { throw new Error('hostile'); } }`],
    ['nothing', `dataLayer = null`],
    ['undefined', `dataLayer = undefined`],
  ])(`puts %s in the data layer's place ${afterStart} ends well`, async (_, script) => {
    await openWith(`_d8a=${CLIENT}; ${WIDE}`, `_d8a_P=${sessionNow()}; ${WIDE}`);
    await page.evaluate(
      `tagPage.startTags({ tags: [{ propertyIds: 'P' }] }); ${script}; undefined`,
    );
    await page.evaluate(() => window.tagPage.whenEnded(1));
    expect(await page.evaluate('tagPage.statuses')).toEqual(['success']);
    expect(await page.evaluate('firstPartyId')).toMatchObject({
      clientId: '5.1690000000',
      hitNumber: 8,
    });
    expect((await cookieNamed(page, '_d8a')).value).toBe(CLIENT);
    expect((await cookieNamed(page, '_d8a_P')).value).toMatch(/\$j7\$/);
  });

  test('cannot be copied and denies by default stores nothing', async () => {
    await page.goto(SHOP);
    await page.evaluate(`tagPage.push(Object.assign(Object.create(null), { event: 'x' }))`);
    const { identity } = await runTags(page, { tags, consent: { default: 'denied' } });
    expect(identity).toMatchObject({ consent: 'denied', source: 'memory' });
    expect(identity.reasons).toContain('data_layer_unreadable');
    expect(await listJar(page)).toEqual([]);
    const granted = await updateConsent(page, 'granted');
    expect(granted).toMatchObject({ clientId: identity.clientId, source: 'promoted' });
    expect((await cookieNamed(page, '_d8a')).value).toBe(`C1.1.${identity.clientId}`);
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
      expect(world.endpointRequests()).toEqual([]);
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
    // Two reads look at what is there; the third belongs to the write.
    await page.evaluate(() => {
      const read = Storage.prototype.getItem;
      let count = 0;
      Storage.prototype.getItem = function (key) {
        count += 1;
        if (count > 2) throw new DOMException('broken', 'UnknownError');
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

describe('a form with', () => {
  test.each([
    [{ serverUrl: 'not a host' }, 'server_url_invalid'],
    [{ serverUrl: 'http://www.shop.example.com' }, 'server_url_invalid'],
    [{ serverUrl: 'localhost/fpid' }, 'server_url_invalid'],
    [{ serverUrl: 'www.shop.example.com/nowhere' }, 'server_unreachable'],
    [{ serverUrl: 'id.elsewhere.net/fpid' }, 'server_unreachable'],
    [{ serverUrl: 'id.elsewhere.net/pixel.gif?' }, 'server_url_invalid'],
    [{ cookieDomain: 'example.org' }, 'cookie_domain_refused'],
    [{ cookieDomain: 'com' }, 'cookie_domain_refused'],
    [{ sessionTimeoutMinutes: 'soon', cookieMaxAgeDays: -1, storage: {} }, 'session_continued'],
  ])('%j does its best, and says %s', async (fields, reason) => {
    await openWith(`_d8a=${CLIENT}; ${WIDE}`, `_d8a_P=${sessionNow()}; ${WIDE}`);
    const { statuses, identity } = await runTags(page, { tags: [{ propertyIds: 'P', ...fields }] });
    expect(statuses).toEqual(['success']);
    expect(identity).toMatchObject({ clientId: '5.1690000000', hitNumber: 8 });
    expect(identity.reasons).toContain(reason);
    expect(await listJar(page)).toEqual([
      `_d8a=${CLIENT}; .example.com`,
      expect.stringMatching(/^_d8a_P=.*\$j7\$dabc; \.example\.com$/),
    ]);
  });

  test.each([
    [{ propertyIds: '' }, 'property_id_missing'],
    [{ propertyIds: undefined }, 'property_id_missing'],
    [{ propertyIds: 'P;Domain=com' }, 'property_id_invalid'],
    [{ propertyIds: 'P', action: 'remember' }, 'action_unknown'],
  ])('%j fails, says %s and touches nothing', async (fields, reason) => {
    await openWith(`_d8a=${CLIENT}; ${WIDE}`, `_d8a_P=${sessionNow()}; ${WIDE}`);
    const before = await page.context().cookies();
    const { statuses, identity } = await runTags(page, { tags: [fields] });
    expect(statuses).toEqual(['failure']);
    expect(identity).toEqual({ reasons: [reason] });
    expect(await page.context().cookies()).toEqual(before);
  });

  test('another data layer than the template permits says so where it may', async () => {
    await page.goto(SHOP);
    await startTags(page, { tags: [{ propertyIds: 'P', dataLayerName: 'otherLayer' }] });
    await page.evaluate(() => window.tagPage.whenEnded(1));
    expect(await page.evaluate('tagPage.statuses')).toEqual(['success']);
    expect(await page.evaluate('firstPartyId.reasons')).toContain('data_layer_not_permitted');
    expect(await page.evaluate('window.otherLayer')).toBeUndefined();
    expect(await cookieNames(page)).toEqual(['_d8a', '_d8a_P']);
  });
});

describe('an endpoint that', () => {
  const withEndpoint = [{ propertyIds: 'P', serverUrl: 'www.shop.example.com/fpid' }];
  const gif = Buffer.from('R0lGODlhAQABAAAAACH5BAEAAAAALAAAAAABAAEAAAIBAAA=', 'base64');
  const answers: [string, (route: Route) => Promise<void>, string][] = [
    ['cannot be reached', (route) => route.abort('connectionrefused'), 'server_unreachable'],
    ['breaks off', (route) => route.abort('connectionreset'), 'server_unreachable'],
    ['answers 500', (route) => route.fulfill({ status: 500 }), 'server_unreachable'],
    [
      'answers a page',
      (route) => route.fulfill({ body: '<p>Not found</p>', contentType: 'text/html' }),
      'server_unreachable',
    ],
    [
      'answers an image without cookies',
      (route) => route.fulfill({ body: gif, contentType: 'image/gif' }),
      'server_cookie_missing',
    ],
  ];
  const intercept = (answer: (route: Route) => unknown) => page.route('**/fpid/**', answer);

  test.each(answers)('%s leaves a new visitor a whole identity', async (_, answer, reason) => {
    await intercept(answer);
    const first = await visit(page, SHOP, { tags: withEndpoint });
    expect(first).toMatchObject({ statuses: ['success'], identity: { source: 'new' } });
    expect(first.identity.reasons).toContain(reason);
    expect(await cookieNames(page)).toEqual(['_d8a', '_d8a_P']);
    const { clientId, sessionId } = first.identity;
    const second = await visit(page, SHOP, { tags: withEndpoint });
    expect(second.identity).toMatchObject({ clientId, sessionId, hitNumber: 2 });
  });

  test.each(answers)('%s costs a known visitor only what was lost', async (_, answer) => {
    const { identity } = await visit(page, SHOP, { tags: withEndpoint });
    await page.context().clearCookies({ name: '_d8a_P' });
    const before = await page.context().cookies();
    await intercept(answer);
    const second = await visit(page, SHOP, { tags: withEndpoint });
    expect(second.statuses).toEqual(['success']);
    const { clientId, serverId } = identity;
    expect(second.identity).toMatchObject({ clientId, serverId, sessionNumber: 1 });
    expect(second.identity.reasons).toContain('session_not_restored');
    expect(await page.context().cookies()).toEqual(expect.arrayContaining(before));
  });

  test('cannot be reached does not undo a withdrawal, which the next page repeats', async () => {
    await visit(page, SHOP, { tags: withEndpoint });
    await intercept((route) => route.abort());
    const withdrawn = { tags: withEndpoint, consent: { update: 'denied' } as const };
    const { statuses, identity } = await visit(page, SHOP, withdrawn);
    expect(statuses).toEqual(['success']);
    expect(identity.reasons).toEqual(expect.arrayContaining(['erased', 'server_unreachable']));
    expect(await cookieNames(page)).not.toContain('_d8a');
    await page.unroute('**/fpid/**');
    await visit(page, SHOP, withdrawn);
    expect(await cookieNames(page)).toEqual([]);
  });

  test('hangs is waited for two seconds and no longer', async () => {
    const clock = await installFakeClock(page.context());
    const held: Route[] = [];
    await intercept((route) => held.push(route));
    await page.goto(SHOP);
    const asked = page.waitForRequest('**/fpid/id.gif*');
    await startTags(page, { tags: withEndpoint });
    await asked;
    expect(await cookieNames(page)).toEqual(['_d8a', '_d8a_P']);
    await clock.advanceSeconds(1.999);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(await page.evaluate('tagPage.statuses')).toEqual([]);
    await clock.advanceSeconds(0.001);
    const { statuses, identity } = await waitForEnd(page);
    expect(statuses).toEqual(['success']);
    expect(identity.reasons).toContain('server_timeout');

    const answered = page.waitForEvent('requestfinished');
    await held[0]?.continue();
    await answered;
    expect(await page.evaluate('tagPage.statuses')).toEqual(['success']);
    const next = await visit(page, SHOP, { tags: withEndpoint });
    expect(next.identity).toMatchObject({ clientId: identity.clientId, hitNumber: 2 });
  });

  test('answers after consent was withdrawn leaves nothing behind', async () => {
    const held: Route[] = [];
    await page.route('**/fpid/id.gif*', (route) => held.push(route));
    await page.goto(SHOP);
    const asked = page.waitForRequest('**/fpid/id.gif*');
    await startTags(page, { tags: withEndpoint });
    await asked;
    await updateConsent(page, 'denied');
    expect(await cookieNames(page)).toEqual([]);
    await held[0]?.continue();
    const { statuses, identity } = await waitForEnd(page);
    expect(statuses).toEqual(['success']);
    expect(identity.consent).toBe('withdrawn');
    expect(await cookieNames(page)).toEqual([]);
  });
});
