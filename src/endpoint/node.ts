import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { MAX_HEADER_BYTES } from './constants.ts';
import { createHandler } from './handler.ts';
import type { EndpointConfiguration } from './types.ts';

export interface RunningEndpoint {
  port: number;
  /** Stops accepting, lets requests under way finish, and resolves when all is closed. */
  close(): Promise<void>;
  /** Resolves when the endpoint has been closed, by `close` or by a signal. */
  closed: Promise<void>;
}

/** How long requests under way may take to finish after `close`. */
const graceMillis = 10_000;

/** Starts the endpoint on Node. SIGTERM and SIGINT close it. Port 0 takes any free port. */
export async function startEndpoint(
  configuration: EndpointConfiguration,
  { port = 8080, host = '127.0.0.1' }: { port?: number; host?: string } = {},
): Promise<RunningEndpoint> {
  const server = createAdaptorServer({
    fetch: createHandler(configuration),
    overrideGlobalObjects: false,
    // Twice what the handler takes, so that the handler answers first.
    serverOptions: { maxHeaderSize: 2 * MAX_HEADER_BYTES },
  });
  const address = await listen(server, port, host);
  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  const close = () => {
    process.off('SIGTERM', close).off('SIGINT', close);
    return drain(server, closed);
  };
  process.once('SIGTERM', close).once('SIGINT', close);
  return { port: address.port, close, closed };
}

function listen(server: ServerType, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address);
    });
  });
}

async function drain(server: ServerType, closed: Promise<void>): Promise<void> {
  server.close();
  const cut = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
  }, graceMillis);
  await closed;
  clearTimeout(cut);
}
