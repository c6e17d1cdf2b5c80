import fc from 'fast-check';
import { client, page, signed, uuid } from './rows.ts';
import type { Received, Sent } from './send.ts';

const mostly = <T>(good: T[], bad: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: bad });

/** Text that an HTTP client can send in a header. */
const headerText = fc
  .array(fc.integer({ min: 0x20, max: 0x7e }), { maxLength: 60 })
  .map((codes) => String.fromCharCode(...codes).trim());
const urlText = headerText.map((text) => text.replace(/[ "<>\\^`{|}#]/g, '%'));

const method = mostly(
  ['GET', 'POST'],
  fc.constantFrom('HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'),
);
const path = mostly(
  [
    '/id.gif',
    '/id',
    '/forget.gif',
    '/forget',
    '/get_cookie_id?cookie_domain=example.com',
    '/healthz',
  ],
  urlText.map((text) => '/' + text),
);
const host = mostly(['id.example.com', 'www.example.com'], fc.domain());
const origin = mostly<string | undefined>(
  [page, undefined],
  fc.oneof(
    headerText,
    fc.webUrl(),
    fc.constantFrom('null', page + '.evil.com', 'https://evil.com'),
  ),
);
const referer = mostly<string | undefined>(
  [page + '/', undefined],
  fc.oneof(headerText, fc.webUrl()),
);
const fetchSite = fc.constantFrom(undefined, 'same-site', 'same-origin', 'cross-site', 'none', 'x');
const cookieName = mostly(
  ['first_party_id', '_td_ssc_id', 'first_party_backup', '_d8a', '_d8a_P'],
  headerText,
);
const cookieValue = mostly([signed, uuid, client, 'S1.1.s1$o2$t3'], headerText);
const cookies = fc.array(
  fc.tuple(cookieName, cookieValue).map((pair) => pair.join('=')),
  { maxLength: 6 },
);
const body = fc.option(fc.string({ maxLength: 1500 }), { nil: undefined, freq: 1 });

/** Requests of all kinds, many of them nearly right. */
export const randomRequest: fc.Arbitrary<Sent> = fc
  .record({ method, path, host, origin, referer, fetchSite, cookies, body })
  .map((parts) => {
    const headers = {
      origin: parts.origin,
      referer: parts.referer,
      'sec-fetch-site': parts.fetchSite,
      cookie: parts.cookies.length === 0 ? undefined : parts.cookies.join('; '),
    };
    const { method, path, host } = parts;
    const hasBody = method !== 'GET' && method !== 'HEAD' && parts.body !== undefined;
    return {
      method,
      path,
      host,
      headers: Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      ),
      ...(hasBody ? { body: parts.body ?? '' } : {}),
    };
  });

/** What may set cookies at all. */
const settingRoutes = [
  /^GET \/(id|forget)\.gif(\?|$)/,
  /^GET \/get_cookie_id\?/,
  /^POST \/(id|forget)(\?|$)/,
];

/** Whether a request may be answered with cookies: the rules of the README, written a second time. */
export function mayGetCookies({ method, path, host, headers = {} }: Sent): boolean {
  const fetchSite = headers['sec-fetch-site'];
  const isFromPage = [page, 'https://example.com'].some(
    (site) => headers['origin'] === site || `${headers['referer']}/`.startsWith(site + '/'),
  );
  const isFromForeigner = !['', page].includes(String(headers['origin'] ?? '').trim());
  const isSameSite = fetchSite === 'same-site' || fetchSite === 'same-origin';
  return (
    settingRoutes.some((route) => route.test(`${method} ${path}`)) &&
    /(^|\.)example\.com(:\d+)?$/.test(host ?? '') &&
    fetchSite !== 'cross-site' &&
    (!isFromForeigner || headers['origin'] === 'https://example.com') &&
    (isFromPage || isSameSite)
  );
}

const safeCookie =
  /^(first_party_id|_td_ssc_id|first_party_backup|_d8a|_d8a_[\w.-]+)=[\w.$-]*; Path=\/; Max-Age=(0|63072000)(; Domain=example\.com)?; SameSite=Lax; Secure(; HttpOnly)?$/;

/** What is wrong with an answer, if anything. */
export function faultOf(
  sent: Sent,
  { status, setCookies }: Pick<Received, 'status' | 'setCookies'>,
) {
  if (status >= 500) return `status ${status}`;
  if (setCookies.length > 0 && !mayGetCookies(sent)) return `unexpected ${setCookies.join('\n')}`;
  const wrong = setCookies.filter((line) => !safeCookie.test(line));
  return wrong.length > 0 ? `a cookie out of the rules: ${wrong.join('\n')}` : undefined;
}
