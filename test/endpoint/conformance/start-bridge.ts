import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { Platform } from './start-process.ts';

/** Starts a server that stands for a platform's own way from HTTP to the endpoint and back. */
export async function startBridge(listener: RequestListener): Promise<Platform> {
  const server = createServer({ maxHeaderSize: 65_536 }, listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
