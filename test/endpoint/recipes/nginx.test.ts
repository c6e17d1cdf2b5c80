import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { startEndpoint } from '../../../src/endpoint/platforms/node.ts';
import type { RunningEndpoint } from '../../../src/endpoint/platforms/running-endpoint.ts';
import { closeConnections, send } from '../conformance/send.ts';
import { ask } from '../platforms/ask.ts';
import { configuration, page } from '../visitor.ts';
import { recipes } from './recipes.ts';
import { isNginxInstalled, startNginx, type Nginx } from './start-nginx.ts';

const isNeeded = process.env['CI'] !== undefined;
const suite = isNginxInstalled || isNeeded ? describe : describe.skip;
const start = (port = 0) =>
  startEndpoint({
    ...configuration,
    basePath: '/fpid',
    port,
    logLevel: 'silent',
    metrics: true,
    trustedProxies: ['127.0.0.1'],
    snowplowPrefixes: ['_sp_'],
    treasureDataNames: ['_td'],
    collectorCookieName: 'sp',
  });

/** What many sites have beside their own paths; such a location goes before one without `^~`. */
const neighbour = 'location ~* \\.(js|css|gif|png)$ { return 410; }';

/** The cookies of a visitor of all formats, and of as many d8a properties as a backup holds. */
function manyCookies(): Record<string, string> {
  const seconds = Math.floor(Date.now() / 1000) - 60;
  const sessions = Array.from({ length: 20 }, () => [
    `_d8a_${randomUUID()}`,
    `S1.1.s${seconds}$o12$t${seconds}`,
  ]);
  const snowplowId = `${randomUUID()}.${seconds}.3.${seconds}.${seconds}.${randomUUID()}.${randomUUID()}.${randomUUID()}.${seconds}123.4`;
  return {
    _d8a: `C1.1.265119741.${seconds}`,
    ...Object.fromEntries(sessions),
    '_sp_id.1fff': snowplowId,
    '_sp_ses.1fff': '*',
    _td: randomUUID(),
    sp: randomUUID(),
  };
}

suite('nginx with the README’s location (skipped where nginx is not installed)', () => {
  let copies: RunningEndpoint[];
  let nginx: Nginx;

  beforeAll(async () => {
    copies = [await start(), await start()];
    const [location = '', upstream = ''] = recipes('nginx');
    nginx = await startNginx({
      upstream: upstream.replace(/:808(\d)/g, (_, copy) => `:${copies[copy]?.port}`),
      location: location.replace('127.0.0.1:8080', 'first_party_id') + neighbour,
    });
  }, 20_000);
  afterAll(async () => {
    closeConnections();
    await nginx.close();
    await Promise.all(copies.map((copy) => copy.close()));
  });

  test('serves the endpoint on the site’s own origin', async () => {
    const sent = { path: '/fpid/id.gif', host: 'www.example.com' };
    const allowed = await send(nginx.port, { ...sent, headers: { referer: page + '/' } });
    expect([allowed.status, allowed.setCookies.length]).toEqual([200, 2]);
    const headers = { 'sec-fetch-site': 'same-origin', 'x-forwarded-host': 'evil.com' };
    expect((await send(nginx.port, { ...sent, headers })).setCookies).toHaveLength(2);
    const foreign = { ...sent, headers: { origin: 'https://evil.com' } };
    expect((await send(nginx.port, foreign)).status).toBe(403);
  });

  test('keeps its paths when files of their kind are served elsewhere', async () => {
    const host = 'www.example.com';
    expect((await send(nginx.port, { path: '/shop/logo.gif', host })).status).toBe(410);
    const loader = await send(nginx.port, { path: '/fpid/loader.js', host });
    expect(loader.headers['x-content-type-options']).toBe('nosniff');
  });

  test.each([
    ['/fpid/id', 'keeps', 26],
    ['/fpid/forget', 'forgets', 56],
  ])('passes all cookies when %s %s 20 properties', async (path, _, count) => {
    const pairs = Object.entries(manyCookies()).map((pair) => pair.join('='));
    const headers = { origin: page, cookie: pairs.join('; ') };
    const sent = { method: 'POST', path, host: 'www.example.com', headers };
    const received = await send(nginx.port, sent);
    expect([received.status, received.setCookies.length]).toEqual([200, count]);
  });

  test('keeps metrics to the inside', async () => {
    const sent = { path: '/fpid/metrics', host: 'www.example.com' };
    expect((await send(nginx.port, sent)).status).toBe(404);
    expect((await send(copies[0]?.port ?? 0, sent)).status).toBe(200);
  });

  test.each([
    ['GET', '/fpid/id.gif'],
    ['POST', '/fpid/id'],
  ])('loses no %s while two copies restart in turn', async (method, path) => {
    const agent = new Agent({ keepAlive: true });
    const statuses: number[] = [];
    let isOver = false;
    const client = async () => {
      while (!isOver) statuses.push(await ask(nginx.port, agent, path, { method }));
    };
    const clients = Array.from({ length: 8 }, client);
    for (const index of [0, 1, 0, 1]) {
      const port = copies[index]?.port;
      await copies[index]?.close();
      copies[index] = await start(port);
      // What was on its way to this copy has been sent to the other one, which is next to go.
      await until(statuses, statuses.length + 50);
    }
    isOver = true;
    await Promise.all(clients);
    agent.destroy();
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});

async function until(statuses: number[], count: number): Promise<void> {
  while (statuses.length < count) await new Promise(setImmediate);
}
