/** Where the browser believes it has sent the request. */
export interface PublicPlace {
  hostname: string;
  isHttps: boolean;
}

/** Reads the request's own address, or what a trusted proxy says it was. */
export function publicPlace(request: Request, trustProxy: boolean): PublicPlace {
  const { hostname, protocol } = new URL(request.url);
  if (!trustProxy) return { hostname, isHttps: protocol === 'https:' };
  return {
    hostname: hostnameOf(forwarded(request, 'x-forwarded-host')) ?? hostname,
    isHttps: (forwarded(request, 'x-forwarded-proto') ?? protocol.slice(0, -1)) === 'https',
  };
}

/** The first of several values is the one the proxy nearest to the browser wrote. */
function forwarded(request: Request, header: string): string | undefined {
  return request.headers.get(header)?.split(',')[0]?.trim();
}

function hostnameOf(host: string | undefined): string | undefined {
  const url = `http://${host}`;
  return host !== undefined && URL.canParse(url) ? new URL(url).hostname : undefined;
}
