import { describe, expect, test } from '@jest/globals';
import { installFakeClock } from './fake-clock.ts';
import { HOSTS, SHOP } from './hosts.ts';
import { IDENTITY_COOKIES } from './identity-cookies.ts';
import { writeKnownVisitor } from './known-visitor.ts';
import { cookiesOfNewVisitor, tellsNewVisitor } from './new-visitor.ts';
import { listJar } from './page-cookies.ts';
import { startTagSite } from './tag-site.ts';
import {
  cookieNamed,
  cookieNames,
  navigateInPage,
  runTags,
  updateConsent,
  visit,
} from './tag-visit.ts';
import { useWorld } from './use-world.ts';

// The built template in the sandbox, on real cookies, on hosts that browsers treat differently.

const world = useWorld(startTagSite);

const tags = [{ propertyIds: 'P' }];

describe.each(HOSTS)('on $origin', ({ origin, serverUrl, domain }) => {
  const withEndpoint = [{ propertyIds: 'P', serverUrl }];

  test('there is one client cookie and one session cookie a property', async () => {
    const page = await world().browser.newPage();
    const { statuses, identity } = await visit(page, origin, { tags: [{ propertyIds: 'P, Q' }] });
    expect(statuses).toEqual(['success']);
    expect(await listJar(page)).toEqual(cookiesOfNewVisitor(identity, domain));
    expect(identity).toMatchObject(tellsNewVisitor(domain));
  });

  test('the second page view has the same identity, and is hit number 2', async () => {
    const page = await world().browser.newPage();
    const first = await visit(page, origin, { tags });
    const second = await visit(page, `${origin}/cart`, { tags });
    const { clientId, sessionId, sessionNumber } = first.identity;
    expect(first.identity.hitNumber).toBe(1);
    expect(second).toMatchObject({
      statuses: ['success'],
      identity: { clientId, sessionId, sessionNumber, hitNumber: 2, source: 'cookie' },
    });
    expect(await cookieNames(page)).toEqual(['_d8a', '_d8a_P']);
  });

  test('a session rolls over strictly after the timeout', async () => {
    const page = await world().browser.newPage();
    const clock = await installFakeClock(page.context());
    const { identity: first } = await visit(page, origin, { tags });
    await clock.advanceSeconds(1800);
    const { identity: inTime } = await visit(page, origin, { tags });
    await clock.advanceSeconds(1801);
    const { identity: late } = await visit(page, origin, { tags });
    const { clientId, sessionId } = first;
    expect(inTime).toMatchObject({ clientId, sessionId, sessionNumber: 1, hitNumber: 2 });
    expect(late).toMatchObject({
      clientId,
      sessionId: `${Math.floor(clock.nowMillis() / 1000)}`,
      sessionNumber: 2,
      hitNumber: 1,
      isNewSession: true,
    });
    expect(await listJar(page)).toEqual([
      `_d8a=C1.1.${clientId}; ${domain}`,
      expect.stringMatching(`^_d8a_P=S1\\.1\\.s${late.sessionId}\\$o2\\$`),
    ]);
  });

  test('nothing is stored while denied, and the same id is promoted on grant', async () => {
    const page = await world().browser.newPage();
    const denied = await visit(page, origin, {
      tags: withEndpoint,
      consent: { default: 'denied' },
    });
    expect(denied).toMatchObject({
      statuses: ['success'],
      identity: { consent: 'denied', source: 'memory', hitNumber: 1 },
    });
    expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
    expect(world().endpointRequests()).toEqual([]);

    const { clientId, sessionId } = denied.identity;
    expect(await updateConsent(page, 'granted')).toMatchObject({
      clientId,
      sessionId,
      consent: 'granted',
      source: 'promoted',
      hitNumber: 1,
    });
    expect(await listJar(page)).toContain(`_d8a=C1.1.${clientId}; ${domain}`);
    expect(world().endpointRequests()).toEqual(['/fpid/id.gif']);
  });

  test('everything is erased on withdrawal, in the browser and at the endpoint', async () => {
    const page = await world().browser.newPage();
    const consent = { default: 'denied', update: 'granted' } as const;
    const { identity } = await visit(page, origin, { tags: withEndpoint, consent });
    expect(await cookieNames(page)).toEqual(IDENTITY_COOKIES);
    const hidden = (await page.context().cookies()).filter(({ httpOnly }) => httpOnly);
    expect(hidden.map(({ name }) => name).sort()).toEqual(['first_party_backup', 'first_party_id']);

    const withdrawn = await updateConsent(page, 'denied');
    expect(withdrawn).toMatchObject({ consent: 'withdrawn', source: 'memory', serverId: '' });
    expect(withdrawn.reasons).toContain('erased');
    expect(withdrawn.clientId).not.toBe(identity.clientId);
    expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
    expect(world().endpointRequests()).toEqual(['/fpid/id.gif', '/fpid/forget.gif']);
  });

  test('a default that denies erases nothing, and the choice restores the identity', async () => {
    const page = await world().browser.newPage();
    const { identity } = await visit(page, origin, { tags: withEndpoint });
    const before = await page.context().cookies();
    world().site.requests.length = 0;

    const consent = { default: 'denied' } as const;
    const denied = await visit(page, `${origin}/cart`, { tags: withEndpoint, consent });
    expect(denied.identity).toMatchObject({ consent: 'denied', source: 'memory', serverId: '' });
    expect(denied.identity.clientId).not.toBe(identity.clientId);
    expect(await page.context().cookies()).toEqual(before);

    const granted = await updateConsent(page, 'granted');
    const { clientId, sessionId } = identity;
    expect(granted).toMatchObject({ clientId, sessionId, source: 'cookie', hitNumber: 2 });
    expect(world().endpointRequests()).toEqual([]);
  });
});

describe('on one page or several', () => {
  test('hits counted while denied are promoted with the identity', async () => {
    const page = await world().browser.newPage();
    const { identity } = await visit(page, SHOP, { tags, consent: { default: 'denied' } });
    expect(await navigateInPage(page, '/cart')).toMatchObject({ hitNumber: 2, source: 'memory' });
    expect(await listJar(page)).toEqual([]);
    const { clientId, sessionId } = identity;
    const granted = await updateConsent(page, 'granted');
    expect(granted).toMatchObject({ clientId, sessionId, hitNumber: 2, source: 'promoted' });
    expect(await navigateInPage(page, '/paid')).toMatchObject({ clientId, hitNumber: 3 });
    expect((await cookieNamed(page, '_d8a_P')).value).toMatch(/\$j2\$/);
  });

  test('a tab that was idle goes on with the session that another tab has kept', async () => {
    const context = await world().browser.newContext();
    const clock = await installFakeClock(context);
    const page = await context.newPage();
    const { identity } = await visit(page, SHOP, { tags });
    const { clientId, sessionId } = identity;
    const other = await context.newPage();
    await clock.advanceSeconds(1200);
    await visit(other, SHOP, { tags });
    await clock.advanceSeconds(1200);
    const back = await navigateInPage(page, '/cart');
    expect(back).toMatchObject({ clientId, sessionId, sessionNumber: 1, hitNumber: 3 });
    await clock.advanceSeconds(1801);
    expect(await navigateInPage(other, '/cart')).toMatchObject({ clientId, sessionNumber: 2 });
    expect(await navigateInPage(page, '/paid')).toMatchObject({ sessionNumber: 2, hitNumber: 2 });
    expect(await cookieNames(page)).toEqual(['_d8a', '_d8a_P']);
  });
});

describe('cookies of the host alone', () => {
  const kept = async () => {
    const page = await world().browser.newPage();
    await page.goto(SHOP);
    await writeKnownVisitor(page, 5, ['']);
    return page;
  };

  test('go on, on the widest domain', async () => {
    const page = await kept();
    const { identity } = await runTags(page, { tags });
    expect(identity).toMatchObject({ clientId: '5.1690000000', sessionNumber: 3, hitNumber: 6 });
    expect(await listJar(page)).toEqual([
      '_d8a=C1.1.5.1690000000; .example.com',
      expect.stringMatching(/^_d8a_P=S1\.1\.s1690000000\$o3\$g0\$t\d+\$j5\$dabc; \.example\.com$/),
    ]);
  });

  test.each([
    ['a withdrawal', { tags, consent: { update: 'denied' } as const }],
    ['the action forget', { tags: [{ propertyIds: 'P', action: 'forget' }] }],
  ])('are erased with those of all wider domains by %s', async (_, setup) => {
    const page = await kept();
    await page.evaluate(() => {
      for (const domain of ['example.com', 'shop.example.com', 'www.shop.example.com']) {
        document.cookie = `_d8a=C1.1.5.1690000000; Path=/; Secure; Domain=${domain}`;
      }
    });
    expect(await listJar(page)).toHaveLength(5);
    expect((await runTags(page, setup)).statuses).toEqual(['success']);
    expect(await listJar(page)).toEqual([]);
  });
});
