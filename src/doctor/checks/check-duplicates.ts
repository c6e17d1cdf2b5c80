import { Cookie } from 'tough-cookie';
import { isOnDomain } from '../../endpoint/is-on-domain.ts';
import { findingsOf, list } from '../finding.ts';
import type { Exchange } from '../recording/types.ts';
import type { Facts, Finding } from '../types.ts';
import { siteOf } from '../site-of.ts';

const { pass, complain } = findingsOf('Recording');

/** Names of d8a, Snowplow, Treasure Data and the endpoint. */
const identityName = /d8a|^_sp_(id|ses)\.|^_td|^first_party_/;

/** Two cookies of one name: trackers read one of them and write the other. */
export function checkDuplicates({ recording, page }: Facts): Finding[] {
  if (recording === undefined) return [];
  const own = recording.exchanges.filter(
    ({ url }) => siteOf(url.hostname) === siteOf(page.hostname),
  );
  if (own.length === 0) {
    return [
      complain('Cookies', {
        level: 'warn',
        found: `${recording.file} has no request to ${siteOf(page.hostname)}`,
        remedy: 'Record a visit of this site.',
      }),
    ];
  }
  if (own.every(({ cookie, setCookies }) => cookie === '' && setCookies.length === 0)) {
    return [
      complain('Cookies', {
        level: 'warn',
        found: `${recording.file} has no cookies`,
        remedy: 'Save it again with sensitive data: in Chrome, see Settings, Preferences, Network.',
      }),
    ];
  }
  return [checkSent(own), ...checkSet(own)];
}

function checkSent(exchanges: Exchange[]): Finding {
  for (const { url, cookie } of exchanges) {
    const doubled = findTwice(cookie.split('; ').map((pair) => pair.split('=')[0] ?? ''));
    if (doubled.length === 0) continue;
    return complain('One cookie a name', {
      found: `${url.origin}${url.pathname} is sent ${list(doubled)} twice`,
      remedy:
        'Set the same cookie domain in all trackers and the tag; the tag then removes the narrower cookie at its next run.',
    });
  }
  return pass('One cookie a name', 'no identity cookie is sent twice');
}

function findTwice(names: string[]): string[] {
  const doubled = names.filter((name, index) => names.indexOf(name) < index);
  return [...new Set(doubled)].filter((name) => identityName.test(name));
}

/** Where a cookie lives: on a domain and below it, or on one host alone. */
interface Place {
  domain: string;
  isHostOnly: boolean;
}

/** The same name set on two domains that meet becomes a duplicate on the next page. */
function checkSet(exchanges: Exchange[]): Finding[] {
  const places = new Map<string, Map<string, Place>>();
  for (const { url, setCookies } of exchanges) {
    for (const line of setCookies) {
      const cookie = Cookie.parse(line);
      if (cookie === undefined || !identityName.test(cookie.key) || cookie.TTL() <= 0) continue;
      const place = { domain: cookie.domain ?? url.hostname, isHostOnly: cookie.domain === null };
      const known = places.get(cookie.key) ?? new Map<string, Place>();
      places.set(cookie.key, known.set(describe(place), place));
    }
  }
  return [...places].flatMap(([name, known]) => {
    const all = [...known.values()];
    const met = all.filter((one) => all.some((other) => one !== other && doMeet(one, other)));
    if (met.length === 0) return [];
    const found = `${name} is set on ${list(met.map(describe))}`;
    const remedy = 'Give all copies of the endpoint the same cookieDomain for this site.';
    return [complain('One domain a name', { found, remedy })];
  });
}

function describe({ domain, isHostOnly }: Place): string {
  return isHostOnly ? `${domain} alone` : domain;
}

/** Whether a page can have both cookies. */
function doMeet(one: Place, other: Place): boolean {
  return (
    (!other.isHostOnly && isOnDomain(one.domain, other.domain)) ||
    (!one.isHostOnly && isOnDomain(other.domain, one.domain))
  );
}
