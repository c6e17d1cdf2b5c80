import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { START_MILLIS } from './browser-and-site.ts';
import { installFakeClock, type FakeClock } from './fake-clock.ts';
import { closePages } from './page-cookies.ts';
import { SHOP, startTagSite, type TagSite } from './tag-site.ts';
import { cookieNamed, cookieNames, navigateInPage, updateConsent, visit } from './tag-visit.ts';

// The built template and the endpoint together: when the endpoint is asked, and what the visitor gets for it.

const DAY_SECONDS = 86_400;
const OWN_PATH = 'www.shop.example.com/fpid';
const ALL_NAMES = ['_d8a', '_d8a_P', '_td_ssc_id', 'first_party_backup', 'first_party_id'];

let world: TagSite;
let page: Page;
let clock: FakeClock;

beforeAll(async () => {
  world = await startTagSite();
}, START_MILLIS);

beforeEach(async () => {
  page = await world.browser.newPage();
  clock = await installFakeClock(page.context());
  world.setEndpointClock(clock);
  world.site.requests.length = 0;
});
afterEach(() => closePages(world.browser));
afterAll(() => world.close());

const tags = [{ propertyIds: 'P', serverUrl: OWN_PATH }];

/** The page view of a visitor, seconds after the one before it; with the requests it made to the endpoint. */
async function view(more: object = {}, secondsLater = 1) {
  await clock.advanceSeconds(secondsLater);
  world.site.requests.length = 0;
  const { identity, statuses } = await visit(page, SHOP, {
    tags: tags.map((fields) => ({ ...fields, ...more })),
  });
  expect(statuses).toEqual(['success']);
  return { ...identity, requests: world.endpointRequests() };
}

const lose = (...names: string[]) =>
  Promise.all(names.map((name) => page.context().clearCookies({ name })));

describe('requests', () => {
  test.each([OWN_PATH, 'id.shop.example.com/fpid'])(
    'to %s: one at the first page view of a session, none at the others',
    async (serverUrl) => {
      const first = await view({ serverUrl });
      expect(first.requests).toEqual(['/fpid/id.gif']);
      expect(world.site.requestsTo(`${serverUrl}/id.gif`)).toHaveLength(1);
      const { value: serverId } = await cookieNamed(page, '_td_ssc_id');
      expect(first).toMatchObject({ hitNumber: 1, serverId });
      expect(first.reasons).toContain('server_answered');

      expect(await view({ serverUrl })).toMatchObject({ requests: [], hitNumber: 2, serverId });
      expect(await view({ serverUrl })).toMatchObject({ requests: [], hitNumber: 3, serverId });
      const late = await view({ serverUrl }, 1801);
      expect(late).toMatchObject({ requests: ['/fpid/id.gif'], sessionNumber: 2, hitNumber: 1 });
      expect(late.clientId).toBe(first.clientId);
      expect(await view({ serverUrl })).toMatchObject({ requests: [], hitNumber: 2 });
      expect(await cookieNames(page)).toEqual(ALL_NAMES);
    },
  );

  test('in-page navigation counts a hit and makes none', async () => {
    await view();
    await clock.advanceSeconds(1);
    expect(await navigateInPage(page, '/cart')).toMatchObject({ hitNumber: 2, sessionNumber: 1 });
    expect((await cookieNamed(page, '_d8a_P')).value).toMatch(/\$j1\$/);
    expect(world.endpointRequests()).toEqual(['/fpid/id.gif']);
  });

  test('in-page navigation after the timeout starts a session and makes one', async () => {
    await view();
    await clock.advanceSeconds(1801);
    expect(await navigateInPage(page, '/cart')).toMatchObject({ hitNumber: 1, sessionNumber: 2 });
    expect(world.endpointRequests()).toEqual(['/fpid/id.gif', '/fpid/id.gif']);
  });

  test('tags of two properties on one event share one', async () => {
    const { statuses } = await visit(page, SHOP, {
      tags: [
        { propertyIds: 'P', serverUrl: OWN_PATH },
        { propertyIds: 'Q', serverUrl: OWN_PATH },
      ],
    });
    expect(statuses).toEqual(['success', 'success']);
    expect(world.endpointRequests()).toEqual(['/fpid/id.gif']);
    expect(await cookieNames(page)).toEqual([...ALL_NAMES, '_d8a_Q'].sort());
    const carried = world.site.requestsTo(`${OWN_PATH}/id.gif`)[0]?.cookie;
    expect(carried).toContain('_d8a_P=');
    expect(carried).toContain('_d8a_Q=');
  });

  test('two tags of one property on one event share one, and count one hit', async () => {
    const twice = { tags: [...tags, ...tags] };
    expect((await visit(page, SHOP, twice)).identity.hitNumber).toBe(1);
    expect(world.endpointRequests()).toEqual(['/fpid/id.gif']);
    await clock.advanceSeconds(1);
    expect((await visit(page, SHOP, twice)).identity.hitNumber).toBe(2);
    expect((await cookieNamed(page, '_d8a_P')).value).toMatch(/\$j1\$/);
    expect(world.endpointRequests()).toEqual(['/fpid/id.gif']);
  });

  test.each([
    ['engage', 'already on the session', []],
    ['newSession', 'starts a session', ['/fpid/id.gif']],
    ['forget', 'erases', ['/fpid/forget.gif']],
  ])('the action %s %s: %j', async (action, _, requests) => {
    await view();
    expect((await view({ action }, 60)).requests).toEqual(requests);
  });
});

describe('a cookie that is gone while the visitor is known', () => {
  test('is the session: it comes back with its count and goes on', async () => {
    const first = await view();
    await lose('_d8a_P');
    const back = await view({}, 60);
    const { clientId, sessionId } = first;
    expect(back).toMatchObject({
      clientId,
      sessionId,
      sessionNumber: 1,
      hitNumber: 2,
      requests: ['/fpid/id.gif'],
      reasons: expect.arrayContaining(['session_restored', 'session_continued']),
    });
    expect((await cookieNamed(page, '_d8a_P')).value).toMatch(`S1.1.s${sessionId}$o1$`);
    expect((await view()).requests).toEqual([]);
  });

  test('is the session after weeks: it comes back with its count and rolls over', async () => {
    const first = await view();
    const second = await view({}, DAY_SECONDS);
    expect(second.sessionNumber).toBe(2);
    await view();
    await lose('_d8a_P');
    const third = await view({}, 60 * DAY_SECONDS);
    expect(third).toMatchObject({
      clientId: first.clientId,
      sessionNumber: 3,
      hitNumber: 1,
      isNewSession: true,
      requests: ['/fpid/id.gif'],
      reasons: expect.arrayContaining(['session_restored', 'session_expired']),
    });
    expect((await cookieNamed(page, '_d8a_P')).value).toMatch(/\$o3\$/);
    expect(await view()).toMatchObject({ requests: [], sessionNumber: 3, hitNumber: 2 });
    expect((await view({}, 1801)).sessionNumber).toBe(4);
  });

  test('is the client cookie: it comes back', async () => {
    const first = await view();
    await lose('_d8a');
    const { clientId, sessionId } = first;
    expect(await view({}, 60)).toMatchObject({
      clientId,
      sessionId,
      hitNumber: 2,
      source: 'restored',
      requests: ['/fpid/id.gif'],
    });
    expect((await cookieNamed(page, '_d8a')).value).toBe(`C1.1.${clientId}`);
  });

  test('is both: the visitor keeps the client ID and the count', async () => {
    const first = await view();
    await lose('_d8a', '_d8a_P');
    const back = await view({}, 8 * DAY_SECONDS);
    expect(back).toMatchObject({
      clientId: first.clientId,
      serverId: first.serverId,
      sessionNumber: 2,
      source: 'restored',
      requests: ['/fpid/id.gif'],
      reasons: expect.arrayContaining(['client_id_restored', 'session_restored']),
    });
    expect((await cookieNamed(page, '_d8a')).value).toBe(`C1.1.${first.clientId}`);
    expect((await view()).requests).toEqual([]);
  });

  test.each(['_d8a', '_d8a_P'])('is there but damaged: %s comes back', async (name) => {
    const { clientId } = await view();
    const damaged = `${name}=%E0%A4%A; Path=/; Domain=example.com; Secure`;
    await page.evaluate((cookie) => void (document.cookie = cookie), damaged);
    const back = await view({}, 60);
    expect(back).toMatchObject({ clientId, sessionNumber: 1, requests: ['/fpid/id.gif'] });
    expect(back.hitNumber).toBe(2);
    expect((await view()).requests).toEqual([]);
    expect(await cookieNames(page)).toEqual(ALL_NAMES);
  });

  test("is the server's readable id: the same one is there again", async () => {
    const { clientId, serverId } = await view();
    await lose('_td_ssc_id');
    const again = await view();
    expect(again).toMatchObject({ clientId, serverId, hitNumber: 2, requests: ['/fpid/id.gif'] });
    expect((await cookieNamed(page, '_td_ssc_id')).value).toBe(serverId);
  });

  test('is everything: the visitor is new', async () => {
    const first = await view();
    await page.context().clearCookies();
    const next = await view();
    expect(next).toMatchObject({ sessionNumber: 1, source: 'new', requests: ['/fpid/id.gif'] });
    expect(next.clientId).not.toBe(first.clientId);
    expect(next.serverId).not.toBe(first.serverId);
  });
});

describe('the lifetime', () => {
  test('of the client cookie is the endpoint’s, and no script shortens it', async () => {
    const daysLeft = async () =>
      ((await cookieNamed(page, '_d8a')).expires - Date.now() / 1000) / DAY_SECONDS;
    await view({ serverUrl: '', cookieMaxAgeDays: 7 });
    expect(await daysLeft()).toBeCloseTo(7, 2);
    await view({ cookieMaxAgeDays: 7 });
    // Two years; Chromium makes 400 days of them.
    expect(await daysLeft()).toBeGreaterThan(399.9);
    const kept = await cookieNamed(page, '_d8a');
    await view({ cookieMaxAgeDays: 7 });
    await navigateInPage(page, '/cart');
    expect(await cookieNamed(page, '_d8a')).toEqual(kept);
    const shortened = `_d8a=${kept.value}; Path=/; Domain=example.com; Secure; Max-Age=60`;
    await page.evaluate((cookie) => void (document.cookie = cookie), shortened);
    expect(await daysLeft()).toBeLessThan(1);
    await view({ cookieMaxAgeDays: 7 }, 1801);
    expect(await daysLeft()).toBeGreaterThan(399.9);
  });
});

describe('consent', () => {
  const denied = { tags, consent: { default: 'denied' as const } };

  test('that comes and goes and comes makes a visitor each time, and one request', async () => {
    await visit(page, SHOP, denied);
    expect(world.endpointRequests()).toEqual([]);
    const first = await updateConsent(page, 'granted');
    expect(await cookieNames(page)).toEqual(ALL_NAMES);
    await clock.advanceSeconds(1);
    await updateConsent(page, 'denied');
    expect(await cookieNames(page)).toEqual([]);
    await clock.advanceSeconds(1);
    const second = await updateConsent(page, 'granted');
    expect(await cookieNames(page)).toEqual(ALL_NAMES);
    expect(second.clientId).not.toBe(first.clientId);
    expect(second.serverId).not.toBe(first.serverId);
    expect(world.endpointRequests()).toEqual(['/fpid/id.gif', '/fpid/forget.gif', '/fpid/id.gif']);
  });

  test('withdrawn on an earlier page is forgotten once, however many pages repeat it', async () => {
    await view();
    const withdrawn = { tags, consent: { default: 'denied', update: 'denied' } as const };
    world.site.requests.length = 0;
    const { identity } = await visit(page, SHOP, withdrawn);
    expect(identity).toMatchObject({ consent: 'withdrawn', source: 'memory', serverId: '' });
    expect(await cookieNames(page)).toEqual([]);
    await visit(page, SHOP, withdrawn);
    expect(world.endpointRequests()).toEqual(['/fpid/forget.gif']);
  });

  test('withdrawn, to be kept, leaves every cookie and asks nobody', async () => {
    await view();
    const before = await page.context().cookies();
    world.site.requests.length = 0;
    await visit(page, SHOP, {
      tags: tags.map((fields) => ({ ...fields, onWithdrawal: 'keep' })),
      consent: { default: 'denied', update: 'denied' },
    });
    expect(await page.context().cookies()).toEqual(before);
    expect(world.endpointRequests()).toEqual([]);
  });
});

test('the action forget leaves no cookie and no identity, and says nothing else', async () => {
  const { clientId } = await view();
  const forgotten = await view({ action: 'forget' });
  expect(forgotten).toMatchObject({ clientId: '', sessionId: '', serverId: '', source: 'none' });
  expect(forgotten.reasons).toEqual(['consent_unset', 'forgotten', 'server_answered']);
  expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
  expect((await view()).clientId).not.toBe(clientId);
});
