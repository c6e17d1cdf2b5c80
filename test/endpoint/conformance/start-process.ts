import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A server of the endpoint under test. */
export interface Platform {
  port: number;
  process?: ChildProcess;
  close(): Promise<void>;
}

/** The command of each runtime that runs a file. */
export const runtimes = {
  node: [process.execPath, '--import', 'ts-blank-space/register'],
  deno: ['node_modules/@deno/linux-x64-glibc/deno', 'run', '-A', '--no-lock'],
  bun: [findBun()],
};

export type Runtime = keyof typeof runtimes;

/** Where the package `bun` keeps its binary depends on whether its install script has run. */
function findBun(): string {
  const places = ['node_modules/@oven/bun-linux-x64/bin/bun', 'node_modules/bun/bin/bun.exe'];
  return places.find(existsSync) ?? 'bun';
}

/** Starts the command `serve` on a runtime, with its configuration in the environment. */
export function startProcess(
  runtime: Runtime,
  environment: Record<string, string>,
  prefix: string[] = [],
): Promise<Platform> {
  const variables = { FIRST_PARTY_ID_PORT: '0', ...environment };
  return startFile(runtime, ['src/cli/main.ts', 'serve'], variables, prefix);
}

/** Starts a file on a runtime; it tells its address in a JSON line. The prefix is a command before it. */
export async function startFile(
  runtime: Runtime,
  fileAndArguments: string[],
  environment: Record<string, string>,
  prefix: string[] = [],
): Promise<Platform> {
  const [file = '', ...args] = [...prefix, ...runtimes[runtime], ...fileAndArguments];
  const child = spawn(file, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { address } = await findLine(child, child.stdout, ({ msg }) => msg === 'started');
  return { port: Number(new URL(`${address}`).port), process: child, close: () => stop(child) };
}

/** The first JSON line that a process writes and that is the one looked for. */
export async function findLine(
  child: ChildProcess,
  output: Readable,
  isWanted: (line: Record<string, unknown>) => boolean,
): Promise<Record<string, unknown>> {
  const lines = createInterface({ input: output });
  for await (const text of lines) {
    const line: Record<string, unknown> = JSON.parse(text);
    if (!isWanted(line)) continue;
    // Unread output would fill the pipe.
    output.resume();
    return line;
  }
  throw new Error(`${child.spawnfile} ended before it was ready`);
}

/** Ends a process, and waits until it has ended. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
