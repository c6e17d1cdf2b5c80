import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import { MAX_HEADER_BYTES } from '../constants.ts';
import { createProxyCheck } from '../handler.ts';
import { refuseBeforeApp } from '../middleware.ts';
import { UNKNOWN_HOST, readHostname } from '../public-place.ts';
import { createRequestRate, type RequestRate } from '../operations/request-rate.ts';
import type { Configuration, EndpointConfiguration } from '../types.ts';
import {
  runEndpoint,
  type Listener,
  type RunningEndpoint,
  type ServerPort,
} from './running-endpoint.ts';

/** How long a client may take, in milliseconds. */
export interface TimeLimits {
  /** From the first byte of a request to the end of its head. */
  headMillis: number;
  /** To the end of its body. */
  requestMillis: number;
  /** Without a byte in either direction, while an answer is under way. */
  idleMillis: number;
  /** Between two requests of one connection; longer than load balancers keep theirs. */
  keepAliveMillis: number;
  /** For requests under way when the endpoint is closed. */
  graceMillis: number;
}

const usualLimits: TimeLimits = {
  headMillis: 10_000,
  requestMillis: 20_000,
  idleMillis: 30_000,
  keepAliveMillis: 75_000,
  graceMillis: 10_000,
};

/** Starts the endpoint on Node. */
export function startEndpoint(
  configuration: EndpointConfiguration,
  limits: Partial<TimeLimits> = {},
): Promise<RunningEndpoint> {
  return runEndpoint(configuration, (port) => listen(port, { ...usualLimits, ...limits }));
}

/** What is known of a connection. */
interface Connection {
  isTrusted: boolean;
  rate: RequestRate;
  /** Ends with the answer to the latest request: those of one connection are worked on in turn. */
  last: Promise<void>;
}

async function listen(port: ServerPort, limits: TimeLimits): Promise<Listener> {
  const connections = new WeakMap<Socket, Connection>();
  const respondTo = getRequestListener(
    (request, bindings) => respond(request, bindings, { port, connections }),
    // Node's own Response makes a stream of every body, which takes longer and more memory.
    { overrideGlobalObjects: true },
  );
  const limitsOfNode = {
    // Twice what the app takes, so that the app answers first.
    maxHeaderSize: 2 * MAX_HEADER_BYTES,
    headersTimeout: limits.headMillis,
    requestTimeout: limits.requestMillis,
    keepAliveTimeout: limits.keepAliveMillis,
    connectionsCheckingInterval: Math.min(limits.headMillis, 5000),
  };
  const server = createServer(limitsOfNode, (incoming, outgoing) => {
    mendAddress(incoming);
    const connection = connections.get(incoming.socket);
    if (connection === undefined) return void respondTo(incoming, outgoing);
    connection.last = connection.last
      .then(() => respondTo(incoming, outgoing))
      .catch(() => void outgoing.destroy());
  });
  server.setTimeout(limits.idleMillis);
  const isTrusted = createProxyCheck(port.configuration);
  server.on('connection', (socket: Socket) => {
    const isProxy = isTrusted(socket.remoteAddress);
    const limit = isProxy ? 0 : port.configuration.maxRequestsPerSecond;
    connections.set(socket, {
      isTrusted: isProxy,
      rate: createRequestRate(limit),
      last: Promise.resolve(),
    });
  });
  return {
    port: await startListening(server, port.configuration),
    close: () => drain(server, limits.graceMillis),
  };
}

/** What hono's server would refuse by itself; mended, it is refused as on every platform. */
function mendAddress(incoming: IncomingMessage): void {
  const { url = '', headers } = incoming;
  const isAddress = /^https?:\/\/[^/?#]+\//.test(url) && URL.canParse(url);
  const hasBackslash = url.split('?', 1)[0]?.includes('\\') === true;
  if (hasBackslash || (!url.startsWith('/') && !isAddress)) incoming.url = '/';
  if (readHostname(headers.host ?? '') === undefined) headers.host = UNKNOWN_HOST;
}

interface Exchange {
  port: ServerPort;
  connections: WeakMap<Socket, Connection>;
}

async function respond(
  request: Request,
  { incoming, outgoing }: HttpBindings | Http2Bindings,
  { port, connections }: Exchange,
): Promise<Response> {
  const connection = connections.get(incoming.socket);
  if (connection?.rate.allows(Date.now()) === false) {
    outgoing.setHeader('connection', 'close');
    return refuseBeforeApp('Too many requests.', 429);
  }
  const isFromTrustedProxy = connection?.isTrusted === true;
  const target = incoming.url ?? '/';
  const headBytes = incoming.rawHeaders.reduce(
    (sum, text) => sum + text.length,
    request.url.length,
  );
  const response = await port.answer({ request, isFromTrustedProxy, target, headBytes });
  // A body that has not been read to its end would be taken for the next request.
  if (port.isStopping() || !incoming.complete) outgoing.setHeader('connection', 'close');
  return response;
}

function startListening(server: Server, { port, host }: Configuration): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
}

async function drain(server: Server, graceMillis: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), graceMillis);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(cut);
}
