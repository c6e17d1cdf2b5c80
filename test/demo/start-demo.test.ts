import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startDemo } from '../../src/demo/start-demo.ts';
import type { RunningDemo } from '../../src/demo/start-demo.ts';

let demo: RunningDemo;

beforeAll(async () => {
  demo = await startDemo(0);
});

afterAll(() => demo.close());

const get = (path: string, cookie = '') => fetch(demo.address + path, { headers: { cookie } });

test.each([
  ['/', 200, 'Pots for every day'],
  ['/products/noodle-bowl', 200, 'Noodle bowl'],
  ['/cart', 200, 'Your cart'],
  ['/products/nothing', 404, 'Not on our shelf'],
  ['/<b>', 404, 'Not on our shelf'],
  ['/styles/base.css', 200, ':root'],
  ['/styles/..%2fserve.ts', 404, 'Not on our shelf'],
  ['/template.tpl', 200, '___INFO___'],
  ['/fpid/healthz', 200, 'ok'],
  ['/fpid/loader.js', 200, 'firstPartyId'],
  ['/setup', 200, 'Set up First-Party ID'],
])('%s is answered with %i', async (path, status, text) => {
  const response = await get(path);
  expect(response.status).toBe(status);
  expect(await response.text()).toContain(text);
});

test('pages may run no script but their own', async () => {
  const { headers } = await get('/');
  expect(headers.get('content-security-policy')).toBe("default-src 'self'; base-uri 'none'");
});

test('the endpoint answers pages of the shop, and no others', async () => {
  const ask = (referer: string) => fetch(`${demo.address}/fpid/id.gif`, { headers: { referer } });
  expect((await ask(`${demo.address}/cart`)).headers.getSetCookie().join()).toContain(
    '_td_ssc_id=',
  );
  expect((await ask('https://elsewhere.example/')).status).toBe(403);
});

test('hidden cookies are told by name, without their values', async () => {
  const response = await get('/hidden-cookies', 'first_party_id=secret; sid=1; _d8a=a');
  expect(await response.json()).toEqual(['first_party_id']);
});

test('a new visitor loses the cookies of the demo, and keeps those of other projects', async () => {
  const headers = { cookie: 'first_party_id=a; sid=1; _d8a_demo=b' };
  const response = await fetch(`${demo.address}/new-visitor`, { method: 'POST', headers });
  expect(response.headers.getSetCookie()).toEqual([
    'first_party_id=; Path=/; Max-Age=0',
    '_d8a_demo=; Path=/; Max-Age=0',
  ]);
});

test('a port that is taken is refused', async () => {
  const port = Number(new URL(demo.address).port);
  await expect(startDemo(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
