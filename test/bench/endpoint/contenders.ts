import { readFile } from 'node:fs/promises';
import { createNodeKeyring } from '../../../src/endpoint/platforms/node-keyring.ts';
import { printServerId } from '../../../src/endpoint/server-id.ts';
import {
  startFile,
  startProcess,
  type Platform,
  type Runtime,
} from '../../endpoint/conformance/start-process.ts';
import { runWorker, startWorker } from '../../endpoint/conformance/start-worker.ts';
import { toEnvironment } from '../../endpoint/conformance/to-environment.ts';
import type { Server } from './measure-in-turns.ts';
import { startNginx } from './start-nginx.ts';

/** A runtime: its bare server and, where it has one, the endpoint. */
export interface Contender {
  runtime: string;
  start(): Promise<Server[]>;
}

const key = 'one secret of at least 32 bytes, made for tests';
const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e';
const onServerCore = ['taskset', '-c', '0'];
const environment = toEnvironment({
  sites: [{ origins: ['https://www.example.com'], cookieDomain: 'example.com' }],
  keys: [key],
  maxRequestsPerSecond: 0,
});

/** A known visitor: one signature is verified, and two cookies are renewed. */
const day = Math.floor(Date.now() / 86_400_000);
const signed = await printServerId({ id: uuid, day }, 'example.com', createNodeKeyring([key]));
const headers = {
  // In lower case, wrk would send a Host of its own as well.
  Host: 'id.example.com',
  origin: 'https://www.example.com',
  'sec-fetch-site': 'same-site',
  cookie: `first_party_id=${signed}; _td_ssc_id=${uuid}`,
};

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
