import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { once } from 'node:events';

export interface Ports {
  /** Loopback port that stands for port 443 of every host. */
  httpsPort: number;
  /** Loopback port that stands for port 80 of every host. */
  httpPort: number;
}

export interface Proxy {
  address: string;
  close(): Promise<void>;
}

/** Starts a proxy that finds every host of the world on this machine. */
export async function startProxy({ httpsPort, httpPort }: Ports): Promise<Proxy> {
  const sockets = new Set<Duplex>();
  const server = createServer((incoming, outgoing) => forward(incoming, outgoing, httpPort));
  server.on('connect', ({ url = '' }: IncomingMessage, browser: Duplex, head: Buffer) => {
    const site = connect(url.endsWith(':443') ? httpsPort : httpPort, '127.0.0.1');
    for (const [one, other] of [
      [browser, site],
      [site, browser],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy()).on('close', () => sockets.delete(one));
    }
    browser.write('HTTP/1.1 200 Connected\r\n\r\n');
    site.write(head);
    browser.pipe(site).pipe(browser);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}

/** Plain http asks the proxy for the whole address. */
function forward(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const { pathname, search } = new URL(incoming.url ?? '');
  const { method, headers } = incoming;
  // A connection of its own: one kept from an earlier request may be closed at this very moment.
  const to = { host: '127.0.0.1', port, path: pathname + search, agent: false };
  const onward = request({ ...to, method, headers }, (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
