import { describe, expect, test } from '@jest/globals';
import { FORM, useEndpointVisitor } from './endpoint-visitor.ts';
import { SHOP } from './hosts.ts';
import { IDENTITY_COOKIES } from './identity-cookies.ts';
import { startTagSite } from './tag-site.ts';
import { cookieNamed, cookieNames, navigateInPage, updateConsent, visit } from './tag-visit.ts';
import { useWorld } from './use-world.ts';

// The built template and the endpoint together: when the endpoint is asked, and what the visitor gets for it.

const DAY_SECONDS = 86_400;
const OWN_PATH = FORM.serverUrl;

const world = useWorld(startTagSite);
const visitor = useEndpointVisitor(world);
const { view } = visitor;
const tags = [FORM];

describe('requests', () => {
  test.each([OWN_PATH, 'id.shop.example.com/fpid'])(
    'to %s: one at the first page view of a session, none at the others',
    async (serverUrl) => {
      const first = await view({ serverUrl });
      expect(first.requests).toEqual(['/fpid/id.gif']);
      expect(world().site.requestsTo(`${serverUrl}/id.gif`)).toHaveLength(1);
      const { value: serverId } = await cookieNamed(visitor.page, '_td_ssc_id');
      expect(first).toMatchObject({ hitNumber: 1, serverId });
      expect(first.reasons).toContain('server_answered');

      expect(await view({ serverUrl })).toMatchObject({ requests: [], hitNumber: 2, serverId });
      expect(await view({ serverUrl })).toMatchObject({ requests: [], hitNumber: 3, serverId });
      const late = await view({ serverUrl }, 1801);
      expect(late).toMatchObject({ requests: ['/fpid/id.gif'], sessionNumber: 2, hitNumber: 1 });
      expect(late.clientId).toBe(first.clientId);
      expect(await view({ serverUrl })).toMatchObject({ requests: [], hitNumber: 2 });
      expect(await cookieNames(visitor.page)).toEqual(IDENTITY_COOKIES);
    },
  );

  test('in-page navigation counts a hit and makes none', async () => {
    await view();
    await visitor.clock.advanceSeconds(1);
    expect(await navigateInPage(visitor.page, '/cart')).toMatchObject({
      hitNumber: 2,
      sessionNumber: 1,
    });
    expect((await cookieNamed(visitor.page, '_d8a_P')).value).toMatch(/\$j1\$/);
    expect(world().endpointRequests()).toEqual(['/fpid/id.gif']);
  });

  test('in-page navigation after the timeout starts a session and makes one', async () => {
    await view();
    await visitor.clock.advanceSeconds(1801);
    expect(await navigateInPage(visitor.page, '/cart')).toMatchObject({
      hitNumber: 1,
      sessionNumber: 2,
    });
    expect(world().endpointRequests()).toEqual(['/fpid/id.gif', '/fpid/id.gif']);
  });

  test('tags of two properties on one event share one', async () => {
    const { statuses } = await visit(visitor.page, SHOP, {
      tags: [
        { propertyIds: 'P', serverUrl: OWN_PATH },
        { propertyIds: 'Q', serverUrl: OWN_PATH },
      ],
    });
    expect(statuses).toEqual(['success', 'success']);
    expect(world().endpointRequests()).toEqual(['/fpid/id.gif']);
    expect(await cookieNames(visitor.page)).toEqual([...IDENTITY_COOKIES, '_d8a_Q'].sort());
    const carried = world().site.requestsTo(`${OWN_PATH}/id.gif`)[0]?.cookie;
    expect(carried).toContain('_d8a_P=');
    expect(carried).toContain('_d8a_Q=');
  });

  test('two tags of one property on one event share one, and count one hit', async () => {
    const twice = { tags: [...tags, ...tags] };
    expect((await visit(visitor.page, SHOP, twice)).identity.hitNumber).toBe(1);
    expect(world().endpointRequests()).toEqual(['/fpid/id.gif']);
    await visitor.clock.advanceSeconds(1);
    expect((await visit(visitor.page, SHOP, twice)).identity.hitNumber).toBe(2);
    expect((await cookieNamed(visitor.page, '_d8a_P')).value).toMatch(/\$j1\$/);
    expect(world().endpointRequests()).toEqual(['/fpid/id.gif']);
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

describe('the lifetime', () => {
  test('of the client cookie is the endpoint’s, and no script shortens it', async () => {
    const daysLeft = async () =>
      ((await cookieNamed(visitor.page, '_d8a')).expires - Date.now() / 1000) / DAY_SECONDS;
    await view({ serverUrl: '', cookieMaxAgeDays: 7 });
    expect(await daysLeft()).toBeCloseTo(7, 2);
    await view({ cookieMaxAgeDays: 7 });
    // Two years; Chromium makes 400 days of them.
    expect(await daysLeft()).toBeGreaterThan(399.9);
    const kept = await cookieNamed(visitor.page, '_d8a');
    await view({ cookieMaxAgeDays: 7 });
    await navigateInPage(visitor.page, '/cart');
    expect(await cookieNamed(visitor.page, '_d8a')).toEqual(kept);
    const shortened = `_d8a=${kept.value}; Path=/; Domain=example.com; Secure; Max-Age=60`;
    await visitor.page.evaluate((cookie) => void (document.cookie = cookie), shortened);
    expect(await daysLeft()).toBeLessThan(1);
    await view({ cookieMaxAgeDays: 7 }, 1801);
    expect(await daysLeft()).toBeGreaterThan(399.9);
  });
});

describe('consent', () => {
  const denied = { tags, consent: { default: 'denied' as const } };

  test('that comes and goes and comes makes a visitor each time, and one request', async () => {
    await visit(visitor.page, SHOP, denied);
    expect(world().endpointRequests()).toEqual([]);
    const first = await updateConsent(visitor.page, 'granted');
    expect(await cookieNames(visitor.page)).toEqual(IDENTITY_COOKIES);
    await visitor.clock.advanceSeconds(1);
    await updateConsent(visitor.page, 'denied');
    expect(await cookieNames(visitor.page)).toEqual([]);
    await visitor.clock.advanceSeconds(1);
    const second = await updateConsent(visitor.page, 'granted');
    expect(await cookieNames(visitor.page)).toEqual(IDENTITY_COOKIES);
    expect(second.clientId).not.toBe(first.clientId);
    expect(second.serverId).not.toBe(first.serverId);
    expect(world().endpointRequests()).toEqual([
      '/fpid/id.gif',
      '/fpid/forget.gif',
      '/fpid/id.gif',
    ]);
  });

  test('withdrawn on an earlier page is forgotten once, however many pages repeat it', async () => {
    await view();
    const withdrawn = { tags, consent: { default: 'denied', update: 'denied' } as const };
    world().site.requests.length = 0;
    const { identity } = await visit(visitor.page, SHOP, withdrawn);
    expect(identity).toMatchObject({ consent: 'withdrawn', source: 'memory', serverId: '' });
    expect(await cookieNames(visitor.page)).toEqual([]);
    await visit(visitor.page, SHOP, withdrawn);
    expect(world().endpointRequests()).toEqual(['/fpid/forget.gif']);
  });

  test('withdrawn, to be kept, leaves every cookie and asks nobody', async () => {
    await view();
    const before = await visitor.page.context().cookies();
    world().site.requests.length = 0;
    await visit(visitor.page, SHOP, {
      tags: tags.map((fields) => ({ ...fields, onWithdrawal: 'keep' })),
      consent: { default: 'denied', update: 'denied' },
    });
    expect(await visitor.page.context().cookies()).toEqual(before);
    expect(world().endpointRequests()).toEqual([]);
  });
});

test('the action forget leaves no cookie and no identity, and says nothing else', async () => {
  const { clientId } = await view();
  const forgotten = await view({ action: 'forget' });
  expect(forgotten).toMatchObject({ clientId: '', sessionId: '', serverId: '', source: 'none' });
  expect(forgotten.reasons).toEqual(['consent_unset', 'forgotten', 'server_answered']);
  expect(await visitor.page.context().storageState()).toEqual({ cookies: [], origins: [] });
  expect((await view()).clientId).not.toBe(clientId);
});
