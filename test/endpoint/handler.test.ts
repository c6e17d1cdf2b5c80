import { describe, expect, test } from '@jest/globals';
import { createHandler } from '../../src/endpoint/handler.ts';
import { ask, configuration, imageHeaders } from './visitor.ts';

const handler = createHandler(configuration);
const paths = ['/id.gif', '/forget.gif', '/get_cookie_id?cookie_domain=example.com'];

describe('routes', () => {
  test.each(['/id.gif', '/forget.gif'])('%s answers with an image of 43 bytes', async (path) => {
    const response = await ask(handler, path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/gif');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes).toHaveLength(43);
    expect(new TextDecoder().decode(bytes.slice(0, 6))).toBe('GIF89a');
  });

  test('healthz answers anyone, without cookies', async () => {
    const response = await ask(handler, '/healthz', {});
    expect([response.status, await response.text()]).toEqual([200, 'ok']);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test.each([
    '/',
    '/idx',
    '/id.gif/',
    '/ID.GIF',
    '/id%2egif',
    '/metrics',
    '/fpid/id.gif',
    '//id.gif',
  ])('%s is not found', async (path) => {
    const response = await ask(handler, path);
    expect(response.status).toBe(404);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test('all routes lie under the base path when there is one', async () => {
    const below = createHandler({ ...configuration, basePath: '/a/fpid' });
    const statuses = ['/a/fpid/id.gif', '/a/fpid/healthz', '/id.gif', '/fpid/id.gif'].map(
      async (path) => (await ask(below, path)).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 404, 404]);
  });

  test.each(
    ['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'].flatMap((method) =>
      paths.map((path) => [method, path]),
    ),
  )('%s %s is not allowed and sets nothing', async (method, path) => {
    const request = new Request('https://id.example.com' + path, { method, headers: imageHeaders });
    const response = await handler(request);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET']);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test('a load balancer may ask healthz with HEAD', async () => {
    const request = new Request('https://id.example.com/healthz', { method: 'HEAD' });
    expect((await handler(request)).status).toBe(200);
  });
});

describe('every answer', () => {
  test.each([
    [200, '/id.gif', imageHeaders],
    [200, '/healthz', {}],
    [403, '/id.gif', {}],
    [404, '/nothing', {}],
    [431, '/id.gif', { ...imageHeaders, cookie: 'a='.padEnd(17_000, 'x') }],
  ])('with status %i is not stored', async (status, path, headers) => {
    const response = await ask(handler, path, headers);
    expect(response.status).toBe(status);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('to a request with too large a head is refused without cookies', async () => {
    const cookie = 'a='.padEnd(16_384, 'x');
    const response = await ask(handler, '/id.gif', { ...imageHeaders, cookie });
    expect([response.status, response.headers.getSetCookie()]).toEqual([431, []]);
  });

  test('is 500 without cookies and without a log when something breaks', async () => {
    const broken = createHandler(configuration, { randomUuid: () => 'not; a uuid' });
    const response = await ask(broken, '/id.gif');
    expect([response.status, response.headers.getSetCookie()]).toEqual([500, []]);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

test('takes no value from a URL', async () => {
  const query = '?first_party_id=a&_td_ssc_id=b&_d8a=C1.1.1.1&id=c&domain=evil.com&maxAge=1';
  const lines = (await ask(handler, '/id.gif' + query)).headers.getSetCookie();
  expect(lines.map((line) => line.split('=')[0])).toEqual(['first_party_id', '_td_ssc_id']);
  for (const line of lines) {
    expect(line).toMatch(
      /=[0-9a-f-]{36}(\.\d+\.[\w-]{43})?; Path=\/; Max-Age=63072000; Domain=example.com;/,
    );
  }
});
