import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { installFakeClock } from './fake-clock.ts';
import { SHOP } from './hosts.ts';
import { writeCookie } from './page-cookies.ts';
import {
  endSnowplowSession,
  openTracked,
  snowplowCookie,
  startTrackerSite,
  trackWithSnowplow,
} from './tag-trackers-page.ts';
import { cookieNames, runTags, updateConsent } from './tag-visit.ts';
import { useWorld } from './use-world.ts';
import { uuidV4 } from './uuid-v4.ts';

// The built template and Snowplow's published tracker, in turn, on the same real cookies.

const world = useWorld(startTrackerSite);

const alone = { d8a: false, snowplow: true };

const sites = [
  { origin: 'https://example.com', domain: '.example.com', hash: '8809', fields: {}, tracker: {} },
  {
    origin: 'https://www.example.co.uk',
    domain: '.example.co.uk',
    hash: 'a37f',
    fields: {},
    tracker: {},
  },
  {
    origin: 'https://www.shop.example.com',
    domain: 'www.shop.example.com',
    hash: '6d07',
    fields: { cookieDomain: 'none' },
    tracker: { discoverRootDomain: false },
  },
];

describe.each(sites)('on $origin with cookies on $domain', (site) => {
  const { origin, domain, hash } = site;

  const open = () => openTracked(world(), origin);
  const tag = (page: Page, fields: object = {}) =>
    runTags(page, { tags: [{ ...alone, ...site.fields, ...fields }] });
  const track = (page: Page, settings: object = {}) =>
    trackWithSnowplow(page, { ...site.tracker, ...settings });
  const kept = (page: Page) => snowplowCookie(page, hash);

  test('the tag goes on with what the tracker has begun', async () => {
    const page = await open();
    await track(page);
    const begun = await kept(page);
    expect(begun).toMatchObject({ visits: 1, events: 1, domain });
    await page.reload();
    const { identity } = await tag(page);
    expect(identity).toMatchObject({
      clientId: begun.user,
      sessionId: begun.session,
      hitNumber: 2,
    });
    expect(identity.snowplow?.hash).toBe(hash);
    expect(await kept(page)).toEqual({ ...begun, events: 2 });
  });

  test('the tracker goes on with what the tag has begun', async () => {
    const page = await open();
    await tag(page);
    const begun = await kept(page);
    expect(begun).toMatchObject({
      user: expect.stringMatching(uuidV4),
      visits: 1,
      events: 1,
      domain,
    });
    await page.reload();
    await track(page);
    expect(await kept(page)).toEqual({ ...begun, events: 2 });
    expect(await cookieNames(page)).toEqual([`_sp_id.${hash}`, `_sp_ses.${hash}`]);
  });

  test.each([
    ['tag', 1],
    ['tracker', 0],
  ])('in turn, the %s first, they count ten page views and two sessions', async (_, tagsTurn) => {
    const page = await open();
    const clock = await installFakeClock(page.context());
    const sessions: string[] = [];
    for (let view = 1; view <= 10; view += 1) {
      if (view === 6) {
        await clock.advanceSeconds(1860);
        await endSnowplowSession(page, hash);
      }
      await page.reload();
      await (view % 2 === tagsTurn ? tag(page, { snowplowHash: hash }) : track(page));
      const { session, events, visits } = await kept(page);
      expect({ events, visits }).toEqual({
        events: ((view - 1) % 5) + 1,
        visits: view > 5 ? 2 : 1,
      });
      if (!sessions.includes(session)) sessions.push(session);
      await clock.advanceSeconds(60);
    }
    expect(sessions).toHaveLength(2);
    expect((await kept(page)).previousSession).toBe(sessions[0]);
  });

  test('beside the tracker the tag counts nothing, whoever comes first', async () => {
    const page = await open();
    const beside = { sessionKeeper: 'tracker', snowplowHash: hash };
    await tag(page, beside);
    const begun = await kept(page);
    expect(begun).toMatchObject({ visits: 1, events: 0 });
    await track(page);
    expect(await kept(page)).toEqual({ ...begun, events: 1 });

    await page.reload();
    await track(page);
    await tag(page, beside);
    expect(await kept(page)).toEqual({ ...begun, events: 2 });

    await endSnowplowSession(page, hash);
    await page.reload();
    await tag(page, beside);
    expect(await kept(page)).toEqual({ ...begun, events: 2 });
    await track(page);
    expect(await kept(page)).toMatchObject({
      user: begun.user,
      visits: 2,
      events: 1,
      previousSession: begun.session,
    });
  });

  test('an anonymous session goes on without a user', async () => {
    const page = await open();
    await track(page, { anonymousTracking: { withSessionTracking: true } });
    const begun = await kept(page);
    expect(begun).toMatchObject({ user: '', events: 1 });
    await page.reload();
    const { identity } = await tag(page, { snowplowAnonymousTracking: 'withSessionTracking' });
    expect(identity).toMatchObject({ clientId: '', sessionId: begun.session, hitNumber: 2 });
    await page.reload();
    await track(page, { anonymousTracking: { withSessionTracking: true } });
    expect(await kept(page)).toEqual({ ...begun, events: 3 });
  });

  test('in anonymous mode neither keeps anything', async () => {
    const page = await open();
    await track(page, { anonymousTracking: true });
    await tag(page, { snowplowAnonymousTracking: 'anonymous' });
    expect(await cookieNames(page)).toEqual([]);
  });

  test('after consent was withdrawn the tracker meets a new visitor', async () => {
    const page = await open();
    await track(page);
    const begun = await kept(page);
    await tag(page);
    await updateConsent(page, 'denied');
    expect(await cookieNames(page)).toEqual([]);
    await page.reload();
    await track(page);
    const next = await kept(page);
    expect(next).toMatchObject({ visits: 1, events: 1 });
    expect(next.user).not.toBe(begun.user);
  });
});

test('of two cookies of one name both go on with that of the widest domain', async () => {
  const page = await openTracked(world(), 'https://www.shop.example.com');
  await writeCookie(page, '_sp_id.8809=old.1690000000.9.1690000000..s....0; Path=/; Secure');
  await trackWithSnowplow(page);
  await page.context().clearCookies({ name: '_sp_id.8809', domain: '.example.com' });
  const user = '7dcb1c5f-1111-4222-8333-444455556666';
  await writeCookie(
    page,
    `_sp_id.8809=${user}.1680000000.4.1680000000..s....3; Path=/; Secure; Domain=example.com`,
  );
  await page.reload();
  const { identity } = await runTags(page, { tags: [{ ...alone, snowplowHash: '8809' }] });
  expect(identity).toMatchObject({ clientId: user, sessionNumber: 4, hitNumber: 4 });
  expect(identity.reasons).toContain('duplicate_removed');
  await page.reload();
  await trackWithSnowplow(page);
  expect(await snowplowCookie(page, '8809')).toMatchObject({ user, visits: 4, events: 5 });
});

describe('with the endpoint', () => {
  const fields = {
    ...alone,
    treasureData: true,
    snowplowHash: '8809',
    serverUrl: 'www.shop.example.com/fpid',
  };

  const open = async () => {
    const page = await openTracked(world(), SHOP);
    world().site.requests.length = 0;
    return page;
  };

  test('a visitor whose cookies were dropped keeps user, client ID and session count', async () => {
    const page = await open();
    const { identity } = await runTags(page, { tags: [fields] });
    const begun = await snowplowCookie(page, '8809');
    expect(world().endpointRequests()).toEqual(['/fpid/id.gif']);
    for (const name of ['_sp_id.8809', '_sp_ses.8809', '_td']) {
      await page.context().clearCookies({ name });
    }
    await page.reload();
    const back = await runTags(page, { tags: [fields] });
    expect(back.identity).toMatchObject({
      clientId: begun.user,
      sessionNumber: 2,
      hitNumber: 1,
      source: 'restored',
      treasureData: identity.treasureData,
    });
    expect(await snowplowCookie(page, '8809')).toMatchObject({
      visits: 2,
      events: 1,
      previousSession: begun.session,
    });
    expect(world().endpointRequests()).toEqual(['/fpid/id.gif', '/fpid/id.gif']);
  });

  test('the endpoint’s answer does not undo what the tracker counts meanwhile', async () => {
    const page = await open();
    const beside = { ...fields, sessionKeeper: 'tracker' };
    await runTags(page, { tags: [beside] });
    const begun = await snowplowCookie(page, '8809');
    await trackWithSnowplow(page);
    expect(await snowplowCookie(page, '8809')).toEqual({ ...begun, events: 1 });
    await endSnowplowSession(page, '8809');
    await page.reload();
    await trackWithSnowplow(page);
    await runTags(page, { tags: [beside] });
    expect(await snowplowCookie(page, '8809')).toMatchObject({ visits: 2, events: 1 });
  });

  test('a withdrawal erases everything, at the endpoint too', async () => {
    const page = await open();
    await runTags(page, { tags: [fields] });
    await updateConsent(page, 'denied');
    expect((await page.context().cookies()).map(({ name }) => name)).toEqual([]);
    expect(world().endpointRequests()).toEqual(['/fpid/id.gif', '/fpid/forget.gif']);
  });
});
