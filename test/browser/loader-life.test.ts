import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { START_MILLIS } from './browser-and-site.ts';
import { installFakeClock } from './fake-clock.ts';
import {
  addressOf,
  hit,
  identityNow,
  identityWith,
  startLoaderSite,
  visit,
  type LoaderSetup,
  type LoaderSite,
} from './loader-site.ts';
import { closePages, listJar } from './page-cookies.ts';
import { SHOP } from './tag-site.ts';
import { cookieNamed, cookieNames } from './tag-visit.ts';

// What the built loader does in the course of a page's life, and of a visitor's.

const OWN_PATH = 'www.shop.example.com/fpid';
const withEndpoint = { options: { serverUrl: OWN_PATH } };

let world: LoaderSite;
let page: Page;

beforeAll(async () => {
  world = await startLoaderSite();
}, START_MILLIS);

beforeEach(async () => {
  page = await world.browser.newPage();
  world.site.requests.length = 0;
});
afterEach(() => closePages(world.browser));
afterAll(() => world.close());

describe('consent', () => {
  const command = (kind: string, settings: object) =>
    `gtag('consent', '${kind}', ${JSON.stringify(settings)});`;
  const no = { analytics_storage: 'denied' };
  const yes = { analytics_storage: 'granted' };

  test.each<[string, string, LoaderSetup['options'], string]>([
    [
      'a default for the visitor’s country',
      command('default', { ...no, region: ['ES'] }),
      { region: 'ES' },
      'denied',
    ],
    [
      'a default for a part of it',
      command('default', { ...no, region: ['US-CA'] }),
      { region: 'US-CA' },
      'denied',
    ],
    [
      'a default for the country of a visitor whose part is known',
      command('default', { ...no, region: ['US'] }),
      { region: 'US-CA' },
      'denied',
    ],
    [
      'a default for another country',
      command('default', { ...no, region: ['FR'] }),
      { region: 'ES' },
      'unset',
    ],
    [
      'a regional default while the region is unknown',
      command('default', { ...no, region: ['ES'] }),
      {},
      'unset',
    ],
    [
      'the more specific default, though it comes first',
      command('default', { ...no, region: ['US-CA'] }) +
        command('default', { ...yes, region: ['US'] }) +
        command('default', yes),
      { region: 'US-CA' },
      'denied',
    ],
    [
      'a general default behind another country’s',
      command('default', { ...no, region: ['FR'] }) + command('default', yes),
      { region: 'ES' },
      'granted',
    ],
    [
      'an update before all defaults',
      command('update', yes) + command('default', no),
      {},
      'granted',
    ],
    ['an update of another type', command('update', { ad_storage: 'denied' }), {}, 'unset'],
    [
      'another type that is configured',
      command('default', { ad_storage: 'denied' }),
      { consentType: 'ad_storage' },
      'denied',
    ],
    [
      'd8a’s own command where gtag is silent',
      `d8aLayer = [['consent', 'default', ${JSON.stringify(no)}]]`,
      {},
      'denied',
    ],
    [
      'gtag’s command rather than d8a’s',
      `${command('default', yes)} d8aLayer = [['consent', 'default', ${JSON.stringify(no)}]]`,
      {},
      'granted',
    ],
    [
      'a data layer of another name',
      `other = [['consent', 'default', ${JSON.stringify(no)}]]`,
      { dataLayerName: 'other' },
      'denied',
    ],
    [
      'the name in Google’s own snippet',
      `other = [['consent', 'default', ${JSON.stringify(no)}]]; document.write('<script async src="/gtm.js?id=GTM-X&l=other"><\\/script>')`,
      {},
      'denied',
    ],
    [
      'Global Privacy Control, when asked to',
      `Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })`,
      { privacySignal: true },
      'denied',
    ],
    [
      'Do Not Track, when asked to',
      `Object.defineProperty(navigator, 'doNotTrack', { value: '1' })`,
      { privacySignal: true },
      'denied',
    ],
    [
      'no privacy signal unless asked to',
      `Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })`,
      {},
      'unset',
    ],
  ])('follows %s', async (_, script, options = {}, state) => {
    expect(await visit(page, SHOP, { script, options })).toMatchObject({ consent: state });
    expect(await listJar(page)).toHaveLength(state === 'denied' ? 0 : 2);
  });

  test('is waited for as long as a default asks, and not after the update', async () => {
    const script = command('default', { ...yes, wait_for_update: 60_000 });
    await page.goto(addressOf(SHOP, { script }));
    expect(await listJar(page)).toEqual([]);
    await page.evaluate(command('update', no));
    const identity = await page.evaluate(() => firstPartyId.ready);
    expect(identity).toMatchObject({ consent: 'withdrawn', source: 'memory', hitNumber: 1 });
    expect(await listJar(page)).toEqual([]);
  });

  test('is waited for no longer than configured', async () => {
    const identity = await visit(page, SHOP, { options: { waitForUpdateMillis: 50 } });
    expect(identity).toMatchObject({ source: 'new', hitNumber: 1 });
    expect(identity.reasons).toContain('consent_wait_over');
  });

  test('is what setConsent says, both ways', async () => {
    const { clientId } = await visit(page, SHOP, { options: { unsetConsent: 'wait' } });
    expect(await listJar(page)).toEqual([]);
    await page.evaluate(() => firstPartyId.setConsent('granted'));
    expect(await identityNow(page)).toMatchObject({ clientId, source: 'promoted' });
    await page.evaluate(() => firstPartyId.setConsent('denied'));
    expect(await identityNow(page)).toMatchObject({ consent: 'withdrawn', source: 'memory' });
    expect(await listJar(page)).toEqual([]);
  });
});

describe('the endpoint', () => {
  test.each([OWN_PATH, 'id.shop.example.com/fpid', '/fpid'])(
    'at %s is asked once a session, without a preflight',
    async (serverUrl) => {
      const setup = { options: { serverUrl } };
      const first = await visit(page, SHOP, setup);
      const { serverId } = await identityWith(page, 'server_answered');
      expect((await cookieNamed(page, '_td_ssc_id')).value).toBe(serverId);
      expect(await visit(page, SHOP, setup)).toMatchObject({ hitNumber: 2, serverId });
      expect(await hit(page)).toMatchObject({ clientId: first.clientId, hitNumber: 3, serverId });
      const asked = world.site.requests.filter(({ path }) => path === '/fpid/id');
      expect(asked.map(({ method }) => method)).toEqual(['POST']);
    },
  );

  test('brings a lost session back with its count', async () => {
    const { clientId, sessionId } = await visit(page, SHOP, withEndpoint);
    await identityWith(page, 'server_answered');
    await page.context().clearCookies({ name: '_d8a_P' });
    const back = await visit(page, SHOP, withEndpoint);
    expect(back).toMatchObject({ clientId, sessionId, hitNumber: 2 });
    expect(back.reasons).toEqual(expect.arrayContaining(['session_restored', 'server_answered']));
    expect(world.endpointRequests()).toEqual(['/fpid/id', '/fpid/id']);
  });

  test.each([
    ['answers 500', () => new Response('', { status: 500 }), 'server_unreachable'],
    ['sets no cookie', () => new Response('{}'), 'server_cookie_missing'],
    ['is not there', undefined, 'server_unreachable'],
  ])('that %s is asked again at the hits 2, 4 and 8 of a session', async (_, answer, reason) => {
    world.site.routes['/broken/id'] = answer ?? (() => new Response('', { status: 404 }));
    const setup = { options: { serverUrl: '/broken' } };
    const asked: number[] = [];
    for (let view = 1; view <= 5; view += 1) {
      world.site.requests.length = 0;
      expect(await visit(page, SHOP, setup)).toMatchObject({ hitNumber: view });
      if (view !== 3 && view !== 5) await identityWith(page, reason);
      if (world.site.requests.some(({ path }) => path === '/broken/id')) asked.push(view);
    }
    expect(asked).toEqual([1, 2, 4]);
  });

  test('that takes too long is not waited for', async () => {
    world.site.routes['/slow/id'] = () => new Promise(() => undefined);
    await visit(page, SHOP, { options: { serverUrl: '/slow' } });
    expect(await identityWith(page, 'server_timeout')).toMatchObject({
      source: 'new',
      hitNumber: 1,
    });
  });

  test('tells fetchServerCookie the server id, from the cookie unless forced', async () => {
    const ask = (force: boolean) =>
      page.evaluate(
        (isForced) =>
          new Promise((resolve, reject) =>
            firstPartyId.fetchServerCookie(resolve, reject, isForced),
          ),
        force,
      );
    await visit(page, SHOP, withEndpoint);
    const { serverId } = await identityWith(page, 'server_answered');
    expect([await ask(false), await ask(true)]).toEqual([serverId, serverId]);
    expect(world.endpointRequests()).toEqual(['/fpid/id', '/fpid/id']);
  });

  test('is not asked by fetchServerCookie without consent', async () => {
    await visit(page, SHOP, { ...withEndpoint, consent: { default: 'denied' } });
    const message = await page.evaluate(
      () =>
        new Promise((resolve) =>
          firstPartyId.fetchServerCookie(resolve, ({ message }) => resolve(message), true),
        ),
    );
    expect(message).toContain('consent_denied');
    expect(world.endpointRequests()).toEqual([]);
  });

  test('is a function of the host, if the page says so', async () => {
    const script = `firstPartyIdConfig.serverUrl = (host) => host + '/fpid'`;
    await visit(page, SHOP, { script });
    await identityWith(page, 'server_answered');
    expect(world.site.requestsTo(`${OWN_PATH}/id`)).toHaveLength(1);
  });
});

describe('engagement', () => {
  test('is counted over the pages of a session', async () => {
    await page.clock.install();
    await visit(page, SHOP);
    await page.clock.runFor(6000);
    expect(await identityNow(page)).toMatchObject({ engaged: false });
    const second = await visit(page, SHOP);
    expect(second).toMatchObject({ engaged: false, hitNumber: 2 });
    await page.clock.runFor(3500);
    expect(await identityNow(page)).toMatchObject({ engaged: false });
    await page.clock.runFor(1000);
    expect(await identityNow(page)).toMatchObject({ engaged: true, hitNumber: 2 });
    expect((await cookieNamed(page, '_d8a_P')).value).toMatch(/\$g1\$/);
  });

  test('is not counted while the page has no focus', async () => {
    await page.clock.install();
    await visit(page, SHOP);
    await page.evaluate(() => {
      document.hasFocus = () => false;
      dispatchEvent(new Event('blur'));
    });
    await page.clock.runFor(60_000);
    expect(await identityNow(page)).toMatchObject({ engaged: false });
    await page.evaluate(() => {
      document.hasFocus = () => true;
      dispatchEvent(new Event('focus'));
    });
    await page.clock.runFor(10_000);
    expect(await identityNow(page)).toMatchObject({ engaged: true });
  });

  test('begins anew with a session, and is left to the tracker that keeps it', async () => {
    await page.clock.install();
    await visit(page, SHOP);
    await page.clock.runFor(10_000);
    expect(await identityNow(page)).toMatchObject({ engaged: true });
    const next = await page.evaluate(() => firstPartyId.newSession());
    expect(next).toMatchObject({ sessionNumber: 2, engaged: false });
    await page.clock.runFor(9000);
    expect(await identityNow(page)).toMatchObject({ engaged: false });
    await visit(page, SHOP, { options: { sessionKeeper: 'tracker' } });
    await page.clock.runFor(60_000);
    expect(await identityNow(page)).toMatchObject({ engaged: false });
  });
});

describe('a page view', () => {
  test('is counted by hit(), not by changes of history', async () => {
    await visit(page, SHOP);
    await page.evaluate(() => history.pushState(null, '', '/cart'));
    expect(await identityNow(page)).toMatchObject({ hitNumber: 1 });
    expect(await hit(page)).toMatchObject({ hitNumber: 2 });
  });

  test('is counted by changes of history where the page asks for it', async () => {
    await visit(page, SHOP, { options: { countNavigation: true } });
    await page.evaluate(() => history.pushState(null, '', '/cart'));
    await page.waitForFunction(() => firstPartyId.get().hitNumber === 2);
    await page.goBack();
    await page.waitForFunction(() => firstPartyId.get().hitNumber === 3);
  });

  test('after the timeout of an open page starts a session', async () => {
    const clock = await installFakeClock(page.context());
    world.setEndpointClock(clock);
    const { clientId } = await visit(page, SHOP, withEndpoint);
    await identityWith(page, 'server_answered');
    await clock.advanceSeconds(1801);
    expect(await hit(page)).toMatchObject({ clientId, sessionNumber: 2, hitNumber: 1 });
    await identityWith(page, 'server_answered');
    expect(world.endpointRequests()).toEqual(['/fpid/id', '/fpid/id']);
    world.setEndpointClock({ nowMillis: Date.now, advanceSeconds: clock.advanceSeconds });
  });
});

describe('calls', () => {
  test('made before the script arrives are kept, and those made later are made at once', async () => {
    const script = `heard = []; firstPartyIdQueue = [(it) => it.hit(), (it) => it.on('change', ({ hitNumber }) => heard.push(hitNumber))]`;
    await visit(page, SHOP, { script });
    await page.waitForFunction(() => firstPartyId.get().hitNumber === 2);
    await page.evaluate(
      'new Promise((done) => firstPartyIdQueue.push((it) => it.hit().then(done)))',
    );
    expect(await page.evaluate('heard')).toEqual([2, 3]);
  });

  test('of on() end when the page says so', async () => {
    await visit(page, SHOP);
    const heard = await page.evaluate(async () => {
      let count = 0;
      const stop = firstPartyId.on('change', () => (count += 1));
      await firstPartyId.hit();
      stop();
      await firstPartyId.hit();
      return count;
    });
    expect(heard).toBe(1);
  });
});

describe('attributes of the script tag', () => {
  const open = async (tag: string) => {
    world.site.routes['/attributes'] = `<!doctype html><title>A page</title>${tag}`;
    await page.goto(`${SHOP}/attributes`);
    await page.waitForFunction(() => 'firstPartyId' in window);
    return page.evaluate(() => firstPartyId.ready);
  };

  test.each(['', ' async', ' defer', ' type="module"'])(
    'configure it, loaded with%s',
    async (how) => {
      const identity = await open(
        `<script${how} src="/loader.js" data-property-ids="P, Q" data-cookie-prefix="shop" data-cookie-domain="none" data-engagement-seconds="0"></script>`,
      );
      expect(identity).toMatchObject({ cookieDomain: '' });
      expect(await cookieNames(page)).toEqual(['shop_d8a', 'shop_d8a_P', 'shop_d8a_Q']);
      expect(await page.evaluate(() => firstPartyId.get().engaged)).toBe(true);
    },
  );

  test.each(['src="/loader.js?l=other"', 'src="/loader.js" data-data-layer="other"'])(
    'name the data layer: %s',
    async (attributes) => {
      const identity = await open(
        `<script>other = [['consent', 'default', { analytics_storage: 'denied' }]]</script><script ${attributes} data-property-ids="P"></script>`,
      );
      expect(identity).toMatchObject({ consent: 'denied' });
    },
  );

  test('outdo window.firstPartyIdConfig', async () => {
    await open(
      `<script>firstPartyIdConfig = { propertyIds: ['A'], cookiePrefix: 'shop' }</script><script src="/loader.js" data-property-ids="P"></script>`,
    );
    expect(await cookieNames(page)).toEqual(['shop_d8a', 'shop_d8a_P']);
  });
});

test('the module does the same for a page that calls it', async () => {
  world.site.routes['/module'] = `<!doctype html><title>A page</title><script type="module">
import { createFirstPartyId } from '/loader.mjs';
window.identity = createFirstPartyId({ propertyIds: ['P'] }).ready;</script>`;
  await page.goto(`${SHOP}/module`);
  await page.waitForFunction('window.identity');
  expect(await page.evaluate('identity')).toMatchObject({ source: 'new', hitNumber: 1 });
  expect(await cookieNames(page)).toEqual(['_d8a', '_d8a_P']);
});

test('two loaders on one page have one visitor and count one hit', async () => {
  world.site.routes['/twice'] = `<!doctype html><title>A page</title>
<script src="/loader.js" data-property-ids="P"></script><script src="/loader.js" data-property-ids="P"></script>`;
  await page.goto(`${SHOP}/twice`);
  expect(await page.evaluate(() => firstPartyId.ready)).toMatchObject({ hitNumber: 1 });
  expect((await cookieNamed(page, '_d8a_P')).value).toMatch(/\$j0\$/);
});
