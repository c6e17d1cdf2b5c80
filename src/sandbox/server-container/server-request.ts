import type { IncomingRequest } from '../apis/server/server-port.ts';

/** A request to a server container. */
export interface ServerRequest {
  /** Absolute, or from the root of the container's own URL. */
  url: string;
  /** 'GET' unless given. */
  method?: string;
  headers?: Readonly<Record<string, string | readonly string[]>>;
  body?: string;
  /** Of the connection; '' unless given. */
  remoteAddress?: string;
  /** Whether the browser carries out commands of the response, as GA4's own tags do. False unless given. */
  acceptsCommands?: boolean;
}

/** The request as templates see it; `containerUrl` is where the container is reached, with its path. */
export function toIncomingRequest(request: ServerRequest, containerUrl: string): IncomingRequest {
  const base = new URL(containerUrl);
  const url = new URL(request.url, base);
  const headers = Object.entries(request.headers ?? {}).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name.toLowerCase(), value]),
  );
  if (!headers.some(([name]) => name === 'host')) headers.push(['host', url.host]);
  return {
    method: (request.method ?? 'GET').toUpperCase(),
    path: stripPrefix(url.pathname, base.pathname),
    query: url.search.slice(1),
    headers,
    body: request.body,
    remoteAddress: request.remoteAddress ?? '',
    acceptsCommands: request.acceptsCommands ?? false,
  };
}

function stripPrefix(path: string, prefix: string): string {
  const trimmed = prefix.replace(/\/$/, '');
  return trimmed !== '' && path.startsWith(`${trimmed}/`) ? path.slice(trimmed.length) : path;
}
