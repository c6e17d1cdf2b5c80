import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expectAnswer } from './expect-answer.ts';
import { faultOf, randomRequest } from './random-requests.ts';
import { configuration, page, rows, type Row } from './rows.ts';
import { closeConnections, send } from './send.ts';
import { startLambda } from './start-lambda.ts';
import { startProcess, type Platform } from './start-process.ts';
import { startWorker } from './start-worker.ts';
import { toEnvironment } from './to-environment.ts';

// One table of requests and answers, over every platform, by HTTP.

const environment = toEnvironment(configuration);
const platforms: [string, () => Promise<Platform>][] = [
  ['Node', () => startProcess('node', environment)],
  ['Deno', () => startProcess('deno', environment)],
  ['Bun', () => startProcess('bun', environment)],
  ['Cloudflare Workers', () => startWorker(environment)],
  ['AWS Lambda', () => startLambda(configuration)],
];

// The handlers alone get more, in random-requests.test.ts.
const numRuns = Number(process.env['TEST_RUNS'] ?? 200);

afterAll(closeConnections);

// Bun and workerd give an address with its path resolved: how it was sent cannot be seen there.
const resolving = ['Bun', 'Cloudflare Workers'];

describe.each(platforms)('on %s', (name, start) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await start();
  }, 30_000);
  afterAll(() => platform.close());

  test.each(rows.map((row): [string, Row] => [row.name, row]))('%s', async (__, row) => {
    expectAnswer(await send(platform.port, row.sent), row);
  });

  const testPathsAsSent = resolving.includes(name) ? test.skip : test;

  testPathsAsSent.each(['/./', '/%2e/', '/x/../', '/x/%2E%2e/', '/x/..\\'])(
    'nothing is at a path with %s in it',
    async (folder) => {
      const headers = { origin: page };
      const row = { status: 404, hasNot: /^ok/ };
      expectAnswer(await send(platform.port, { path: `${folder}id.gif`, headers }), row);
      expectAnswer(await send(platform.port, { path: `${folder}healthz`, headers }), row);
    },
  );

  // RFC 9110, 8.6
  test.each(['/healthz', '/readyz', '/loader.js', '/loader-all.js', '/nothing'])(
    'HEAD %s tells the length that GET has',
    async (path) => {
      const { status, body } = await send(platform.port, { path });
      const { status: statusOfHead, headers } = await send(platform.port, { path, method: 'HEAD' });
      expect([statusOfHead, headers['content-length']]).toEqual([status, `${body.length}`]);
    },
  );

  test('random requests get no 5xx and no unexpected cookie', async () => {
    await fc.assert(
      fc.asyncProperty(randomRequest, async (sent) => {
        expect(faultOf(sent, await send(platform.port, sent))).toBeUndefined();
      }),
      { numRuns },
    );
  }, 600_000);
});
