import { withCookies, withHeaders, type Fault } from './doctored-site.ts';
import { goodPage, googleHit, latePage, printHar } from './har.ts';

const page = 'https://www.example.com/';
const cookie = '_d8a=C1.1.1.1; _d8a_p=S1.1.x; _td_ssc_id=1';

/** A visit where everything is in order. */
export const goodHar = printHar([
  { url: page, cookie, html: goodPage },
  googleHit('p'),
  { url: 'https://id.example.com/id.gif', cookie, setCookies: ['_d8a=1; Domain=example.com'] },
  googleHit('r'),
]);

/** What is wrong, which check complains, what it has seen, what to do, and how to bring it about. */
type FaultRow = [name: string, check: string, found: string, remedy: string, fault: Fault];

/** One after the other, each alone. */
export const faults: FaultRow[] = [
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
    'a route that is missing',
    'POST /forget',
    'https://id.example.com/forget answers 404 with “Not here”',
    'Send every path below the endpoint’s to it',
    {
      response: (response, request) =>
        new URL(request.url).pathname === '/forget' && response.status === 200
          ? new Response('Not here', { status: 404 })
          : response,
    },
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
  [
    'a consent default after the tags in the page',
    'Consent default',
    'https://www.example.com/ sets the default after the Tag Manager snippet',
    'into the page before the Tag Manager snippet',
    { har: printHar([{ url: page, cookie, html: latePage }, googleHit('r')]) },
  ],
  [
    'a consent default after the first hit',
    'Consent default',
    'https://region1.google-analytics.com/g/collect (gcd=13p3l3p3p5) was sent before any default, which came later',
    'into the page before the Tag Manager snippet',
    { har: printHar([{ url: page, cookie }, googleHit('l'), googleHit('r')]) },
  ],
  [
    'no consent update',
    'Consent update',
    'Google’s tags heard none in this recording',
    'Answer the consent banner',
    { har: printHar([{ url: page, cookie }, googleHit('p'), googleHit('p')]) },
  ],
  [
    'two cookies with one name',
    'One cookie a name',
    'https://www.example.com/cart is sent _d8a twice',
    'Set the same cookie domain',
    {
      har: printHar([
        { url: `${page}cart?a=1`, cookie: `${cookie}; _d8a=C1.1.2.2`, html: goodPage },
      ]),
    },
  ],
  [
    'one name set on two domains',
    'One domain a name',
    '_td_ssc_id is set on example.com, www.example.com alone',
    'the same cookieDomain',
    {
      har: printHar([
        { url: page, setCookies: ['_td_ssc_id=1; Domain=example.com'], html: goodPage },
        { url: page, setCookies: ['_td_ssc_id=2'] },
      ]),
    },
  ],
  [
    'an export without cookies',
    'Cookies',
    'visit.har has no cookies',
    'Save it again with sensitive data',
    { har: printHar([{ url: page, html: goodPage }]) },
  ],
];
