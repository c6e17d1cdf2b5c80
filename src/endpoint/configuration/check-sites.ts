import { parse } from 'tldts';
import { configurationSchema } from './configuration-schema.ts';
import { isOnDomain } from '../is-on-domain.ts';
import type { ConfigurationProblem, Site } from '../types.ts';

const accepted = configurationSchema.properties.sites.items.properties;

/** What a JSON Schema cannot say about sites: public suffixes, and how the options fit together. */
export function checkSites(sites: Site[]): ConfigurationProblem[] {
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
  all: string[],
): { accepted: string } | undefined {
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
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
