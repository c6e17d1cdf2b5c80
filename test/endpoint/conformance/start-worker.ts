import { nodeResolve } from '@rollup/plugin-node-resolve';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { rollup } from 'rollup';
import tsBlankSpace from 'ts-blank-space';
import { findLine, stop, type Platform } from './start-process.ts';

const workerd = 'node_modules/@cloudflare/workerd-linux-64/bin/workerd';

/** Starts the Worker in workerd, the runtime of Cloudflare Workers, with its bindings. */
export async function startWorker(
  bindings: Record<string, string>,
  prefix: string[] = [],
): Promise<Platform> {
  return runWorker(await bundleWorker(), bindings, prefix);
}

/** Starts a module in workerd. */
export async function runWorker(
  code: string,
  bindings: Record<string, string>,
  prefix: string[],
): Promise<Platform> {
  const folder = await mkdtemp(join(tmpdir(), 'worker-'));
  await writeFile(join(folder, 'worker.js'), code);
  await writeFile(join(folder, 'config.capnp'), describeWorker(bindings));
  // It tells the port it has taken on a file descriptor of the caller's.
  const args = ['serve', join(folder, 'config.capnp'), '--control-fd=3'];
  const [file = '', ...rest] = [...prefix, workerd, ...args];
  const child = spawn(file, rest, { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] });
  const control = child.stdio[3];
  const output = control instanceof Readable ? control : new PassThrough();
  const { port } = await findLine(child, output, ({ event }) => event === 'listen');
  return {
    port: Number(port),
    process: child,
    close: async () => {
      await stop(child);
      await rm(folder, { recursive: true });
    },
  };
}

/** The Worker as one module, as wrangler uploads it. */
async function bundleWorker(): Promise<string> {
  const bundle = await rollup({
    input: 'src/endpoint/platforms/cloudflare.ts',
    plugins: [
      {
        name: 'types',
        transform: (code, id) => (id.endsWith('.ts') ? tsBlankSpace(code) : null),
      },
      nodeResolve(),
    ],
  });
  const { output } = await bundle.generate({ format: 'es' });
  return output[0].code;
}

function describeWorker(bindings: Record<string, string>): string {
  const texts = Object.entries(bindings).map(
    ([name, value]) => `(name = "${name}", text = ${JSON.stringify(value)})`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  compatibilityDate = "2026-01-01",
  bindings = [${texts.join(', ')}],
);
`;
}
