import { SERVER_ID_COOKIE } from '../core/constants.ts';
import { cookieDomainCandidates } from '../core/cookie-domain.ts';
import type { StoredValue } from '../core/types.ts';

/** All cookies that the page can see, each as `name=value`. Throws where the origin is opaque. */
export function readJar(): string[] {
  return document.cookie.split('; ');
}

/** The values under a name; several lie on several domains. */
export function valuesIn(jar: string[] = [], name: string): string[] {
  return jar
    .filter((pair) => pair.startsWith(name + '='))
    .map((pair) => pair.slice(name.length + 1));
}

/** The readable copy of the server id. */
export function readServerId(jar?: string[]): string {
  return valuesIn(jar, SERVER_ID_COOKIE)[0] ?? '';
}

/** The domains of this host, from the broadest to the host alone. */
export function ownDomains(): string[] {
  return cookieDomainCandidates(location.hostname);
}

/** Writes a value as it is, for this host alone when the domain is ''. No lifetime: until the browser is closed. */
export function writeCookie(
  pair: string,
  domain: string,
  maxAgeSeconds?: number,
  sameSite = 'Lax',
): void {
  const isSecure = location.protocol === 'https:';
  document.cookie =
    pair +
    ';path=/' +
    (domain && ';domain=' + domain) +
    (maxAgeSeconds === undefined ? '' : ';max-age=' + maxAgeSeconds) +
    // Browsers refuse SameSite=None without Secure, and Secure on http.
    ';samesite=' +
    (isSecure ? sameSite + ';secure' : sameSite.replace('None', 'Lax'));
}

/** Removes a cookie from these domains. */
export function eraseCookie(name: string, domains: string[]): void {
  domains.forEach((domain) => writeCookie(name + '=', domain, 0));
}

/**
 * The values under a name; of several, only the one on the widest domain stays in the browser.
 *
 * A browser does not say on which domain a cookie lies. Removing them one domain at a time, from
 * this host alone outwards, shows it: what disappears has lain there. The core may write it again.
 */
export function separateDuplicates(jar: string[] | undefined, name: string): StoredValue[] {
  const removed: StoredValue[] = [];
  let values = valuesIn(jar, name);
  const domains = values.length > 1 ? ownDomains().reverse() : [];
  for (const domain of domains) {
    if (values.length < 2) break;
    eraseCookie(name, [domain]);
    const left = valuesIn(readJar(), name);
    const after = left.slice();
    for (const value of values) {
      const index = after.indexOf(value);
      if (index < 0) removed.push({ value, domain, isRemoved: true });
      else after.splice(index, 1);
    }
    values = left;
  }
  return removed.concat(storedOf(values));
}

/** Values that stay where they are, wherever that is. */
export function storedOf(values: string[]): StoredValue[] {
  return values.map((value) => ({ value, domain: undefined, isRemoved: false }));
}
