import { answerOn, withCookies, withHeaders } from './doctored-site.ts';
import type { FaultRow } from './fault-row.ts';

const otherServer = { headers: { 'content-type': 'text/html', 'set-cookie': 'session=1' } };

/** Faults of addresses, answers and cookies. */
export const siteFaults: FaultRow[] = [
  [
    'a CNAME to another site',
    'CNAME',
    'id.example.com is a CNAME to collector.vendor.example, so Safari keeps its cookies 7 days',
    'Give id.example.com an A record instead',
    {
      zone: {
        'id.example.com': { CNAME: ['collector.vendor.example'] },
        'collector.vendor.example': { A: ['203.0.113.20'] },
      },
    },
  ],
  [
    'an address far from the site’s',
    'Address range',
    'id.example.com (198.51.100.20) is far from www.example.com (203.0.113.10, 2001:db8::10)',
    'Run both behind one proxy or CDN',
    { zone: { 'id.example.com': { A: ['198.51.100.20'] } } },
  ],
  [
    'an IPv6 address that the site has not',
    'Address range',
    'for some visitors',
    'with A and AAAA records alike',
    {
      zone: {
        'www.example.com': { A: ['203.0.113.10'], AAAA: ['2001:db8::10'] },
        'id.example.com': {
          A: ['203.0.113.20'],
          AAAA: ['2001:db8::20', '2001:db8:0:1::20'],
        },
      },
    },
  ],
  [
    'no address',
    'Address',
    'id.example.com has no address (ENODATA)',
    'Give id.example.com an A record',
    { zone: { 'id.example.com': {} } },
  ],
  [
    'one name server',
    'Name servers',
    'example.com has one name server only, ns1.example.net',
    'at least two name servers',
    { zone: { 'example.com': { NS: ['ns1.example.net'] } } },
  ],
  [
    'a foreign origin let in',
    'Refusal',
    '1 of 6 foreign requests are let in, such as GET /get_cookie_id with origin: https://first-party-id-doctor.invalid',
    'List only the site’s own origins',
    {
      response: (response, request) =>
        new URL(request.url).pathname === '/get_cookie_id'
          ? withHeaders(response, (headers) => {
              const origin = request.headers.get('origin') ?? '';
              headers.set('access-control-allow-origin', origin);
            })
          : response,
    },
  ],
  [
    'a proxy that replaces Origin',
    'Refusal',
    'foreign requests are let in',
    'let the proxy pass Origin',
    {
      request: (request) => {
        const headers = new Headers(request.headers);
        if (headers.has('origin')) headers.set('origin', 'https://www.example.com');
        return new Request(request.url, { method: request.method, headers });
      },
    },
  ],
  [
    'Set-Cookie dropped on the way',
    'Set-Cookie',
    'https://id.example.com/id.gif answers with its image and without Set-Cookie',
    'Let the proxy or CDN pass Set-Cookie',
    { response: (response) => withHeaders(response, (headers) => headers.delete('set-cookie')) },
  ],
  [
    'Cookie dropped on the way',
    'Cookie',
    'gives a visitor who comes back with _td_ssc_id=',
    'pass the Cookie header',
    {
      request: (request) => {
        const headers = new Headers(request.headers);
        const isReturn = headers.get('cookie')?.includes('first_party_id=') === true;
        if (isReturn) headers.delete('cookie');
        return new Request(request.url, { method: request.method, headers });
      },
    },
  ],
  [
    'cookies that are not Secure',
    'Secure',
    'not Secure: first_party_id, _td_ssc_id, _d8a, first_party_backup; any http page',
    'X-Forwarded-Proto: https',
    { response: (response) => withCookies(response, (line) => line.replace('; Secure', '')) },
  ],
  [
    'a signed id without HttpOnly',
    'HttpOnly',
    'not HttpOnly: first_party_id, first_party_backup',
    'Take out what rewrites cookies',
    { response: (response) => withCookies(response, (line) => line.replace('; HttpOnly', '')) },
  ],
  [
    'a mirror with HttpOnly',
    'Readable',
    'HttpOnly: _td_ssc_id, _d8a; the tag cannot read them',
    'proxy_cookie_flags',
    {
      response: (response) =>
        withCookies(response, (line) => (line.includes('HttpOnly') ? line : `${line}; HttpOnly`)),
    },
  ],
  [
    'a cookie domain that is not the site’s',
    'Domain',
    'Domain=id.example.com: a cookie of id.example.com does not reach www.example.com that way',
    'Set cookieDomain to "example.com"',
    {
      response: (response) =>
        withCookies(response, (line) => line.replace('=example.com', '=id.example.com')),
    },
  ],
  [
    'a path that is not the root',
    'Path',
    'Path=/fpid: first_party_id',
    'proxy_cookie_path',
    {
      response: (response) =>
        withCookies(response, (line) => line.replace('Path=/;', 'Path=/fpid;')),
    },
  ],
  [
    'cookies for all sites',
    'SameSite',
    'SameSite=none: first_party_id',
    'SameSite=Lax',
    {
      response: (response) => withCookies(response, (line) => line.replace('=Lax', '=None')),
    },
  ],
  [
    'a short lifetime',
    'Max-Age',
    '7 days, so visitors are soon new',
    'Raise maxAgeDays',
    { configuration: { maxAgeDays: 7 } },
  ],
  [
    'a prefix that the endpoint does not know',
    'Renewal',
    'a visitor with _d8a does not get _d8a, first_party_backup',
    'd8aPrefixes',
    { configuration: { d8aPrefixes: ['shop'] } },
  ],
  [
    'an answer that may be cached',
    'Cache-Control',
    'id.gif says “public, max-age=300”, not no-store',
    'leave Cache-Control as the endpoint sends it',
    {
      response: (response) =>
        withHeaders(response, (headers) => headers.set('cache-control', 'public, max-age=300')),
    },
  ],
  [
    'an answer out of a cache',
    'Cache',
    'id.gif comes from a cache: x-cache: Hit from edge',
    'Except the endpoint’s path from caching',
    {
      response: (response) =>
        withHeaders(response, (headers) => headers.set('x-cache', 'Hit from edge')),
    },
  ],
  [
    'a site that answers in the endpoint’s place',
    'Endpoint',
    'https://id.example.com/id.gif answers 200 with “<!doctype html>”, not an image',
    'let nothing else answer it',
    { response: () => new Response('<!doctype html>', otherServer) },
  ],
  [
    'a redirect in the endpoint’s place',
    'Endpoint',
    'answers 301 with “” and leads to https://www.example.com/fpid, not an image',
    'without a redirect',
    {
      response: () =>
        new Response(null, { status: 301, headers: { location: 'https://www.example.com/fpid' } }),
    },
  ],
  [
    'a proxy that fails with the cookies of a visitor who comes back',
    'Cookie',
    'https://id.example.com/id.gif fails for a visitor who comes back: 502',
    'proxy_buffer_size',
    {
      response: (response, { url, headers }) =>
        url.endsWith('/id.gif') && headers.get('cookie')?.includes('first_party_id=') === true
          ? new Response('Bad gateway', { status: 502 })
          : response,
    },
  ],
  [
    'an answer out of a cache that has asked the endpoint whether it is fresh',
    'Cache',
    'id.gif comes from a cache: x-cache: RefreshHit from cloudfront',
    'Except the endpoint’s path from caching',
    {
      response: (response) =>
        withHeaders(response, (headers) => headers.set('x-cache', 'RefreshHit from cloudfront')),
    },
  ],
  [
    'a route that is missing',
    'POST /forget',
    'https://id.example.com/forget answers 404 with “Not here”',
    'Send every path below the endpoint’s to it',
    answerOn('/forget', () => new Response('Not here', { status: 404 })),
  ],
  [
    'a loader that something else answers',
    '/loader.js',
    'https://id.example.com/loader.js answers 200 with “<!doctype html>”, not JavaScript',
    'let nothing else answer it',
    answerOn(
      '/loader.js',
      () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
    ),
  ],
  [
    'a loader that is missing',
    '/loader.js',
    'https://id.example.com/loader.js answers 404 with “Not found.”, not JavaScript',
    'Send every path below the endpoint’s to it',
    answerOn('/loader.js', () => new Response('Not found.', { status: 404 })),
  ],
  [
    'a clock that is behind',
    'Date',
    '10 minutes behind this machine’s clock',
    'by NTP',
    {
      response: (response) =>
        withHeaders(response, (headers) =>
          headers.set('date', new Date(Date.now() - 600_000).toUTCString()),
        ),
    },
  ],
  [
    'CORS headers lost on the way',
    'CORS',
    'get_cookie_id?cookie_domain=example.com&r=1 allows nothing, not https://www.example.com',
    'pass the endpoint’s CORS headers',
    {
      response: (response) =>
        withHeaders(response, (headers) => headers.delete('access-control-allow-origin')),
    },
  ],
];
