import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../free-port.ts';
import { waitForAnswer } from '../../wait-for-answer.ts';
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
  await waitForAnswer(`http://127.0.0.1:${port}/`);
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
