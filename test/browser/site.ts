import { getRequestListener } from '@hono/node-server';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { makeCredentials } from './authority.ts';
import { findRoute, respond, type Routes } from './routes.ts';

/** A request as the server saw it. */
export interface SeenRequest {
  method: string;
  scheme: 'http' | 'https';
  host: string;
  path: string;
  search: string;
  /** The Cookie header as it came, '' when there was none. */
  cookie: string;
  headers: Headers;
}

export interface Site {
  httpsPort: number;
  httpPort: number;
  /** What a browser must be told to trust this site. */
  trustedKeyHash: string;
  /** May be changed while the site runs. */
  routes: Routes;
  /** All requests, in order; a test may empty it with `requests.length = 0`. */
  requests: SeenRequest[];
  /** Requests whose `host + path` starts with the given text, as `id.shop.example.com/id.gif`. */
  requestsTo(start: string): SeenRequest[];
  /** Ends both servers and every open connection. */
  close(): Promise<void>;
}

/** Serves the routes on two ports of loopback, one for https and one for plain http. */
export async function startSite(routes: Routes): Promise<Site> {
  const { key, chain, authorityKeyHash } = await makeCredentials();
  const live = { ...routes };
  const requests: SeenRequest[] = [];

  async function answer(request: Request): Promise<Response> {
    const seen = describeRequest(request);
    requests.push(seen);
    return respond(findRoute(live, seen.host, seen.path), request);
  }
  // The jest realm's Request and Response must stay as they are.
  const listener = getRequestListener(answer, { overrideGlobalObjects: false });
  const secure = createHttpsServer({ key, cert: chain }, listener);
  const plain = createHttpServer(listener);
  return {
    httpsPort: await listen(secure),
    httpPort: await listen(plain),
    trustedKeyHash: authorityKeyHash,
    routes: live,
    requests,
    requestsTo: (start) => requests.filter(({ host, path }) => (host + path).startsWith(start)),
    close: async () => void (await Promise.all([stop(secure), stop(plain)])),
  };
}

function describeRequest(request: Request): SeenRequest {
  const { protocol, host, pathname, search } = new URL(request.url);
  return {
    method: request.method,
    scheme: protocol === 'https:' ? 'https' : 'http',
    host,
    path: pathname,
    search,
    cookie: request.headers.get('cookie') ?? '',
    headers: request.headers,
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return reject(new Error('no port'));
      resolve(address.port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
