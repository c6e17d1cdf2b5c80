import type { LIFETIME_CASES } from '../lifetime-facts.ts';
import { siteOf } from '../site-of.ts';
import type { Facts, HostNames } from '../types.ts';
import { areNear, hasNoAddress } from './addresses.ts';

/** How the endpoint stands to the page, in the terms of Safari's rules for cookies of responses. */
export interface Situation {
  kind: Exclude<keyof typeof LIFETIME_CASES, 'decorated'> | 'unknown';
  /** Whether this holds for some visitors only, as some of the addresses are near. */
  isPartial: boolean;
}

/**
 * The rules in their order: on the page's own host none applies; nothing is known of a host
 * without an address; a CNAME out of the site counts
 * unless the page's host has the same one; addresses are compared only where there is no CNAME.
 */
export function situationOf({ page, endpoint, names }: Facts): Situation {
  if (page.hostname === endpoint.hostname) return { kind: 'usual', isPartial: false };
  if ([names.page, names.endpoint].some(hasNoAddress)) return { kind: 'unknown', isPartial: false };
  const alias = names.endpoint.aliases.at(-1);
  if (alias !== undefined) {
    const isOwn = siteOf(alias) === siteOf(page.hostname) || alias === names.page.aliases.at(-1);
    return { kind: isOwn ? 'usual' : 'foreignAlias', isPartial: false };
  }
  const pairs = waysOf(names).flatMap(([pages, endpoints]) =>
    endpoints.flatMap((own) => pages.map((other) => areNear(own, other))),
  );
  if (pairs.every(Boolean)) return { kind: 'usual', isPartial: false };
  return { kind: 'foreignAddress', isPartial: pairs.some(Boolean) };
}

/** The addresses that visitors of IPv4 meet, and those of visitors who prefer IPv6. */
function waysOf({ page, endpoint }: Facts['names']): [string[], string[]][] {
  const preferred = ({ ipv4, ipv6 }: HostNames) => (ipv6.length > 0 ? ipv6 : ipv4);
  return [
    [page.ipv4, endpoint.ipv4],
    [preferred(page), preferred(endpoint)],
  ];
}
