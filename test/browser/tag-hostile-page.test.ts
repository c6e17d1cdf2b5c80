import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { SHOP } from './hosts.ts';
import { CLIENT, writeKnownVisitor } from './known-visitor.ts';
import { listJar } from './page-cookies.ts';
import { startTagSite } from './tag-site.ts';
import { cookieNamed, cookieNames, runTags, startTags, updateConsent } from './tag-visit.ts';
import { useWorld } from './use-world.ts';

// The built template where the page or the form is against it: it ends once, says why, and loses nothing.

const tags = [{ propertyIds: 'P' }];

const world = useWorld(startTagSite);
let page: Page;

beforeEach(async () => {
  page = await world().browser.newPage();
});

/** Opens the shop as a visitor whose next hit is the eighth: one at which a silent endpoint is asked again. */
async function openShop(): Promise<void> {
  await page.goto(SHOP);
  await writeKnownVisitor(page, 7, ['example.com']);
}

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
    await openShop();
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
    await openShop();
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
    await openShop();
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
    await openShop();
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
