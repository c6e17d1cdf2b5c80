import { getDomain } from 'tldts';

/** The registrable domain of a host; a host without one stands for itself. */
export function siteOf(host: string): string {
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}
