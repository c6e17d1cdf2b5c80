import type { Incoming } from './incoming.ts';

/** Where the browser believes it has sent the request. */
export interface PublicPlace {
  hostname: string;
  isHttps: boolean;
}

/** Stands for a Host that is none; no site is on it (RFC 6761, 6.4). */
export const UNKNOWN_HOST = 'host.invalid';

/** Reads the request's own address, or what a trusted proxy says it was. */
export function publicPlace({ request, isFromTrustedProxy }: Incoming): PublicPlace {
  const { url, headers } = request;
  const isHttps = url.startsWith('https:');
  const host = url.split('/', 3)[2] ?? '';
  if (!isFromTrustedProxy) return { hostname: readHostname(host) ?? '', isHttps };
  const scheme = forwarded(headers, 'x-forwarded-proto');
  return {
    hostname: readHostname(forwarded(headers, 'x-forwarded-host') ?? host) ?? '',
    isHttps: scheme === undefined ? isHttps : scheme === 'https',
  };
}

/** The first of several values is the one the proxy nearest to the browser wrote. */
function forwarded(headers: Headers, name: string): string | undefined {
  return headers.get(name)?.split(',')[0]?.trim();
}

/** The name in a host with or without a port, if it is one. */
export function readHostname(host: string): string | undefined {
  if (/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/.test(host)) return host;
  // Slower, and knows ports, IP addresses and capitals. A path or a user name is no host.
  const url = `http://${host}`;
  if (/[/?#@\\\s]/.test(host) || !URL.canParse(url)) return undefined;
  return new URL(url).hostname;
}
