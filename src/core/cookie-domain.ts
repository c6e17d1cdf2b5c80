import { toFiniteNumber } from './to-finite-number.ts';

/**
 * Domains to try for a cookie, from the broadest to this host alone, which is ''.
 *
 * Which of them a browser accepts, only the browser knows: it refuses public suffixes such as
 * `co.uk` and `github.io`. An IP address and a host of one label have no domain.
 */
export function cookieDomainCandidates(host: string): string[] {
  const labels = host.split('.').filter((label) => label !== '');
  if (isAddress(host, labels)) return [''];
  const candidates: string[] = [];
  for (let count = 2; count <= labels.length; count++) {
    candidates.push(labels.slice(labels.length - count).join('.'));
  }
  return candidates.concat(['']);
}

/** The candidates for a configured domain: it first, then those of the host. */
export function configuredDomainCandidates(configured: string, host: string): string[] {
  if (configured === 'none') return [''];
  if (configured === 'auto' || configured === '') return cookieDomainCandidates(host);
  const domain = configured.indexOf('.') === 0 ? configured.slice(1) : configured;
  return [domain].concat(cookieDomainCandidates(host).filter((candidate) => candidate !== domain));
}

function isAddress(host: string, labels: string[]): boolean {
  const isIpv4 = labels.length === 4 && toFiniteNumber(labels[3] || '') !== undefined;
  return isIpv4 || host.indexOf(':') !== -1;
}
