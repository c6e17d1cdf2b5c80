import { parse } from 'tldts';
import { configurationSchema } from './configuration-schema.ts';
import { isOnDomain } from '../is-on-domain.ts';
import type { ConfigurationProblem, Site } from '../types.ts';

const accepted = configurationSchema.properties.sites.items.properties;
const writtenOut =
  'each origin written out, such as "https://www.example.com" and "https://shop.example.com"; no * stands for others';

/** What a JSON Schema cannot say about sites: public suffixes, and how the options fit together. */
export function checkSites(sites: readonly Site[]): ConfigurationProblem[] {
  const all = sites.flatMap((site) => site.origins);
  return sites.flatMap((site, index) => [
    ...checkCookieDomain(site.cookieDomain, `sites[${index}].cookieDomain`),
    ...site.origins.flatMap((origin, place) => {
      const problem = checkOrigin(origin, site.cookieDomain, all);
      const path = `sites[${index}].origins[${place}]`;
      return problem === undefined ? [] : [{ path, value: JSON.stringify(origin), ...problem }];
    }),
  ]);
}

function checkCookieDomain(domain: string, path: string): ConfigurationProblem[] {
  if (canHoldCookies(domain)) return [];
  return [{ path, value: JSON.stringify(domain), accepted: accepted.cookieDomain.description }];
}

/** A browser refuses a cookie for a public suffix; private ones, as github.io, are among them. */
function canHoldCookies(domain: string): boolean {
  if (domain === '') return true;
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)) return false;
  const parts = parse(domain, { allowPrivateDomains: true });
  return parts.hostname === domain && parts.isIp !== true && parts.domain !== null;
}

function checkOrigin(
  origin: string,
  cookieDomain: string,
  all: readonly string[],
): { accepted: string } | undefined {
  if (origin.includes('*')) return { accepted: writtenOut };
  if (!isWebOrigin(origin)) return { accepted: accepted.origins.items.description };
  const isElsewhere = cookieDomain !== '' && !isOnDomain(new URL(origin).hostname, cookieDomain);
  if (isElsewhere && canHoldCookies(cookieDomain)) {
    return { accepted: `an origin on the site's cookieDomain, "${cookieDomain}", or below it` };
  }
  if (all.indexOf(origin) !== all.lastIndexOf(origin)) {
    return { accepted: 'an origin that stands in the configuration once' };
  }
  return undefined;
}

function isWebOrigin(text: string): boolean {
  if (!/^https?:/.test(text) || !URL.canParse(text)) return false;
  const { origin, hostname, port } = new URL(text);
  // Browsers ask nobody on port 0: https://fetch.spec.whatwg.org/#port-blocking
  return origin === text && port !== '0' && isHostname(hostname);
}

/** URLs allow more than a name in DNS can be; an underscore is in use, though. */
function isHostname(hostname: string): boolean {
  if (hostname.startsWith('[')) return true;
  return hostname.length <= 254 && /^[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?$/.test(hostname);
}
