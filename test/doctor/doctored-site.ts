import { getRequestListener } from '@hono/node-server';
import { once } from 'node:events';
import { createServer } from 'node:https';
import { Resolver } from 'node:dns/promises';
import type { AddressInfo } from 'node:net';
import {
  diagnose,
  gatherFacts,
  readRecording,
  type Diagnosis,
  type Facts,
} from '../../src/doctor/index.ts';
import { createHandler } from '../../src/endpoint/handler.ts';
import type { EndpointConfiguration } from '../../src/endpoint/types.ts';
import { makeCredentials, type Credentials } from '../browser/authority.ts';
import { startDnsServer, type Zone } from './dns-server.ts';

/** What is wrong with the site; nothing of it is a good site. */
export interface Fault {
  zone?: Zone;
  certificate?: Credentials;
  configuration?: Partial<EndpointConfiguration>;
  /** What a proxy before the endpoint does to requests. */
  request?: (request: Request) => Request;
  /** And to answers. */
  response?: (response: Response, request: Request) => Response | Promise<Response>;
  /** The text of a browser's export. */
  har?: string;
}

export interface DoctoredSite {
  /** Arguments of the command that lead it here; the authority is not among them. */
  args: string[];
  authority: string;
  /** Breaks the site, and mends what was broken before. */
  seed(fault: Fault): void;
  /** Breaks the site and looks at it, with the endpoint on a host of its own unless told. */
  gather(fault?: Fault, endpoint?: string): Promise<Facts>;
  /** The same, and says what is found. */
  examine(fault?: Fault, endpoint?: string): Promise<Diagnosis>;
  close(): void;
}

export const goodZone: Zone = {
  'example.com': { NS: ['ns1.example.net', 'ns2.example.net'] },
  'www.example.com': { A: ['203.0.113.10'], AAAA: ['2001:db8::10'] },
  'id.example.com': { A: ['203.0.113.20'], AAAA: ['2001:db8::20'] },
};

const configuration: EndpointConfiguration = {
  sites: [{ origins: ['https://www.example.com'], cookieDomain: 'example.com' }],
  keys: ['the key of one test, 32 bytes long'],
};

/** The page has the loader, of whichever endpoint is examined. */
const shop = `<!doctype html><title>Shop</title>
<script src="/shop.js"></script>
<script async src="/fpid/loader.js?v=1" data-property-ids="P"></script>
<script async src="https://id.example.com/loader.js" data-property-ids="P"></script>`;

/** A site, its endpoint and their DNS on loopback. */
export async function startDoctoredSite(): Promise<DoctoredSite> {
  const credentials = await makeCredentials();
  const dns = await startDnsServer(goodZone);
  let fault: Fault = {};

  async function answer(request: Request): Promise<Response> {
    const { hostname, pathname } = new URL(request.url);
    const isPath = pathname.startsWith('/fpid');
    if (hostname === 'www.example.com' && !isPath) {
      return new Response(shop, { headers: { 'content-type': 'text/html' } });
    }
    const basePath = isPath ? '/fpid' : '';
    const handler = createHandler(
      { ...configuration, basePath, ...fault.configuration },
      { loaders: { 'loader.js': '/* the loader */' } },
    );
    const response = await handler(fault.request?.(request) ?? request);
    return fault.response?.(response, request) ?? response;
  }
  const server = createServer(
    { key: credentials.key, cert: credentials.chain },
    getRequestListener(answer, { overrideGlobalObjects: false }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  function seed(next: Fault): void {
    fault = next;
    dns.zone = { ...goodZone, ...next.zone };
    const { key, chain } = next.certificate ?? credentials;
    server.setSecureContext({ key, cert: chain });
  }

  async function gather(next: Fault = {}, endpoint = 'https://id.example.com'): Promise<Facts> {
    seed(next);
    const resolver = new Resolver({ timeout: 2000, tries: 2 });
    resolver.setServers([dns.address]);
    return gatherFacts({
      page: new URL('https://www.example.com/'),
      endpoint: new URL(endpoint),
      recording: next.har === undefined ? undefined : readRecording(next.har, 'visit.har'),
      resolver,
      way: {
        connectTo: { host: '127.0.0.1', port },
        authorities: [(next.certificate ?? credentials).authority],
        lookup: undefined,
      },
    });
  }

  return {
    args: ['--resolver', dns.address, '--connect', `127.0.0.1:${port}`],
    authority: credentials.authority,
    seed,
    gather,
    examine: async (...asked) => diagnose(await gather(...asked)),
    close: () => {
      dns.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** An answer with other headers, for proxies that change them. */
export function withHeaders(response: Response, change: (headers: Headers) => void): Response {
  const headers = new Headers(response.headers);
  change(headers);
  return new Response(response.body, { status: response.status, headers });
}

/** An answer whose Set-Cookie lines were rewritten. */
export function withCookies(response: Response, rewrite: (line: string) => string): Response {
  return withHeaders(response, (headers) => {
    const lines = response.headers.getSetCookie();
    headers.delete('set-cookie');
    for (const line of lines) headers.append('set-cookie', rewrite(line));
  });
}

/** Another answer in the place of those to one path that are good. */
export function answerOn(pathname: string, create: () => Response): Fault {
  return {
    response: (response, request) =>
      new URL(request.url).pathname === pathname && response.ok ? create() : response,
  };
}
