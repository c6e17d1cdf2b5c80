import { availableParallelism } from 'node:os';
import { spawnSync } from 'node:child_process';
import { measureInTurns, type Measured } from './endpoint/measure-in-turns.ts';
import { contenders } from './endpoint/contenders.ts';
import { runtimes } from '../endpoint/conformance/start-process.ts';

/*
 * The endpoint beside a bare server of the same runtime that sets one constant cookie, and beside
 * nginx with its userid module. Servers run on one core and the load comes from another; they are
 * measured in turns, and the medians are compared. BENCH_SECONDS is the time of one turn,
 * and BENCH_ONLY=Node,Bun leaves the others out. Then it prints what costs the time of a request.
 */
const seconds = Number(process.env['BENCH_SECONDS'] ?? 2);
const turns = Number(process.env['BENCH_TURNS'] ?? 5);
const only = process.env['BENCH_ONLY'];

function whatIsMissing(): string | undefined {
  if (availableParallelism() < 2) return 'Two cores are needed: one for servers, one for load.';
  for (const tool of ['taskset', 'wrk']) {
    if (spawnSync(tool, ['--version']).error)
      return `${tool} is missing: apt-get install wrk util-linux`;
  }
  return undefined;
}

function printRow(cells: (string | number)[]): void {
  const [name = '', ...others] = cells.map(String);
  process.stdout.write(name.padEnd(24) + others.map((cell) => cell.padStart(12)).join('') + '\n');
}

function printFamily(
  runtime: string,
  { endpoint, bare }: { endpoint: Measured; bare: Measured },
): void {
  printRow([`${runtime}, bare`, bare.requestsPerSecond, bare.cpuMicros, bare.failed, '']);
  printRow([
    `${runtime}, endpoint`,
    endpoint.requestsPerSecond,
    endpoint.cpuMicros,
    endpoint.failed,
    (endpoint.requestsPerSecond / bare.requestsPerSecond).toFixed(2),
  ]);
  printRow(['', '', '', '', `${endpoint.residentMegabytes.join(' > ')} MB`]);
}

/** What one request costs inside the endpoint, in microseconds, on each runtime that runs a file. */
function printParts(): void {
  const names = ['node', 'deno', 'bun'] as const;
  const columns = names.map((runtime): Record<string, number> => {
    const [file = '', ...args] = runtimes[runtime];
    const { stdout } = spawnSync(file, [...args, 'test/bench/endpoint/parts.ts']);
    return JSON.parse(`${stdout}`);
  });
  printRow(['\nµs inside the endpoint', ...names]);
  for (const part of Object.keys(columns[0] ?? {})) {
    printRow([part, ...columns.map((column) => column[part] ?? '')]);
  }
}

const missing = whatIsMissing();
if (missing !== undefined) {
  process.stderr.write(missing + '\n');
  process.exitCode = 1;
} else {
  printRow(['', 'requests/s', 'CPU µs each', 'failed', 'of bare']);
  for (const { runtime, start } of contenders) {
    if (!(only ?? runtime).includes(runtime)) continue;
    const servers = await start();
    const measured = await measureInTurns(servers, { seconds, turns });
    for (const { platform } of servers) await platform.close();
    const [bare, endpoint] = measured;
    if (bare === undefined) continue;
    if (endpoint !== undefined) printFamily(runtime, { endpoint, bare });
    else printRow([runtime, bare.requestsPerSecond, bare.cpuMicros, bare.failed, '']);
  }
  printParts();
}
