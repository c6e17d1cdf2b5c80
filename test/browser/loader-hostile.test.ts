import { beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { LoaderOptions } from '../../src/loader/index.ts';
import { blockCookies } from './blocked-storage.ts';
import { SHOP } from './hosts.ts';
import { knownSession } from './known-visitor.ts';
import {
  addressOf,
  html,
  identityNow,
  startLoaderSite,
  updateConsent,
  visit,
} from './loader-site.ts';
import { listJar, writeCookie } from './page-cookies.ts';
import { cookieNames } from './tag-visit.ts';
import { useWorld } from './use-world.ts';

// The built loader on pages and in browsers that make it hard.

const world = useWorld(startLoaderSite);
let page: Page;
let problems: string[];

beforeEach(async () => {
  page = await world().browser.newPage();
  problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => problems.push(message.text()));
});

/** What a page sees of an exception, a rejection or a word on the console. */
async function expectSilence() {
  expect(await page.evaluate('window.errors ?? []')).toEqual([]);
  expect(problems.filter((text) => !text.includes('favicon'))).toEqual([]);
}

describe('a page that', () => {
  test.each([
    ['freezes Array.prototype', 'Object.freeze(Array.prototype)'],
    [
      'freezes Object.prototype and Function.prototype',
      'Object.freeze(Object.prototype); Object.freeze(Function.prototype)',
    ],
    [
      'adds to every object and list',
      `Object.prototype.extra = () => 1; Array.prototype.extra = { event: 'x' }`,
    ],
    [
      'gives lists and texts a toJSON',
      `Array.prototype.toJSON = String.prototype.toJSON = () => 'broken'`,
    ],
    ['has an element of that id', `document.write('<form id="firstPartyId"></form>')`],
    ['has no data layer', 'delete window.dataLayer'],
    ['has nothing in its place', 'dataLayer = null'],
    ['has a text in its place', `dataLayer = 'mine'`],
    ['has a frozen list in its place', 'dataLayer = Object.freeze([])'],
    ['pushes an object without a prototype', 'dataLayer.push(Object.create(null))'],
    [
      'pushes an object that throws when read',
      `dataLayer.push({ get 0() { throw new Error('hostile'); } })`,
    ],
    [
      'has a d8aLayer that throws when read',
      `Object.defineProperty(window, 'd8aLayer', { get() { throw new Error('hostile'); } })`,
    ],
  ])('%s keeps its visitor, and sees no exception', async (_, script) => {
    const first = await visit(page, SHOP, { script });
    const second = await visit(page, SHOP, { script });
    expect(second).toMatchObject({ clientId: first.clientId, hitNumber: 2, source: 'cookie' });
    expect(await cookieNames(page)).toEqual(['_d8a', '_d8a_P']);
    await expectSilence();
  });

  test.each([
    ['a text', `firstPartyId = 'mine'`],
    ['an object', `firstPartyId = { mine: 1 }`],
    ['a frozen object like ours', `firstPartyId = Object.freeze({ version: 0, claims: {} })`],
    ['nothing that can be changed', `Object.defineProperty(window, 'firstPartyId', { value: 1 })`],
  ])('has %s in window.firstPartyId keeps it, and its visitor', async (_, script) => {
    const setup = { script: `${script}; before = firstPartyId` };
    await page.goto(addressOf(SHOP, setup));
    await page.goto(addressOf(SHOP, setup));
    expect(await page.evaluate('firstPartyId === before')).toBe(true);
    expect(await listJar(page)).toContainEqual(expect.stringMatching(/^_d8a_P=.*\$j1\$/));
    await expectSilence();
  });

  test('has a data layer whose push throws still gets that exception, and no other', async () => {
    await visit(page, SHOP, { script: `dataLayer.push = () => { throw new Error('its own'); }` });
    const caught = await page.evaluate(`try { dataLayer.push(1) } catch (error) { error.message }`);
    expect(caught).toBe('its own');
    await expectSilence();
  });

  test('gets from push what it got before', async () => {
    await visit(page, SHOP);
    expect(await page.evaluate(`[dataLayer.push(1, 2), dataLayer.length]`)).toEqual([2, 2]);
    expect(await page.evaluate('Object.keys(dataLayer)')).toEqual(['0', '1']);
  });

  test.each([
    ['replaces its data layer', 'dataLayer = []'],
    ['makes its data layer later', 'window.dataLayer = window.dataLayer || []', 'delete dataLayer'],
    ['declares it again', 'var dataLayer = [{ event: "x" }]'],
  ])('%s is still heard', async (_, later, script = '') => {
    const consent = script === '' ? { default: 'denied' } : {};
    const identity = await visit(page, SHOP, { consent, script });
    await page.addScriptTag({ content: later });
    const granted = await updateConsent(page, 'granted');
    expect(granted).toMatchObject({ clientId: identity.clientId, consent: 'granted' });
    expect(await updateConsent(page, 'denied')).toMatchObject({ consent: 'withdrawn' });
    expect(await listJar(page)).toEqual([]);
    await expectSilence();
  });

  test.each(['change', 'queue'])('throws in its own %s callback stops nothing', async (kind) => {
    const thrower = `() => { throw new Error('its own'); }`;
    const call = kind === 'change' ? `(it) => it.on('change', ${thrower})` : thrower;
    await visit(page, SHOP, { script: `firstPartyIdQueue = [${call}]` });
    expect(await page.evaluate(() => firstPartyId.hit())).toMatchObject({ hitNumber: 2 });
  });
});

describe('cookies beside each other', () => {
  test.each([
    ['none', 'www.shop.example.com'],
    ['www.shop.example.com', '.www.shop.example.com'],
    ['shop.example.com', '.shop.example.com'],
  ])('end when the domain is %s: the session goes on there', async (cookieDomain, domain) => {
    const { clientId, sessionId } = await visit(page, SHOP);
    for (const hitNumber of [2, 3, 4]) {
      const identity = await visit(page, SHOP, { options: { cookieDomain } });
      expect(identity).toMatchObject({ clientId, sessionId, hitNumber });
      expect(identity.reasons).not.toContain('duplicate_removed');
      const jar = await page.context().cookies();
      expect(jar.map((cookie) => cookie.domain)).toEqual([domain, domain]);
    }
    await expectSilence();
  });

  test('leave the sound one, while the endpoint is asked for what is missing', async () => {
    await page.goto(`${SHOP}/plain`);
    await writeCookie(page, `_td_ssc_id=${randomUUID()}; Path=/; Secure; Domain=example.com`);
    await writeCookie(page, `_d8a_P=${knownSession(7)}; Path=/; Secure`);
    await writeCookie(page, '_d8a_P=broken; Path=/; Secure; Domain=example.com');
    const identity = await visit(page, SHOP, { options: { serverUrl: '/fpid' } });
    expect(identity).toMatchObject({ sessionNumber: 3, hitNumber: 8 });
    const sessions = (await listJar(page)).filter((cookie) => cookie.startsWith('_d8a_P='));
    expect(sessions).toEqual([expect.stringMatching(/[$]j7[$]dabc; [.]example[.]com$/)]);
  });
});

describe('a policy that', () => {
  const policy = "default-src 'none'; script-src 'nonce-abc'; connect-src 'self'";
  const body = `<!doctype html><title>A page</title>
<script nonce="abc" src="/loader.js" data-property-ids="P" data-server-url="/fpid"></script>`;

  test.each([
    ['script-src by nonce', policy],
    ['trusted types', `${policy}; require-trusted-types-for 'script'; trusted-types 'none'`],
  ])('is strict, %s, is kept', async (_, value) => {
    world().site.routes['/strict'] = () => html(body, { 'content-security-policy': value });
    await page.goto(`${SHOP}/strict`);
    expect(await page.evaluate(() => firstPartyId.ready)).toMatchObject({ source: 'new' });
    await page.waitForFunction(() => firstPartyId.get().serverId !== '');
    expect(problems).toEqual([]);
  });
});

describe('a browser that', () => {
  test('blocks cookies keeps the identity in memory, and the jar as it is', async () => {
    const { clientId, sessionId } = await visit(page, SHOP);
    const before = await page.context().cookies();
    await blockCookies(page);
    const blocked = await visit(page, SHOP);
    expect(blocked).toMatchObject({ source: 'memory', hitNumber: 1 });
    expect(blocked.reasons).toContain('cookies_blocked');
    await blockCookies(page, false);
    expect(await page.context().cookies()).toEqual(before);
    expect(await visit(page, SHOP)).toMatchObject({ clientId, sessionId, hitNumber: 2 });
    await expectSilence();
  });

  test.each(['cookie', 'localStorage'] as const)(
    'gives the page an opaque origin keeps it in memory, asked for %s',
    async (storage) => {
      await visit(page, SHOP);
      const before = await page.context().cookies();
      const identity = await visit(page, `${SHOP}/opaque`, {
        options: { storage, serverUrl: 'www.shop.example.com/fpid' },
      });
      expect(identity).toMatchObject({ source: 'memory', hitNumber: 1 });
      expect(identity.reasons).toContain(
        storage === 'cookie' ? 'cookies_blocked' : 'local_storage_blocked',
      );
      expect(await page.context().cookies()).toEqual(before);
      expect(world().endpointRequests()).toEqual([]);
      expect(await page.evaluate('errors')).toEqual([]);
    },
  );

  test.each(['allow-scripts', 'allow-scripts allow-same-origin'])(
    'shows the page in a frame with sandbox="%s"',
    async (sandbox) => {
      const source = addressOf(SHOP).replace(/"/g, '&quot;');
      world().site.routes['/framing'] = () =>
        html(`<!doctype html><iframe sandbox="${sandbox}" src="${source}"></iframe>`);
      await page.goto(`${SHOP}/framing`);
      const frame = page.frames()[1];
      const identity = await frame?.evaluate(() => firstPartyId.ready);
      expect(identity?.source).toBe(sandbox.includes('origin') ? 'new' : 'memory');
      expect(await frame?.evaluate('errors')).toEqual([]);
    },
  );

  test('opens a file keeps the identity in memory', async () => {
    await page.goto('file:///dev/null');
    await page.setContent('<title>A page</title>');
    await page.evaluate(`firstPartyIdConfig = { propertyIds: 'P' }; errors = []`);
    await page.addScriptTag({ path: 'dist/loader.js' });
    const identity = await page.evaluate(() => firstPartyId.ready);
    expect(identity).toMatchObject({ source: 'memory' });
    await expectSilence();
  });

  test('opens about:blank keeps the identity in memory', async () => {
    await page.evaluate(`firstPartyIdConfig = { propertyIds: 'P' }; errors = []`);
    await page.addScriptTag({ path: 'dist/loader.js' });
    expect(await page.evaluate(() => firstPartyId.ready)).toMatchObject({
      source: 'memory',
    });
    await expectSilence();
  });

  test('hides local storage is taken to hold a refusal for Treasure Data', async () => {
    const setup = {
      file: 'loader-all.js',
      options: {
        d8a: false,
        treasureData: true,
        treasureDataStoreConsentByLocalStorage: true,
      } as LoaderOptions,
      script: `Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })`,
    };
    const identity = await visit(page, SHOP, setup);
    expect(identity.reasons).toContain('treasure_data_anonymous');
    expect(await listJar(page)).toEqual([]);
    expect(await visit(page, SHOP, { ...setup, script: '' })).toMatchObject({ source: 'new' });
    expect(await page.evaluate('localStorage.length')).toBe(0);
    await expectSilence();
  });

  test.each([
    [
      'names localStorage with an exception',
      `Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })`,
    ],
    ['has none', `Object.defineProperty(window, 'localStorage', { value: null })`],
    ['has it full', `Storage.prototype.setItem = () => { throw new DOMException('full'); }`],
  ])('%s says so, and keeps what is stored', async (_, script) => {
    const options = { storage: 'localStorage' } as const;
    const { clientId, sessionId } = await visit(page, SHOP, { options });
    const before = await page.context().storageState();
    const blocked = await visit(page, SHOP, { options, script });
    expect(blocked).toMatchObject({ source: 'memory' });
    expect(blocked.reasons).toContain('local_storage_blocked');
    expect(await page.context().storageState()).toEqual(before);
    const again = await visit(page, SHOP, { options });
    expect(again).toMatchObject({ clientId, sessionId, hitNumber: 2, source: 'localStorage' });
    await page.evaluate(() => firstPartyId.forget());
    expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
    await expectSilence();
  });
});

test('a page without a property id keeps nothing, and says why only in debug', async () => {
  const identity = await visit(page, SHOP, { options: { propertyIds: '' } });
  expect(identity.reasons).toContain('property_id_missing');
  expect(await listJar(page)).toEqual([]);
  await expectSilence();
  await visit(page, SHOP, {
    options: { propertyIds: 'P', debug: true, storage: 'disk' as 'none' },
  });
  expect(problems[0]).toBe('First-Party ID ignores the options [storage]');
  expect((await identityNow(page)).source).toBe('new');
});

test('an option whose function throws is ignored, and named only in debug', async () => {
  const script = `firstPartyIdConfig = { propertyIds: 'P', debug: true, cookieDomain() { throw 1; } };`;
  const identity = await visit(page, SHOP, { script });
  expect(identity.source).toBe('new');
  expect(problems[0]).toBe('First-Party ID ignores the options [cookieDomain]');
});
