import { createProxyCheck } from '../handler.ts';
import type { EndpointConfiguration } from '../types.ts';
import {
  runEndpoint,
  type Listener,
  type RunningEndpoint,
  type ServerPort,
} from './running-endpoint.ts';

/** What is used of Deno. */
declare const Deno: {
  serve(
    options: { port: number; hostname: string; onListen(): void },
    handler: (
      request: Request,
      connection: { remoteAddr: { hostname: string } },
    ) => Promise<Response>,
  ): { addr: { port: number }; shutdown(): Promise<void> };
};

/** Starts the endpoint on Deno's own server. */
export function startEndpoint(configuration: EndpointConfiguration): Promise<RunningEndpoint> {
  return runEndpoint(configuration, listen);
}

async function listen({ configuration, answer }: ServerPort): Promise<Listener> {
  const isTrusted = createProxyCheck(configuration);
  const { port, host: hostname } = configuration;
  const server = Deno.serve({ port, hostname, onListen: () => undefined }, async (request, info) =>
    answer({ request, isFromTrustedProxy: isTrusted(info.remoteAddr.hostname) }),
  );
  return { port: server.addr.port, close: () => server.shutdown() };
}
