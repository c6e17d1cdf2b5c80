/** RFC 6265, 5.1.3: a host domain-matches when it is the domain, or ends with a dot and it. */
export function isOnDomain(host: string, domain: string): boolean {
  return host === domain || host.endsWith('.' + domain);
}
