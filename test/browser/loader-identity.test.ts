import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { LoaderOptions } from '../../src/loader/index.ts';
import { installFakeClock } from './fake-clock.ts';
import { HOSTS, SHOP } from './hosts.ts';
import { IDENTITY_COOKIES } from './identity-cookies.ts';
import { writeKnownVisitor } from './known-visitor.ts';
import {
  hit,
  identityNow,
  identityWith,
  startLoaderSite,
  updateConsent,
  visit,
} from './loader-site.ts';
import { cookiesOfNewVisitor, tellsNewVisitor } from './new-visitor.ts';
import { listJar } from './page-cookies.ts';
import { cookieNamed, cookieNames } from './tag-visit.ts';
import { useWorld } from './use-world.ts';

// The built loader on real cookies, on hosts that browsers treat differently.

const world = useWorld(startLoaderSite);

const newPage = () => world().browser.newPage();

describe.each(HOSTS)('on $origin', ({ origin, domain }) => {
  const withEndpoint = { options: { serverUrl: '/fpid' } };

  test('there is one client cookie and one session cookie a property', async () => {
    const page = await newPage();
    const identity = await visit(page, origin, { options: { propertyIds: 'P, Q' } });
    expect(await listJar(page)).toEqual(cookiesOfNewVisitor(identity, domain));
    expect(identity).toMatchObject(tellsNewVisitor(domain));
  });

  test('the second page view has the same identity, and is hit number 2', async () => {
    const page = await newPage();
    const { clientId, sessionId, sessionNumber } = await visit(page, origin);
    const second = await visit(page, `${origin}/cart`);
    expect(second).toMatchObject({
      clientId,
      sessionId,
      sessionNumber,
      hitNumber: 2,
      source: 'cookie',
    });
    expect(await hit(page)).toMatchObject({ clientId, sessionId, hitNumber: 3 });
    expect(await cookieNames(page)).toEqual(['_d8a', '_d8a_P']);
  });

  test('nothing is stored while denied, and the same id is promoted on grant', async () => {
    const page = await newPage();
    const denied = await visit(page, origin, { ...withEndpoint, consent: { default: 'denied' } });
    expect(denied).toMatchObject({ consent: 'denied', source: 'memory', hitNumber: 1 });
    expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
    const { clientId, sessionId } = denied;
    expect(await updateConsent(page, 'granted')).toMatchObject({
      clientId,
      sessionId,
      consent: 'granted',
      source: 'promoted',
      hitNumber: 1,
    });
    expect(await listJar(page)).toContain(`_d8a=C1.1.${clientId}; ${domain}`);
    await identityWith(page, 'server_answered');
    expect(world().endpointRequests()).toEqual(['/fpid/id']);
  });

  test('everything is erased on withdrawal, in the browser and at the endpoint', async () => {
    const page = await newPage();
    const consent = { default: 'denied', update: 'granted' };
    const { clientId } = await visit(page, origin, { ...withEndpoint, consent });
    const { serverId } = await identityWith(page, 'server_answered');
    expect((await cookieNamed(page, '_td_ssc_id')).value).toBe(serverId);
    expect(await cookieNames(page)).toEqual(IDENTITY_COOKIES);

    const withdrawn = await updateConsent(page, 'denied');
    expect(withdrawn).toMatchObject({ consent: 'withdrawn', source: 'memory', serverId: '' });
    expect(withdrawn.clientId).not.toBe(clientId);
    await identityWith(page, 'server_answered');
    expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
    expect(world().endpointRequests()).toEqual(['/fpid/id', '/fpid/forget']);
  });

  test('a default that denies erases nothing, and the choice restores the identity', async () => {
    const page = await newPage();
    const { clientId, sessionId } = await visit(page, origin, withEndpoint);
    await identityWith(page, 'server_answered');
    const before = await page.context().cookies();
    world().site.requests.length = 0;

    const consent = { default: 'denied' };
    const denied = await visit(page, `${origin}/cart`, { ...withEndpoint, consent });
    expect(denied).toMatchObject({ consent: 'denied', source: 'memory', serverId: '' });
    expect(denied.clientId).not.toBe(clientId);
    expect(await page.context().cookies()).toEqual(before);

    const granted = await updateConsent(page, 'granted');
    expect(granted).toMatchObject({ clientId, sessionId, source: 'cookie', hitNumber: 2 });
    expect(world().endpointRequests()).toEqual([]);
  });
});

describe('a session', () => {
  test('rolls over strictly after the timeout', async () => {
    const page = await newPage();
    const clock = await installFakeClock(page.context());
    const { clientId, sessionId } = await visit(page, SHOP);
    await clock.advanceSeconds(1800);
    expect(await visit(page, SHOP)).toMatchObject({ clientId, sessionId, hitNumber: 2 });
    await clock.advanceSeconds(1801);
    expect(await visit(page, SHOP)).toMatchObject({
      clientId,
      sessionId: `${Math.floor(clock.nowMillis() / 1000)}`,
      sessionNumber: 2,
      hitNumber: 1,
      isNewSession: true,
    });
  });

  test('of an idle tab goes on where another tab has left it', async () => {
    const context = await world().browser.newContext();
    const clock = await installFakeClock(context);
    const page = await context.newPage();
    const { clientId, sessionId } = await visit(page, SHOP);
    const other = await context.newPage();
    await clock.advanceSeconds(1200);
    await visit(other, SHOP);
    await clock.advanceSeconds(1200);
    expect(await hit(page)).toMatchObject({ clientId, sessionId, sessionNumber: 1, hitNumber: 3 });
    await clock.advanceSeconds(1801);
    expect(await hit(other)).toMatchObject({ clientId, sessionNumber: 2, hitNumber: 1 });
    expect(await hit(page)).toMatchObject({ clientId, sessionNumber: 2, hitNumber: 2 });
    expect(await cookieNames(page)).toEqual(['_d8a', '_d8a_P']);
  });

  test('is begun by newSession, and ended with everything else by forget', async () => {
    const page = await newPage();
    const { clientId } = await visit(page, SHOP, { options: { serverUrl: '/fpid' } });
    await identityWith(page, 'server_answered');
    const next = await page.evaluate(() => firstPartyId.newSession());
    expect(next).toMatchObject({ clientId, sessionNumber: 2, hitNumber: 1 });
    await identityWith(page, 'server_answered');
    const nobody = await page.evaluate(() => firstPartyId.forget());
    expect(nobody).toMatchObject({ clientId: '', source: 'none' });
    await identityWith(page, 'server_answered');
    expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
    expect(world().endpointRequests()).toEqual(['/fpid/id', '/fpid/id', '/fpid/forget']);
  });
});

describe('cookies of the host alone', () => {
  const kept = async (...domains: string[]) => {
    const page = await newPage();
    await page.goto(`${SHOP}/plain`);
    await writeKnownVisitor(page, 5, domains);
    return page;
  };

  test.each([[['']], [['', 'example.com']], [['', 'shop.example.com', 'example.com']]])(
    'and of %j go on as one, on the widest domain',
    async (domains) => {
      const page = await kept(...domains);
      const identity = await visit(page, SHOP);
      expect(identity).toMatchObject({ clientId: '5.1690000000', sessionNumber: 3, hitNumber: 6 });
      expect(identity.reasons.includes('duplicate_removed')).toBe(domains.length > 1);
      expect(await listJar(page)).toEqual([
        '_d8a=C1.1.5.1690000000; .example.com',
        expect.stringMatching(
          /^_d8a_P=S1\.1\.s1690000000\$o3\$g0\$t\d+\$j5\$dabc; \.example\.com$/,
        ),
      ]);
    },
  );

  test.each([
    ['a withdrawal', { consent: { update: 'denied' } }, ''],
    ['forget', {}, 'forget'],
  ])('are erased with those of all wider domains by %s', async (_, setup, method) => {
    const page = await kept('', 'example.com', 'shop.example.com', 'www.shop.example.com');
    expect(await listJar(page)).toHaveLength(8);
    await visit(page, SHOP, setup);
    if (method !== '') await page.evaluate(() => firstPartyId.forget());
    expect(await listJar(page)).toEqual([]);
    expect((await identityNow(page)).source).toBe(method === '' ? 'memory' : 'none');
  });
});

describe('loader-all.js', () => {
  const all = {
    file: 'loader-all.js',
    options: { snowplow: true, treasureData: true, oneVisitorId: true } as LoaderOptions,
  };
  const kept = ['_d8a', '_d8a_P', '_sp_id', '_sp_ses', '_td'];
  const namesOn = async (page: Page) =>
    (await cookieNames(page)).map((name) => name.replace(/\.[0-9a-f]{4}$/, ''));

  test('keeps the cookies of all formats, with one visitor', async () => {
    const page = await newPage();
    const first = await visit(page, SHOP, all);
    expect(await namesOn(page)).toEqual(kept);
    expect(first.treasureData?.clientId).toBe(first.snowplow?.domainUserId);
    expect(first.reasons).toEqual(
      expect.arrayContaining(['client_id_new', 'snowplow_id_new', 'treasure_data_id_new']),
    );
    const second = await visit(page, SHOP, all);
    expect(second.reasons).toEqual(
      expect.arrayContaining(['client_id_stored', 'snowplow_id_stored', 'treasure_data_id_stored']),
    );
    expect(second).toMatchObject({ clientId: first.clientId, hitNumber: 2 });
    expect(second.snowplow).toMatchObject({
      domainUserId: first.snowplow?.domainUserId,
      domainSessionId: first.snowplow?.domainSessionId,
      eventIndex: 2,
    });
    await updateConsent(page, 'denied');
    expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
  });

  test('keeps Snowplow’s state in local storage where the tracker does', async () => {
    const page = await newPage();
    const options = {
      snowplow: true,
      d8a: false,
      snowplowStateStorage: 'localStorage',
    } as LoaderOptions;
    const { clientId } = await visit(page, SHOP, { ...all, options });
    expect(await cookieNames(page)).toEqual([]);
    expect(await visit(page, SHOP, { ...all, options })).toMatchObject({ clientId });
    await page.evaluate(() => firstPartyId.forget());
    expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
  });

  test('keeps d8a’s cookies alone unless it is told more', async () => {
    const page = await newPage();
    await visit(page, SHOP, { file: 'loader-all.js' });
    expect(await cookieNames(page)).toEqual(['_d8a', '_d8a_P']);
  });
});
