import { MAX_BODY_BYTES } from '../constants.ts';
import { createProxyCheck } from '../handler.ts';
import type { EndpointConfiguration } from '../types.ts';
import {
  runEndpoint,
  type Listener,
  type RunningEndpoint,
  type ServerPort,
} from './running-endpoint.ts';

interface BunServer {
  port: number;
  stop(): Promise<void>;
  requestIP(request: Request): { address: string } | null;
}

/** What is used of Bun. */
declare const Bun: {
  serve(options: {
    port: number;
    hostname: string;
    /** In seconds. */
    idleTimeout: number;
    maxRequestBodySize: number;
    fetch(request: Request, server: BunServer): Promise<Response>;
  }): BunServer;
};

/** Starts the endpoint on Bun's own server. */
export function startEndpoint(configuration: EndpointConfiguration): Promise<RunningEndpoint> {
  return runEndpoint(configuration, listen);
}

async function listen({ configuration, answer }: ServerPort): Promise<Listener> {
  const isTrusted = createProxyCheck(configuration);
  const { port, host: hostname } = configuration;
  const server = Bun.serve({
    port,
    hostname,
    idleTimeout: 75,
    maxRequestBodySize: 2 * MAX_BODY_BYTES,
    fetch: async (request, self) =>
      answer({ request, isFromTrustedProxy: isTrusted(self.requestIP(request)?.address) }),
  });
  return { port: server.port, close: () => server.stop() };
}
