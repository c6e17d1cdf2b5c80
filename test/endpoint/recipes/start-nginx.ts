import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stop } from '../conformance/start-process.ts';

export interface Nginx {
  port: number;
  close(): Promise<void>;
}

// Debian's nginx-light; it lies in /usr/sbin, which is not on everybody's path.
const file = ['nginx', '/usr/sbin/nginx'].find((name) => spawnSync(name, ['-v']).status === 0);

export const isNginxInstalled = file !== undefined;

/** What a configuration of nginx holds of ours. */
export interface Recipe {
  upstream: string;
  location: string;
}

/** Starts nginx with a recipe. */
export async function startNginx(written: Recipe): Promise<Nginx> {
  if (file === undefined) throw new Error('nginx is missing: apt-get install nginx-light');
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  const port = await freePort();
  await writeFile(join(folder, 'nginx.conf'), describeServer(port, written));
  const child = spawn(file, ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log']);
  await waitForPort(port);
  return {
    port,
    close: async () => {
      await stop(child);
      await rm(folder, { recursive: true });
    },
  };
}

function describeServer(port: number, { upstream, location }: Recipe): string {
  return `daemon off;
worker_processes 1;
pid nginx.pid;
events {}
http {
  access_log off;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  ${upstream}
  server {
    listen 127.0.0.1:${port};
    ${location}
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
