import { afterEach, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { startProcess, type Platform } from '../conformance/start-process.ts';
import { startWorker } from '../conformance/start-worker.ts';
import { toEnvironment } from '../conformance/to-environment.ts';
import { configuration, key } from '../visitor.ts';
import { ask } from './ask.ts';

// SOAK_MINUTES=30 makes the soak as long as before a release.
const soakMillis = Number(process.env['SOAK_MINUTES'] ?? 0.05) * 60_000;
const warmUpMillis = Math.min(soakMillis, 60_000);
const environment = toEnvironment({ ...configuration, keys: [key], maxRequestsPerSecond: 0 });

/**
 * Some engines fill a heap of a certain size before they collect: Deno grew to 197 MB and workerd
 * to 219 MB in some 400,000 requests and stayed there for a million more, as their bare servers do.
 */
const platforms: [string, () => Promise<Platform>, usualMegabytes: number][] = [
  ['Node', () => startProcess('node', environment), 0],
  ['Deno', () => startProcess('deno', environment), 220],
  ['Bun', () => startProcess('bun', environment), 0],
  ['workerd', () => startWorker(environment), 250],
];

let platform: Platform | undefined;
afterEach(() => platform?.close());

test.each(platforms)(
  'mixed load on %s leaves no growth in memory or file handles',
  async (name, start, usualMegabytes) => {
    platform = await start();
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    await load(platform, agent, warmUpMillis);
    const before = measure(platform);
    const answered = await load(platform, agent, soakMillis);
    const after = measure(platform);
    agent.destroy();
    if (process.env['SOAK_MINUTES']) process.stdout.write(describeSoak(name, before, after));
    expect(answered).toBeGreaterThan(100);
    expect(after.handles).toBeLessThanOrEqual(before.handles + 8);
    const limit = Math.max(before.residentMegabytes * 1.3 + 20, usualMegabytes);
    expect(after.residentMegabytes).toBeLessThan(limit);
  },
  soakMillis + warmUpMillis + 60_000,
);

/** Asks for what visitors, strangers and operators ask for; gives how many got an answer. */
async function load({ port }: Platform, agent: Agent, millis: number): Promise<number> {
  const end = Date.now() + millis;
  const oneShot = new Agent({ keepAlive: false });
  const kinds = [
    () => ask(port, agent, '/id.gif', { cookie: '_d8a=C1.1.1.2; _d8a_P=S1.1.s1$o2$t3' }),
    () => ask(port, agent, '/get_cookie_id?cookie_domain=example.com'),
    () => ask(port, agent, `/${Math.random()}`),
    () => ask(port, agent, '/id.gif', { origin: 'https://evil.com' }),
    () => ask(port, agent, '/id.gif', { cookie: 'x'.repeat(20_000) }),
    () => ask(port, oneShot, '/forget.gif'),
    () => ask(port, agent, '/healthz'),
  ];
  let answered = 0;
  const client = async (first: number) => {
    for (let turn = first; Date.now() < end; turn += 1) {
      if ((await kinds[turn % kinds.length]?.()) !== 0) answered += 1;
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, index) => client(index)));
  return answered;
}

interface Use {
  residentMegabytes: number;
  handles: number;
}

function measure({ process: child }: Platform): Use {
  const status = readFileSync(`/proc/${child?.pid}/status`, 'utf8');
  return {
    residentMegabytes: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024),
    handles: readdirSync(`/proc/${child?.pid}/fd`).length,
  };
}

function describeSoak(name: string, before: Use, after: Use): string {
  const memory = `${before.residentMegabytes} > ${after.residentMegabytes} MB`;
  return `${name}: ${memory}, ${before.handles} > ${after.handles} handles\n`;
}
