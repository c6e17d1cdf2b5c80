import { Cookie } from 'tough-cookie';
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

/** The same name set on two domains becomes a duplicate on the next page. */
function checkSet(exchanges: Exchange[]): Finding[] {
  const domains = new Map<string, Set<string>>();
  for (const { url, setCookies } of exchanges) {
    for (const line of setCookies) {
      const cookie = Cookie.parse(line);
      if (cookie === undefined || !identityName.test(cookie.key) || cookie.maxAge === 0) continue;
      const known = domains.get(cookie.key) ?? new Set();
      domains.set(cookie.key, known.add(cookie.domain ?? `${url.hostname} alone`));
    }
  }
  return [...domains]
    .filter(([, found]) => found.size > 1)
    .map(([name, found]) =>
      complain('One domain a name', {
        found: `${name} is set on ${list([...found])}`,
        remedy: 'Give all copies of the endpoint the same cookieDomain for this site.',
      }),
    );
}
