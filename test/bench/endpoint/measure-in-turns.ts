import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Platform } from '../../endpoint/conformance/start-process.ts';

/** A server under load, and what it is asked. */
export interface Server {
  platform: Platform;
  path: string;
  headers: Record<string, string>;
}

export interface Measured {
  /** Median of the turns. */
  requestsPerSecond: number;
  /** CPU time of the server for one request, in microseconds; median of the turns. */
  cpuMicros: number;
  /** Requests without an answer of 2xx. */
  failed: number;
  /** After the first turn and after the last. */
  residentMegabytes: [number, number];
}

/** Loads each server for some seconds, in turns; the first turn warms up and is not counted. */
export async function measureInTurns(
  servers: readonly Server[],
  { seconds, turns }: { seconds: number; turns: number },
): Promise<Measured[]> {
  const results = servers.map((): Turn[] => []);
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const [index, server] of servers.entries()) {
      results[index]?.push(await measureTurn(server, seconds));
    }
  }
  return results.map(([first, ...counted]) => ({
    requestsPerSecond: Math.round(median(counted.map((turn) => turn.requestsPerSecond))),
    cpuMicros: Math.round(median(counted.map((turn) => turn.cpuMicros))),
    failed: counted.reduce((sum, { failed }) => sum + failed, 0),
    residentMegabytes: [first?.residentMegabytes ?? 0, counted.at(-1)?.residentMegabytes ?? 0],
  }));
}

interface Turn {
  requestsPerSecond: number;
  cpuMicros: number;
  failed: number;
  residentMegabytes: number;
}

async function measureTurn({ platform, path, headers }: Server, seconds: number): Promise<Turn> {
  const pid = platform.process?.pid ?? 0;
  const before = cpuTicks(pid);
  const lines = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const url = `http://127.0.0.1:${platform.port}${path}`;
  const load = ['-c', '1', 'wrk', '-t1', '-c32', `-d${seconds}s`, ...lines, url];
  const child = spawn('taskset', load, { stdio: ['ignore', 'pipe', 'inherit'] });
  const report = await text(child.stdout);
  const number = (pattern: RegExp) => Number(pattern.exec(report)?.[1] ?? 0);
  const requests = number(/(\d+) requests in/);
  const socketErrors = [...(/Socket errors: (.*)/.exec(report)?.[1] ?? '').matchAll(/\d+/g)];
  return {
    requestsPerSecond: number(/Requests\/sec:\s+([\d.]+)/),
    // A tick is 10 ms on Linux.
    cpuMicros: ((cpuTicks(pid) - before) * 10_000) / requests,
    failed:
      number(/Non-2xx or 3xx responses: (\d+)/) +
      socketErrors.reduce((sum, [count]) => sum + Number(count), 0),
    residentMegabytes: residentMegabytes(pid),
  };
}

function cpuTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

function median(values: number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
