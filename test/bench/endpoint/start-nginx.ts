import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stop, type Platform } from '../../endpoint/conformance/start-process.ts';
import { waitForAnswer } from '../../wait-for-answer.ts';

const port = 18_080;

/** Starts nginx, in one process, with its userid module on every request. */
export async function startNginx([file = '', ...args]: string[]): Promise<Platform> {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  await writeFile(join(folder, 'nginx.conf'), configuration);
  const options = ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'];
  const child = spawn(file, [...args, '/usr/sbin/nginx', ...options], { stdio: 'inherit' });
  await waitForAnswer(`http://127.0.0.1:${port}/`);
  return {
    port,
    process: child,
    close: async () => {
      await stop(child);
      await rm(folder, { recursive: true });
    },
  };
}

const configuration = `daemon off;
master_process off;
pid nginx.pid;
events {}
http {
  access_log off;
  keepalive_requests 100000000;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  server {
    listen 127.0.0.1:${port};
    userid on;
    userid_name uid;
    userid_domain example.com;
    userid_expires 365d;
    location / { return 200 "ok"; }
  }
}
`;
