import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEndpoint } from '../../../src/endpoint/platforms/node.ts';
import type { RunningEndpoint } from '../../../src/endpoint/platforms/running-endpoint.ts';
import { closeConnections, send } from '../conformance/send.ts';
import { stop } from '../conformance/start-process.ts';
import { configuration, page } from '../visitor.ts';
import { recipe } from './recipes.ts';

// Debian's nginx-light; it lies in /usr/sbin, which is not on everybody's path.
const nginx = ['nginx', '/usr/sbin/nginx'].find((file) => spawnSync(file, ['-v']).status === 0);
const isNeeded = process.env['CI'] !== undefined;
const suite = nginx === undefined && !isNeeded ? describe.skip : describe;

suite('nginx with the README’s location (skipped where nginx is not installed)', () => {
  let endpoint: RunningEndpoint;
  let child: ChildProcess;
  let folder: string;
  let port: number;

  beforeAll(async () => {
    if (nginx === undefined) throw new Error('nginx is missing: apt-get install nginx-light');
    endpoint = await startEndpoint({
      ...configuration,
      basePath: '/fpid',
      port: 0,
      logLevel: 'silent',
      metrics: true,
      trustedProxies: ['127.0.0.1'],
    });
    folder = await mkdtemp(join(tmpdir(), 'nginx-'));
    port = await freePort();
    await writeFile(join(folder, 'nginx.conf'), describeServer(port, endpoint.port));
    child = spawn(nginx, ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr']);
    await waitForPort(port);
  }, 20_000);
  afterAll(async () => {
    closeConnections();
    await stop(child);
    await endpoint.close();
    await rm(folder, { recursive: true });
  });

  test('serves the endpoint on the site’s own origin', async () => {
    const sent = { path: '/fpid/id.gif', host: 'www.example.com' };
    const allowed = await send(port, { ...sent, headers: { referer: page + '/' } });
    expect([allowed.status, allowed.setCookies.length]).toEqual([200, 2]);
    const headers = { 'sec-fetch-site': 'same-origin', 'x-forwarded-host': 'evil.com' };
    expect((await send(port, { ...sent, headers })).setCookies).toHaveLength(2);
    expect((await send(port, { ...sent, headers: { origin: 'https://evil.com' } })).status).toBe(
      403,
    );
  });

  test('keeps metrics to the inside', async () => {
    const sent = { path: '/fpid/metrics', host: 'www.example.com' };
    expect((await send(port, sent)).status).toBe(404);
    expect((await send(endpoint.port, sent)).status).toBe(200);
  });
});

function describeServer(port: number, endpointPort: number): string {
  return `daemon off;
worker_processes 1;
pid nginx.pid;
events {}
http {
  access_log off;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  server {
    listen 127.0.0.1:${port};
    ${recipe('nginx').replace('127.0.0.1:8080', `127.0.0.1:${endpointPort}`)}
  }
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Asks until somebody listens; nginx does not tell when it is ready. */
async function waitForPort(port: number): Promise<void> {
  while (!(await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined))) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
