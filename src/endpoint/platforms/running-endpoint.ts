import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAnswerer } from '../handler.ts';
import { readConfiguration } from '../configuration/read-configuration.ts';
import type { EndpointEvent } from '../endpoint-event.ts';
import type { Incoming } from '../incoming.ts';
import { createLog, type Log } from '../operations/log.ts';
import { createMetrics } from '../operations/metrics.ts';
import type { Configuration, EndpointConfiguration } from '../types.ts';
import { createNodeKeyring } from './node-keyring.ts';
import { readLoaders } from './read-loaders.ts';

/** A server that has been started on a port. */
export interface Listener {
  port: AddressInfo['port'];
  /** Stops accepting, lets requests under way finish, and resolves when all is closed. */
  close(): Promise<void>;
}

/** What a runtime's server is started with. */
export interface ServerPort {
  configuration: Configuration;
  answer(incoming: Incoming): Promise<Response>;
  /** Whether the endpoint is being stopped, so that connections should not be kept. */
  isStopping(): boolean;
  log: Log;
}

export interface RunningEndpoint {
  port: number;
  /** Says no at `/readyz` for as long as configured, then closes the port and lets requests finish. */
  close(): Promise<void>;
  /** Resolves when the endpoint has been closed, by `close` or by a signal. */
  closed: Promise<void>;
}

/** Starts the endpoint on a runtime's server, with logs and metrics. SIGTERM and SIGINT close it. */
export async function runEndpoint(
  written: EndpointConfiguration,
  listen: (port: ServerPort) => Promise<Listener>,
): Promise<RunningEndpoint> {
  const configuration = readConfiguration(written);
  const log = createLog(configuration.logLevel);
  let isStopping = false;
  const answer = createAnswerer(configuration, {
    createKeyring: createNodeKeyring,
    isReady: () => !isStopping,
    loaders: readLoaders(),
    ...observers(configuration, log),
  });
  const listener = await listen({ configuration, answer, isStopping: () => isStopping, log });
  const { host, development } = configuration;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${listener.port}`;
  if (development) log.warn({}, 'development mode: cookies are not valid after a restart');
  log.info({ address }, 'started');

  const ended = new EventEmitter();
  const closed = once(ended, 'closed').then(() => undefined);
  const close = async () => {
    if (isStopping) return closed;
    isStopping = true;
    process.off('SIGTERM', close).off('SIGINT', close);
    log.info({}, 'stopping');
    await wait(configuration.drainSeconds * 1000);
    await listener.close();
    log.info({}, 'stopped');
    await log.flush();
    ended.emit('closed');
  };
  process.on('SIGTERM', close).on('SIGINT', close);
  return { port: listener.port, close, closed };
}

function observers(configuration: Configuration, log: Log) {
  if (!configuration.metrics) return { observe: log.observe };
  const metrics = createMetrics();
  return {
    observe: (event: EndpointEvent) => {
      metrics.observe(event);
      log.observe(event);
    },
    printMetrics: metrics.print,
  };
}

function wait(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
