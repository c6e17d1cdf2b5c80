import { describe, expect, test } from '@jest/globals';
import { createHandler } from '../../src/endpoint/handler.ts';
import { cookiesOf, key, page } from './visitor.ts';

const handler = createHandler({
  sites: [
    { origins: [page, 'https://example.com'], cookieDomain: 'example.com' },
    { origins: ['https://www.shop.example.com'], cookieDomain: 'shop.example.com' },
    { origins: ['https://www.other.co.uk'], cookieDomain: 'other.co.uk' },
    { origins: ['http://localhost:3000', 'http://127.0.0.1:3000'], cookieDomain: '' },
    { origins: ['http://www.plain.org', 'https://www.plain.org'], cookieDomain: 'plain.org' },
  ],
  keys: [key],
});

type Headers = Record<string, string>;

function ask(url: string, headers: Headers): Promise<Response> {
  return handler(new Request(url, { headers }));
}

const id = 'https://id.example.com/id.gif';
const sameSite = { 'sec-fetch-site': 'same-site' };
const crossSite = { 'sec-fetch-site': 'cross-site' };
const referer = page + '/cart?step=2';

const refusedRows: [string, string, Headers][] = [
  ['without any sign of where it comes from', id, {}],
  ['from an origin that is not configured', id, { origin: 'https://evil.com' }],
  ['from a sibling origin that is not configured', id, { origin: 'https://blog.example.com' }],
  ['from an origin that only begins like one', id, { origin: page + '.evil.com' }],
  ['from the same host on another scheme', id, { origin: 'http://www.example.com' }],
  ['from the same host on another port', id, { origin: page + ':8443' }],
  ['from an origin in another case', id, { origin: 'https://WWW.example.com' }],
  ['from an opaque origin', id, { origin: 'null' }],
  ['from an opaque origin with a good Referer', id, { origin: 'null', referer }],
  ['from a foreign origin with a good Referer', id, { origin: 'https://evil.com', referer }],
  ['from a foreign origin that is same-site', id, { origin: 'https://x.example.com', ...sameSite }],
  ['from another site', id, crossSite],
  ['from another site with a good Referer', id, { ...crossSite, referer }],
  ['from another site with a good Origin', id, { ...crossSite, origin: page }],
  ['typed into the address bar', id, { 'sec-fetch-site': 'none' }],
  ['with a foreign Referer', id, { referer: 'https://evil.com/?https://www.example.com' }],
  ['with a Referer that is no address', id, { referer: 'www.example.com' }],
  ['to a host of another site', 'https://id.other.co.uk/id.gif', { origin: page }],
  ['to a host that only ends alike', 'https://badexample.com/id.gif', { origin: page }],
  ['same-site to an unknown host', 'https://id.unknown.com/id.gif', sameSite],
  ['same-site to a public suffix', 'https://co.uk/id.gif', sameSite],
  [
    'to another host than that of a host-only page',
    'http://127.0.0.1:8080/id.gif',
    { origin: 'http://localhost:3000' },
  ],
  ['same-site to the endpoint under an IP address', 'https://10.0.0.1/id.gif', sameSite],
];

const allowedRows: [string, string, Headers, string][] = [
  ['a listed Origin', id, { origin: page }, 'Domain=example.com; SameSite=Lax; Secure'],
  ['a same-site request', id, sameSite, 'Domain=example.com; SameSite=Lax; Secure'],
  [
    'a same-origin request',
    'https://www.example.com/id.gif',
    { 'sec-fetch-site': 'same-origin' },
    'Domain=example.com; SameSite=Lax; Secure',
  ],
  ['a listed Referer', id, { referer }, 'Domain=example.com; SameSite=Lax; Secure'],
  [
    'a page on https, also when the proxy speaks http',
    'http://id.example.com/id.gif',
    { referer },
    'Domain=example.com; SameSite=Lax; Secure',
  ],
  [
    'an unknown page of a site on https, also when the proxy speaks http',
    'http://id.example.com/id.gif',
    sameSite,
    'Domain=example.com; SameSite=Lax; Secure',
  ],
  [
    'the narrowest site of the host',
    'https://id.shop.example.com/id.gif',
    sameSite,
    'Domain=shop.example.com; SameSite=Lax; Secure',
  ],
  [
    'the site of the page rather than that of the host',
    'https://id.shop.example.com/id.gif',
    { ...sameSite, referer },
    'Domain=example.com; SameSite=Lax; Secure',
  ],
  [
    'a page on http that is listed',
    'http://id.plain.org/id.gif',
    { origin: 'http://www.plain.org' },
    'Domain=plain.org; SameSite=Lax',
  ],
  [
    'the page on https beside it',
    'http://id.plain.org/id.gif',
    { origin: 'https://www.plain.org' },
    'Domain=plain.org; SameSite=Lax; Secure',
  ],
  [
    'an unknown page beside it over https',
    'https://id.plain.org/id.gif',
    sameSite,
    'Domain=plain.org; SameSite=Lax; Secure',
  ],
  [
    'localhost',
    'http://localhost:8080/id.gif',
    { origin: 'http://localhost:3000' },
    'Max-Age=63072000; SameSite=Lax',
  ],
  ['an IP address', 'http://127.0.0.1:8080/id.gif', sameSite, 'Max-Age=63072000; SameSite=Lax'],
];

describe('a request', () => {
  test.each(refusedRows)('%s gets 403 and no cookie on any route', async (_, url, headers) => {
    for (const path of ['/id.gif', '/forget.gif', '/get_cookie_id?cookie_domain=example.com']) {
      const response = await ask(url.replace('/id.gif', path), headers);
      expect(response.status).toBe(403);
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    }
  });

  test.each(allowedRows)('of %s gets cookies', async (_, url, headers, attributes) => {
    const lines = (await ask(url, headers)).headers.getSetCookie();
    expect(lines.map((line) => line.replace('; HttpOnly', ''))).toEqual([
      expect.stringMatching(new RegExp(`^first_party_id=.*; ${attributes}$`)),
      expect.stringMatching(new RegExp(`^_td_ssc_id=.*; ${attributes}$`)),
    ]);
  });
});

describe('a proxy in front', () => {
  const inside = 'http://10.0.0.7:8080/id.gif';
  const forwarded = {
    ...sameSite,
    'x-forwarded-host': 'id.plain.org, proxy.internal',
    'x-forwarded-proto': 'https, http',
  };
  const sites = [{ origins: ['http://www.plain.org'], cookieDomain: 'plain.org' }];

  test('is believed about host and scheme when it is trusted', async () => {
    const trusting = createHandler({ sites, keys: [key], trustedProxies: ['*'] });
    const response = await trusting(new Request(inside, { headers: forwarded }));
    expect(Object.keys(cookiesOf(response))).toEqual(['first_party_id', '_td_ssc_id']);
    expect(response.headers.getSetCookie()[1]).toMatch(/Domain=plain.org; SameSite=Lax; Secure$/);
  });

  test.each(['', 'a b', '[', 'evil.com'])(
    'that forwards the host %j gets nothing',
    async (host) => {
      const trusting = createHandler({ sites, keys: [key], trustedProxies: ['*'] });
      const headers = { ...forwarded, 'x-forwarded-host': host };
      expect((await trusting(new Request(inside, { headers }))).status).toBe(403);
    },
  );

  test('is not believed otherwise', async () => {
    const wary = createHandler({ sites, keys: [key] });
    expect((await wary(new Request(inside, { headers: forwarded }))).status).toBe(403);
    const plain = await wary(new Request('http://id.plain.org/id.gif', { headers: forwarded }));
    expect(plain.headers.getSetCookie()[1]).toMatch(/SameSite=Lax$/);
  });
});
