import { Cookie } from 'tough-cookie';
import { SERVER_ID_COOKIE } from '../../core/constants.ts';
import { BACKUP_COOKIE } from '../../core/renewal/constants.ts';
import { isOnDomain } from '../../endpoint/is-on-domain.ts';
import { findingsOf, ifGood, list } from '../finding.ts';
import type { Answer, Facts, Finding } from '../types.ts';
import { siteOf } from '../site-of.ts';
import { image } from './expected-answers.ts';

const { pass, complain } = findingsOf('Cookies');
const dayMillis = 86_400_000;
const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Id and day, then the signature; a server container without keys leaves that out. */
const serverId = new RegExp(`^${uuid}\\.[0-9]+(\\.|$)`);
const unsignedId = new RegExp(`^${uuid}\\.[0-9]+$`);

/** Whoever comes once a month should be known. */
const leastDays = 30;

/** The cookies of `id.gif`, attribute by attribute, as a browser sees them. */
export function checkCookies(facts: Facts): Finding[] {
  const answer = ifGood(facts.answers.firstVisit);
  if (answer === undefined || !image.isGood(answer)) return [];
  const cookies = cookiesOf(answer);
  if (cookies.length === 0) return [complainOfNone(answer.url)];
  return [
    pass('Set-Cookie', `${answer.url} sets ${list(cookies.map(({ key }) => key))}`),
    checkReturn(facts.answers),
    checkRenewal(cookies),
    checkSecure(cookies),
    checkHidden(cookies),
    checkReadable(cookies),
    checkDomain(cookies, facts),
    checkPath(cookies),
    checkSameSite(cookies),
    checkAge(cookies),
  ];
}

/** The identity's cookies in an answer; load balancers and CDNs add cookies of their own. */
export function cookiesOf(answer: Answer): Cookie[] {
  const lines = answer.kind === 'received' ? answer.setCookies : [];
  return lines.flatMap((line) => Cookie.parse(line) ?? []).filter(isOurs);
}

/** The endpoint's configuration may give the signed id another name. */
function isOurs({ key, value }: Cookie): boolean {
  return [SERVER_ID_COOKIE, BACKUP_COOKIE, '_d8a'].includes(key) || serverId.test(value);
}

function complainOfNone(url: string): Finding {
  return complain('Set-Cookie', {
    found: `${url} answers with its image and without Set-Cookie`,
    remedy:
      'Let the proxy or CDN pass Set-Cookie, and cache nothing of this path (in nginx: no proxy_hide_header, proxy_ignore_headers or proxy_cache here).',
  });
}

/** A visitor who comes back with cookies is the same visitor. */
function checkReturn({ firstVisit, returnVisit }: Facts['answers']): Finding {
  if (ifGood(returnVisit) === undefined) {
    return complain('Cookie', {
      found: `${returnVisit.url} fails for a visitor who comes back: ${outcomeOf(returnVisit)}`,
      remedy:
        'Look at the logs of the endpoint and of the proxy before it: its buffers must hold all cookies (in nginx: proxy_buffer_size).',
    });
  }
  const [first, second] = [firstVisit, returnVisit].map(serverIdOf);
  if (second === undefined || second === first) {
    return pass('Cookie', 'a visitor who comes back keeps the server id');
  }
  return complain('Cookie', {
    found: `${returnVisit.url} gives a visitor who comes back with ${SERVER_ID_COOKIE}=${first} a new id, ${second}`,
    remedy:
      'Let the proxy or CDN pass the Cookie header, and give all copies of the endpoint the same keys.',
  });
}

function outcomeOf(answer: Answer): string {
  return answer.kind === 'received' ? `${answer.status}` : answer.reason;
}

export function serverIdOf(answer: Answer): string | undefined {
  return cookiesOf(answer).find(({ key }) => key === SERVER_ID_COOKIE)?.value;
}

function checkRenewal(cookies: Cookie[]): Finding {
  const missing = ['_d8a', BACKUP_COOKIE].filter(
    (name) => !cookies.some(({ key }) => key === name),
  );
  if (missing.length === 0) return pass('Renewal', '_d8a is renewed and backed up');
  const unsigned = cookies.find(({ value }) => unsignedId.test(value));
  if (unsigned !== undefined && list(missing) === BACKUP_COOKIE) {
    return complain('Renewal', {
      level: 'warn',
      found: `${unsigned.key} is not signed, so lost cookies do not come back`,
      remedy: 'Give the server container a key, and choose in its client to sign the server ID.',
    });
  }
  return complain('Renewal', {
    level: 'warn',
    found: `a visitor with _d8a does not get ${list(missing)}`,
    remedy: 'If the site’s cookies have no prefix, put "" into the endpoint’s d8aPrefixes.',
  });
}

function checkSecure(cookies: Cookie[]): Finding {
  const open = cookies.filter(({ secure }) => !secure);
  if (open.length === 0) return pass('Secure', 'all cookies are Secure');
  return complain('Secure', {
    found: `not Secure: ${names(open)}; any http page of the site can replace them`,
    remedy:
      'Let the proxy send X-Forwarded-Proto: https, name it in trustedProxies, and list https origins only.',
  });
}

/** Those that carry a signature are no script's business. */
function checkHidden(cookies: Cookie[]): Finding {
  const signed = cookies.filter(({ key, value }) => key === BACKUP_COOKIE || serverId.test(value));
  const open = signed.filter(({ httpOnly }) => !httpOnly);
  if (signed.length > 0 && open.length === 0) {
    return pass('HttpOnly', `scripts cannot read ${names(signed)}`);
  }
  const isMissing = signed.length === 0;
  return complain('HttpOnly', {
    found: isMissing ? 'there is no cookie with the server id' : `not HttpOnly: ${names(open)}`,
    remedy: isMissing
      ? 'Let the proxy pass every Set-Cookie line, not the first one only.'
      : 'Take out what rewrites cookies on the way: the endpoint sets HttpOnly itself.',
  });
}

function checkReadable(cookies: Cookie[]): Finding {
  const shown = cookies.filter(({ key }) => key === SERVER_ID_COOKIE || key === '_d8a');
  const hidden = shown.filter(({ httpOnly }) => httpOnly);
  if (hidden.length === 0) return pass('Readable', `scripts can read ${names(shown)}`);
  return complain('Readable', {
    found: `HttpOnly: ${names(hidden)}; the tag cannot read them`,
    remedy:
      'Take out the rule that adds HttpOnly to every cookie (in nginx: proxy_cookie_flags), or except these.',
  });
}

function checkDomain(cookies: Cookie[], { page, endpoint }: Facts): Finding {
  const domains = [...new Set(cookies.map(({ domain }) => domain ?? ''))];
  const wrong = domains.filter((domain) => {
    if (domain === '') return page.hostname !== endpoint.hostname;
    const reaches = [page, endpoint].every(({ hostname }) => isOnDomain(hostname, domain));
    return !reaches || !isOnDomain(domain, siteOf(page.hostname));
  });
  if (wrong.length === 0) return pass('Domain', domains[0] || `this host only, ${page.hostname}`);
  const written = wrong.map((domain) => (domain === '' ? 'no Domain' : `Domain=${domain}`));
  return complain('Domain', {
    found: `${list(written)}: a cookie of ${endpoint.hostname} does not reach ${page.hostname} that way`,
    remedy: `Set cookieDomain to "${siteOf(page.hostname)}" for this site in the endpoint’s configuration.`,
  });
}

function checkPath(cookies: Cookie[]): Finding {
  const wrong = cookies.filter(({ path }) => path !== '/');
  if (wrong.length === 0) return pass('Path', 'all cookies are for the whole site');
  return complain('Path', {
    found: `Path=${wrong[0]?.path ?? ''}: ${names(wrong)}; other pages do not have them`,
    remedy: 'Take out what rewrites paths of cookies on the way (in nginx: proxy_cookie_path).',
  });
}

function checkSameSite(cookies: Cookie[]): Finding {
  const wrong = cookies.filter(({ sameSite }) => !['lax', 'strict'].includes(sameSite ?? ''));
  if (wrong.length === 0) return pass('SameSite', 'all cookies are for this site alone');
  return complain('SameSite', {
    level: 'warn',
    found: `SameSite=${wrong[0]?.sameSite ?? ''}: ${names(wrong)}`,
    remedy: 'Take out what rewrites cookies on the way: the endpoint sets SameSite=Lax.',
  });
}

function checkAge(cookies: Cookie[]): Finding {
  const days = shortestDays(cookies);
  if (days >= leastDays) return pass('Max-Age', `${days} days; browsers allow at most 400`);
  return complain('Max-Age', {
    found: `${days} days, so visitors are soon new`,
    remedy: 'Raise maxAgeDays in the endpoint’s configuration, and let the proxy leave it alone.',
  });
}

/** For how many days the endpoint asks, 0 until the browser is closed. */
export function shortestDays(cookies: Cookie[]): number {
  return Math.min(
    ...cookies.map((cookie) => {
      const millis = cookie.TTL();
      return Number.isFinite(millis) ? Math.round(millis / dayMillis) : 0;
    }),
  );
}

function names(cookies: Cookie[]): string {
  return list(cookies.map(({ key }) => key));
}
