import { describe, expect, test } from '@jest/globals';
import { createHandler } from '../../src/endpoint/index.ts';
import { configuration, cookiesOf, page, startSeconds } from './visitor.ts';

const handler = createHandler(
  { ...configuration, renewalDays: 7 },
  { nowMillis: () => startSeconds * 1000 },
);
const client = 'C1.1.265119741.1700000000';
const twoYears = 730 * 86_400;

function post(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const url = 'https://id.example.com' + path;
  return handler(new Request(url, { method: 'POST', headers: { origin: page, ...headers } }));
}

describe.each(['/id', '/forget'])('POST %s', (path) => {
  test('may be read by the exact origin, with credentials', async () => {
    const { headers } = await post(path);
    expect(headers.get('access-control-allow-origin')).toBe(page);
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('vary')).toBe('Origin');
    expect(headers.get('content-type')).toBe('application/json');
  });

  test('may not be read by another', async () => {
    const response = await post(path, { origin: 'https://evil.com' });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      403,
      null,
    ]);
  });
});

test('POST /id tells the ids that are kept, and until when', async () => {
  const response = await post('/id', { cookie: `_d8a=${client}` });
  const set = cookiesOf(response);
  expect(await response.json()).toEqual({
    serverId: set['_td_ssc_id'],
    expiresSeconds: startSeconds + twoYears,
    cookies: [{ name: '_d8a', value: client, expiresSeconds: startSeconds + twoYears }],
  });
});

test('POST /id tells when a cookie that is not renewed ends', async () => {
  const set = cookiesOf(await post('/id'));
  const cookie = ['first_party_id', '_td_ssc_id'].map((name) => `${name}=${set[name]}`).join('; ');
  const response = await post('/id', { cookie });
  expect(response.headers.getSetCookie()).toEqual([]);
  const dayStart = startSeconds - (startSeconds % 86_400);
  expect(await response.json()).toEqual({
    serverId: set['_td_ssc_id'],
    expiresSeconds: dayStart + twoYears,
    cookies: [],
  });
});

test('POST /id restores what is lost', async () => {
  const set = cookiesOf(await post('/id', { cookie: `_d8a=${client}` }));
  const cookie = ['first_party_id', 'first_party_backup'].map((name) => `${name}=${set[name]}`);
  const response = await post('/id', { cookie: cookie.join('; ') });
  expect(cookiesOf(response)['_d8a']).toBe(client);
  expect(await response.json()).toMatchObject({ cookies: [{ name: '_d8a', value: client }] });
});
