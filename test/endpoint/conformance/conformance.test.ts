import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expectAnswer } from './expect-answer.ts';
import { faultOf, randomRequest } from './random-requests.ts';
import { configuration, rows, type Row } from './rows.ts';
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
const numRuns = Number(process.env['FIRST_PARTY_ID_TEST_RUNS'] ?? 200);

afterAll(closeConnections);

describe.each(platforms)('on %s', (_, start) => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await start();
  }, 30_000);
  afterAll(() => platform.close());

  test.each(rows.map((row): [string, Row] => [row.name, row]))('%s', async (__, row) => {
    expectAnswer(await send(platform.port, row.sent), row);
  });

  test('random requests get no 5xx and no unexpected cookie', async () => {
    await fc.assert(
      fc.asyncProperty(randomRequest, async (sent) => {
        expect(faultOf(sent, await send(platform.port, sent))).toBeUndefined();
      }),
      { numRuns },
    );
  }, 600_000);
});
