import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { installFakeClock } from './fake-clock.ts';
import { SHOP } from './hosts.ts';
import { startTagSite } from './tag-site.ts';
import { cookieNames, startTags, updateConsent, visit, waitForEnd } from './tag-visit.ts';
import { useWorld } from './use-world.ts';

// The built template where the endpoint is against it: it ends once, says why, and loses nothing.

const world = useWorld(startTagSite);
let page: Page;

beforeEach(async () => {
  page = await world().browser.newPage();
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

  describe('answers late', () => {
    let held: Route;

    /** Starts tags, and returns while the endpoint keeps them waiting. */
    async function startWaiting(tags: Record<string, unknown>[]): Promise<void> {
      world().site.requests.length = 0;
      const asked = new Promise<Route>((resolve, reject) => {
        page.route('**/fpid/id.gif*', resolve).catch(reject);
      });
      await page.goto(SHOP);
      await startTags(page, { tags });
      held = await asked;
    }

    /** Lets the endpoint answer, and returns when it has been told to forget. */
    async function answerAndForget(): Promise<void> {
      const forgotten = page.waitForEvent('requestfinished', (request) =>
        request.url().includes('/forget.gif'),
      );
      await held.continue();
      await forgotten;
      expect(world().endpointRequests()).toEqual(['/fpid/id.gif', '/fpid/forget.gif']);
    }

    test('after consent was withdrawn leaves nothing behind', async () => {
      await startWaiting(withEndpoint);
      await page.evaluate(() => {
        window.tagPage.gtag('consent', 'update', { analytics_storage: 'denied' });
      });
      await answerAndForget();
      const { statuses, identity } = await waitForEnd(page);
      expect(statuses).toEqual(['success']);
      expect(identity.consent).toBe('withdrawn');
      expect(await cookieNames(page)).toEqual([]);
    });

    test('after the tag has given up waiting leaves nothing behind either', async () => {
      const clock = await installFakeClock(page.context());
      world().setEndpointClock(clock);
      await startWaiting(withEndpoint);
      const told = updateConsent(page, 'denied');
      await page.waitForFunction(() => document.cookie === '');
      await clock.advanceSeconds(2);
      expect((await told).reasons).toContain('server_timeout');
      expect((await waitForEnd(page)).statuses).toEqual(['success']);
      await answerAndForget();
      expect(await cookieNames(page)).toEqual([]);
    });

    test('to a visitor who is forgotten meanwhile does not bring them back', async () => {
      await startWaiting([...withEndpoint, { ...withEndpoint[0], action: 'forget' }]);
      await answerAndForget();
      const { statuses, identity } = await waitForEnd(page, 2);
      expect(statuses).toEqual(['success', 'success']);
      expect(identity).toMatchObject({ clientId: '', source: 'none', serverId: '' });
      expect(await cookieNames(page)).toEqual([]);
    });
  });

  test('cannot be reached makes the action forget end as failed; fired again, it forgets', async () => {
    await visit(page, SHOP, { tags: withEndpoint });
    const forgetting = { tags: [{ ...withEndpoint[0], action: 'forget' }] };
    await intercept((route) => route.abort());
    const { statuses, identity } = await visit(page, SHOP, forgetting);
    expect(statuses).toEqual(['failure']);
    expect(identity.reasons).toEqual(expect.arrayContaining(['forgotten', 'server_unreachable']));
    await page.unroute('**/fpid/**');
    expect((await visit(page, SHOP, forgetting)).statuses).toEqual(['success']);
    expect(await cookieNames(page)).toEqual([]);
  });
});
