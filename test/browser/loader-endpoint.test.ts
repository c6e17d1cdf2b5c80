import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { serveHeldEndpoint } from './held-endpoint.ts';
import { SHOP } from './hosts.ts';
import { hit, identityWith, startLoaderSite, visit } from './loader-site.ts';
import { cookieNamed } from './tag-visit.ts';
import { useWorld } from './use-world.ts';

// The built loader and the endpoint together: when the endpoint is asked, and what comes of its answer.

const OWN_PATH = 'www.shop.example.com/fpid';
const withEndpoint = { options: { serverUrl: OWN_PATH } };

const world = useWorld(startLoaderSite);
let page: Page;

beforeEach(async () => {
  page = await world().browser.newPage();
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
      const asked = world().site.requests.filter(({ path }) => path === '/fpid/id');
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
    expect(world().endpointRequests()).toEqual(['/fpid/id', '/fpid/id']);
  });

  test.each([
    ['answers 500', () => new Response('', { status: 500 }), 'server_unreachable'],
    ['sets no cookie', () => new Response('{}'), 'server_cookie_missing'],
    ['is not there', undefined, 'server_unreachable'],
  ])('that %s is asked again at the hits 2, 4 and 8 of a session', async (_, answer, reason) => {
    world().site.routes['/broken/id'] = answer ?? (() => new Response('', { status: 404 }));
    const setup = { options: { serverUrl: '/broken' } };
    const asked: number[] = [];
    for (let view = 1; view <= 5; view += 1) {
      world().site.requests.length = 0;
      expect(await visit(page, SHOP, setup)).toMatchObject({ hitNumber: view });
      if (view !== 3 && view !== 5) await identityWith(page, reason);
      if (world().site.requests.some(({ path }) => path === '/broken/id')) asked.push(view);
    }
    expect(asked).toEqual([1, 2, 4]);
  });

  test('that takes too long is not waited for', async () => {
    world().site.routes['/slow/id'] = () => new Promise(() => undefined);
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
    expect(world().endpointRequests()).toEqual(['/fpid/id', '/fpid/id']);
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
    expect(world().endpointRequests()).toEqual([]);
  });

  test('is not asked by fetchServerCookie where there is none', async () => {
    await visit(page, SHOP);
    world().site.requests.length = 0;
    const message = await page.evaluate(
      () =>
        new Promise((resolve) =>
          firstPartyId.fetchServerCookie(resolve, ({ message }) => resolve(message), true),
        ),
    );
    expect(message).toBe('server_unreachable');
    expect(world().site.requests).toEqual([]);
  });

  test('gives fetchServerCookie no server id of a visitor who refuses meanwhile', async () => {
    const endpoint = serveHeldEndpoint(world().site.routes);
    await visit(page, SHOP, { options: { serverUrl: '/held' } });
    await identityWith(page, 'server_answered');
    const held = endpoint.hold();
    const answer = page.evaluate(
      () =>
        new Promise((resolve) =>
          firstPartyId.fetchServerCookie(resolve, ({ message }) => resolve(message), true),
        ),
    );
    await held.isAsked;
    await page.evaluate(() => firstPartyId.setConsent('denied'));
    expect(await answer).toBe('server_unreachable');
    expect(await identityWith(page, 'server_answered')).toMatchObject({ serverId: '' });
    held.release();
  });

  test('fails without a word where fetchServerCookie has no function for errors', async () => {
    await visit(page, SHOP, { consent: { default: 'denied' } });
    await page.evaluate(async () => {
      firstPartyId.fetchServerCookie(() => undefined);
      await new Promise((resolve) => firstPartyId.fetchServerCookie(resolve, resolve));
    });
    expect(await page.evaluate('errors')).toEqual([]);
  });

  test('is a function of the host, if the page says so', async () => {
    const script = `firstPartyIdConfig.serverUrl = (host) => host + '/fpid'`;
    await visit(page, SHOP, { script });
    await identityWith(page, 'server_answered');
    expect(world().site.requestsTo(`${OWN_PATH}/id`)).toHaveLength(1);
  });
});
