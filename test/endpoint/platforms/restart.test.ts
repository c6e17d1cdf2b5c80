import { afterEach, expect, test } from '@jest/globals';
import { Agent } from 'node:http';
import { startEndpoint } from '../../../src/endpoint/platforms/node.ts';
import type { RunningEndpoint } from '../../../src/endpoint/platforms/running-endpoint.ts';
import { configuration } from '../visitor.ts';
import { ask } from './ask.ts';

const cleanUps: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

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
