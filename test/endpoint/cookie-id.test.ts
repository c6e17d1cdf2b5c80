import { describe, expect, test } from '@jest/globals';
import { createHandler } from '../../src/endpoint/handler.ts';
import { ask, configuration, cookiesOf, key, page } from './visitor.ts';

const handler = createHandler(configuration);
const path = '/get_cookie_id?cookie_domain=example.com&r=1700000000000';

describe('get_cookie_id', () => {
  test('gives the id that it sets, to be read by the exact origin with credentials', async () => {
    const response = await ask(handler, path, { origin: page, 'sec-fetch-site': 'same-site' });
    expect(response.headers.get('access-control-allow-origin')).toBe(page);
    expect(response.headers.get('access-control-allow-credentials')).toBe('true');
    expect(response.headers.get('vary')).toBe('Origin');
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await response.json()).toEqual({ td_ssc_id: cookiesOf(response)['_td_ssc_id'] });
  });

  test('keeps the id of a visitor who comes again', async () => {
    const first = cookiesOf(await ask(handler, path));
    const cookie = `first_party_id=${first['first_party_id']}`;
    const second = await ask(handler, path, { origin: page, cookie });
    expect(await second.json()).toEqual({ td_ssc_id: first['_td_ssc_id'] });
  });

  test.each([
    ['of a foreign origin', { origin: 'https://evil.com' }],
    ['of an opaque origin', { origin: 'null' }],
    ['without an origin', {}],
  ])('lets nobody read the refusal %s', async (_, headers) => {
    const response = await ask(handler, path, headers);
    expect(response.status).toBe(403);
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
    expect(response.headers.get('vary')).toBe('Origin');
  });

  test.each([
    '',
    'com',
    'evil.com',
    'www.example.com',
    '.example.com',
    'example.com;x',
    'other.org',
  ])('refuses the cookie domain %j', async (domain) => {
    const url = '/get_cookie_id?cookie_domain=' + encodeURIComponent(domain);
    const response = await ask(handler, url, { origin: page });
    expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
  });

  test('refuses a missing cookie domain', async () => {
    const response = await ask(handler, '/get_cookie_id', { origin: page });
    expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
  });

  test('takes the host for the cookie domain where cookies are host-only', async () => {
    const origin = 'http://localhost:3000';
    const sites = [{ origins: [origin], cookieDomain: '' }];
    const local = createHandler({ sites, keys: [key] });
    const url = 'http://localhost:8080/get_cookie_id?cookie_domain=localhost';
    const response = await local(new Request(url, { headers: { origin } }));
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie().join()).not.toMatch(/Domain|Secure/);
  });
});
