import { readFile } from 'node:fs/promises';
import {
  startFile,
  startProcess,
  type Platform,
  type Runtime,
} from '../../endpoint/conformance/start-process.ts';
import { runWorker, startWorker } from '../../endpoint/conformance/start-worker.ts';
import { toEnvironment } from '../../endpoint/conformance/to-environment.ts';
import { key, knownVisitor, sites } from './known-visitor.ts';
import type { Server } from './measure-in-turns.ts';
import { startNginx } from './start-nginx.ts';

/** A runtime: its bare server and, where it has one, the endpoint. */
export interface Contender {
  runtime: string;
  start(): Promise<Server[]>;
}

const onServerCore = ['taskset', '-c', '0'];
const environment = toEnvironment({
  sites,
  keys: [key],
  maxRequestsPerSecond: 0,
});

const headers = await knownVisitor();

const bare = (runtime: string) => `test/bench/endpoint/bare/${runtime}.mjs`;
const asServer = (platform: Platform): Server => ({ platform, path: '/id.gif', headers });

async function startPair(runtime: Runtime): Promise<Server[]> {
  return [
    asServer(await startFile(runtime, [bare(runtime)], {}, onServerCore)),
    asServer(await startProcess(runtime, environment, onServerCore)),
  ];
}

async function startWorkers(): Promise<Server[]> {
  const code = await readFile(bare('worker'), 'utf8');
  return [
    asServer(await runWorker(code, {}, onServerCore)),
    asServer(await startWorker(environment, onServerCore)),
  ];
}

/** In the order of the table. */
export const contenders: readonly Contender[] = [
  { runtime: 'nginx userid', start: async () => [asServer(await startNginx(onServerCore))] },
  { runtime: 'Node', start: () => startPair('node') },
  { runtime: 'Deno', start: () => startPair('deno') },
  { runtime: 'Bun', start: () => startPair('bun') },
  { runtime: 'workerd', start: startWorkers },
];
