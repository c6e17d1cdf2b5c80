import { afterEach, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { startEndpoint } from '../../../src/endpoint/platforms/node.ts';
import type { RunningEndpoint } from '../../../src/endpoint/platforms/running-endpoint.ts';
import { startProcess, type Platform } from '../conformance/start-process.ts';
import { toEnvironment } from '../conformance/to-environment.ts';
import { configuration, key, page } from '../visitor.ts';

// SOAK_MINUTES=30 makes the soak as long as before a release.
const soakMillis = Number(process.env['SOAK_MINUTES'] ?? 0.05) * 60_000;
const headers = { host: 'id.example.com', origin: page };
const cleanUps: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

/** The status; 0 when there was no answer. */
function ask(port: number, agent: Agent, path: string, more: Record<string, string> = {}) {
  return new Promise<number>((resolve) => {
    const options = { host: '127.0.0.1', port, path, agent, headers: { ...headers, ...more } };
    request(options, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    })
      .on('error', () => resolve(0))
      .end();
  });
}

test('two copies restart in turn under load, and a balancer that tries the other loses nothing', async () => {
  const start = () =>
    startEndpoint({ ...configuration, port: 0, logLevel: 'silent', maxRequestsPerSecond: 0 });
  const copies: RunningEndpoint[] = [await start(), await start()];
  const agent = new Agent({ keepAlive: true });
  cleanUps.push(async () => {
    agent.destroy();
    await Promise.all(copies.map((copy) => copy.close()));
  });
  const failed: number[] = [];
  let asked = 0;
  let isOver = false;

  async function keepAsking(): Promise<void> {
    while (!isOver) {
      asked += 1;
      const [first, second] = asked % 2 === 0 ? copies : [...copies].reverse();
      const status =
        (await ask(first?.port ?? 0, agent, '/id.gif')) ||
        (await ask(second?.port ?? 0, agent, '/id.gif'));
      if (status !== 200) failed.push(status);
    }
  }

  const clients = Array.from({ length: 8 }, keepAsking);
  for (const index of [0, 1, 0, 1]) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await copies[index]?.close();
    copies[index] = await start();
  }
  isOver = true;
  await Promise.all(clients);
  expect(failed).toEqual([]);
  expect(asked).toBeGreaterThan(100);
});

test(
  'mixed load leaves no growth in memory or file handles',
  async () => {
    const environment = toEnvironment({
      ...configuration,
      keys: [key],
      metrics: true,
      maxRequestsPerSecond: 0,
    });
    const platform = await startProcess('node', environment);
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    cleanUps.push(async () => {
      agent.destroy();
      await platform.close();
    });
    await load(platform, agent, 2000);
    const before = await measure(platform);
    await load(platform, agent, soakMillis);
    const after = await measure(platform);
    expect(after.handles).toBeLessThanOrEqual(before.handles + 8);
    expect(after.residentBytes).toBeLessThan(before.residentBytes * 1.3 + 20e6);
  },
  soakMillis + 60_000,
);

async function load({ port }: Platform, agent: Agent, millis: number): Promise<void> {
  const end = Date.now() + millis;
  const oneShot = new Agent({ keepAlive: false });
  const kinds = [
    () => ask(port, agent, '/id.gif', { cookie: '_d8a=C1.1.1.2; _d8a_P=S1.1.s1$o2$t3' }),
    () => ask(port, agent, '/get_cookie_id?cookie_domain=example.com'),
    () => ask(port, agent, `/${Math.random()}`),
    () => ask(port, agent, '/id.gif', { origin: 'https://evil.com' }),
    () => ask(port, agent, '/id.gif', { cookie: 'x'.repeat(20_000) }),
    () => ask(port, oneShot, '/forget.gif'),
    () => ask(port, agent, '/metrics'),
  ];
  const client = async (first: number) => {
    for (let turn = first; Date.now() < end; turn += 1) await kinds[turn % kinds.length]?.();
  };
  await Promise.all(Array.from({ length: 8 }, (_, index) => client(index)));
}

async function measure({ port, process: child }: Platform) {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return {
    residentBytes: Number(/^process_resident_memory_bytes (\d+)$/m.exec(text)?.[1]),
    handles: readdirSync(`/proc/${child?.pid}/fd`).length,
  };
}
