import { Cookie } from 'tough-cookie';
import { SERVER_ID_COOKIE } from '../../core/constants.ts';
import { isOnDomain } from '../../endpoint/is-on-domain.ts';
import { siteOf } from '../site-of.ts';
import type { Answer, EndpointAnswers, ForeignRequest } from '../types.ts';
import type { Ask, Question } from './ask.ts';

/** A site that is never configured: the name cannot be registered (RFC 6761, 6.4). */
const foreignOrigin = 'https://first-party-id-doctor.invalid';

/** Below the endpoint's address: plain texts add to a path, `new URL` would replace it. */
export function routeUrl(endpoint: URL, route: string): URL {
  return new URL(endpoint.href.replace(/\/$/, '') + route);
}

/** Asks the endpoint as the tag, the loader and Treasure Data's SDK would on a page, and as a foreign page would. */
export async function askEndpoint(
  endpoint: URL,
  page: URL,
  ask: Ask,
): Promise<Omit<EndpointAnswers, 'loader'>> {
  const to = (route: string, question?: Question) => ask(routeUrl(endpoint, route), question);
  const fetchSite = relationOf(endpoint, page);
  const image = { referer: `${page.origin}/`, 'sec-fetch-site': fetchSite };
  const script = { origin: page.origin, 'sec-fetch-site': fetchSite };
  const visit = (cookie: string) => to('/id.gif', { headers: { ...image, cookie } });
  const post = (route: string, headers: Question['headers']) =>
    to(route, { method: 'POST', headers: { ...script, ...headers } });

  const firstVisit = await visit(makeClientCookie());
  const cookie = cookiesOf(firstVisit);
  const domain = domainOf(firstVisit, page);
  const [healthz, readyz, otherVisitor, returnVisit, cookieId, identity, forget, foreign] =
    await Promise.all([
      to('/healthz'),
      to('/readyz'),
      visit(makeClientCookie()),
      visit(cookie),
      to(`/get_cookie_id?cookie_domain=${domain}&r=1`, { headers: script }),
      post('/id', {}),
      post('/forget', { cookie }),
      askAsForeigner(to),
    ]);
  const known = { healthz, readyz, firstVisit, otherVisitor, returnVisit };
  return { ...known, cookieId, identity, forget, foreign };
}

/** What browsers send as Sec-Fetch-Site. */
function relationOf(endpoint: URL, page: URL): string {
  if (page.origin === endpoint.origin) return 'same-origin';
  return siteOf(page.hostname) === siteOf(endpoint.hostname) ? 'same-site' : 'cross-site';
}

/** Each way in which a browser tells, or does not tell, where a request comes from. */
function askAsForeigner(
  to: (route: string, question: Question) => Promise<Answer>,
): Promise<ForeignRequest[]> {
  const requests: [string, Question][] = [
    ['/id.gif', { headers: { referer: `${foreignOrigin}/` } }],
    ['/id.gif', { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['/get_cookie_id?cookie_domain=&r=1', { headers: { origin: foreignOrigin } }],
    ['/id', { method: 'POST', headers: { origin: foreignOrigin } }],
    ['/id', { method: 'POST', headers: { origin: 'null' } }],
    ['/forget', { method: 'POST', headers: { origin: foreignOrigin } }],
  ];
  return Promise.all(
    requests.map(async ([route, question]) => {
      const [name = '', value = ''] = Object.entries(question.headers ?? {})[0] ?? [];
      const description = `${question.method ?? 'GET'} ${route.split('?')[0]} with ${name}: ${value}`;
      return { description, answer: await to(route, question) };
    }),
  );
}

/** A d8a client cookie of a visitor who exists only here. */
function makeClientCookie(): string {
  const seconds = Math.floor(Date.now() / 1000);
  return `_d8a=C1.1.${Math.floor(Math.random() * 2 ** 31)}.${seconds}`;
}

/** The Cookie header of the next request. */
function cookiesOf(answer: Answer): string {
  const lines = answer.kind === 'received' ? answer.setCookies : [];
  return lines.map((line) => line.split(';')[0]).join('; ');
}

/** The domain that the SDK would name: where the page's cookies lie. */
function domainOf(answer: Answer, { hostname }: URL): string {
  const lines = answer.kind === 'received' ? answer.setCookies : [];
  const mirror = lines.find((line) => line.startsWith(`${SERVER_ID_COOKIE}=`));
  const domain = mirror === undefined ? '' : (Cookie.parse(mirror)?.domain ?? hostname);
  return domain !== '' && isOnDomain(hostname, domain) ? domain : siteOf(hostname);
}
