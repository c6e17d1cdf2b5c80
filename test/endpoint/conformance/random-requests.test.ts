import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createFunction } from '../../../src/endpoint/platforms/aws-lambda.ts';
import { createWorker } from '../../../src/endpoint/platforms/cloudflare.ts';
import { createHandler } from '../../../src/endpoint/index.ts';
import { createNodeKeyring } from '../../../src/endpoint/platforms/node-keyring.ts';
import { faultOf, randomRequest } from './random-requests.ts';
import { configuration } from './rows.ts';
import { closeConnections, type Sent } from './send.ts';

/** `TEST_RUNS=10000` asks more, here and over HTTP. */
const numRuns = Number(process.env['TEST_RUNS'] ?? 2000);

const asksWith = (answer: (request: Request) => Promise<Response>) => async (sent: Sent) => {
  const { method = 'GET', path, host, headers, body = null } = sent;
  const request = new Request(`https://${host}${path}`, {
    method,
    headers: toPairs(headers),
    body,
  });
  const response = await answer(request);
  return { status: response.status, setCookies: response.headers.getSetCookie() };
};

const worker = createWorker({ ...configuration });
const handleEvent = createFunction({ ...configuration });

const handlers: [string, (sent: Sent) => Promise<{ status: number; setCookies: string[] }>][] = [
  [
    'the handler',
    asksWith(createHandler({ ...configuration }, { createKeyring: createNodeKeyring })),
  ],
  ['the Worker', asksWith((request) => worker.fetch(request, {}))],
  ['the function', askFunction],
];

afterAll(closeConnections);

describe('random requests get no 5xx and no unexpected cookie', () => {
  test.each(handlers)(
    'of %s',
    async (_, ask) => {
      await fc.assert(
        fc.asyncProperty(randomRequest, async (sent) => {
          expect(faultOf(sent, await ask(sent))).toBeUndefined();
        }),
        { numRuns },
      );
    },
    120_000,
  );
});

async function askFunction({ method = 'GET', path = '', host = '', headers, body }: Sent) {
  const [rawPath = '', ...query] = path.split('?');
  const { cookie, ...others } = Object.fromEntries(toPairs(headers));
  const result = await handleEvent({
    rawPath,
    rawQueryString: query.join('?'),
    headers: { ...others, host },
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    requestContext: { domainName: 'x.on.aws', http: { method } },
    ...(body === undefined ? {} : { body }),
  });
  return { status: result.statusCode, setCookies: result.cookies };
}

function toPairs(headers: Sent['headers'] = {}): [string, string][] {
  return Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]);
}
