import { createAdaptorServer } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import { builtFiles } from './built-files.ts';
import { createApp } from './create-app.ts';
import type { AppFiles } from './create-app.ts';

export interface RunningDemo {
  /** Such as `http://localhost:8642`. */
  address: string;
  close(): Promise<void>;
}

/** Serves the demo on loopback. Rejects with the system's error when the port is taken; 0 takes any. */
export async function startDemo(port: number, files: Partial<AppFiles> = {}): Promise<RunningDemo> {
  // The endpoint lists the page's origin, which has the port; it is known once the server listens.
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null);
  const server = createAdaptorServer({
    fetch: (request) => answer(request),
    overrideGlobalObjects: false,
  });
  const taken = await listen(server, port);
  const origins = [`http://localhost:${taken}`, `http://127.0.0.1:${taken}`];
  const app = createApp({ ...builtFiles, ...files }, origins);
  answer = (request) => app.fetch(request);
  return { address: `http://localhost:${taken}`, close: () => stop(server) };
}

function listen(server: ServerType, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
}

function stop(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
