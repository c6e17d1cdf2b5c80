import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { faultOf, randomRequest } from './random-requests.ts';
import { configuration, rows, type Row } from './rows.ts';
import { closeConnections, send, type Received } from './send.ts';
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

function expectAnswer(received: Received, { status, cookies = [], has, hasNot }: Row): void {
  const lines = received.setCookies;
  expect({ status: received.status, cookies: lines.map(shortName).sort() }).toEqual({
    status,
    cookies: [...cookies].sort(),
  });
  // A head that is far too long is refused by the platform itself.
  if (status !== 431) expect(received.headers['cache-control']).toBe('no-store');
  expect(lines.filter((line) => !isSafe(line))).toEqual([]);
  const text = [received.body, ...lines].join('\n');
  if (has !== undefined) expect(text).toMatch(has);
  if (hasNot !== undefined) expect(text).not.toMatch(hasNot);
}

/** The name; of a cookie that is removed, with `-` before it. */
function shortName(line: string): string {
  const [name = ''] = line.split('=');
  return line.includes('; Max-Age=0;') ? '-' + name : name;
}

/** Set by the rules: a domain of the configuration, a year or two or nothing, Lax and Secure. */
function isSafe(line: string): boolean {
  const attributes =
    /^[\w-]+=[^;\s]*; Path=\/; Max-Age=(0|63072000)(; Domain=(example\.com|other\.co\.uk))?; SameSite=Lax; Secure(; HttpOnly)?$/;
  return attributes.test(line) && /^(_td_ssc_id|_d8a)/.test(line) !== line.endsWith('; HttpOnly');
}
