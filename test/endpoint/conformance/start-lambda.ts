import type { IncomingMessage } from 'node:http';
import {
  createFunction,
  type FunctionUrlEvent,
} from '../../../src/endpoint/platforms/aws-lambda.ts';
import { startBridge } from './start-bridge.ts';
import type { Platform } from './start-process.ts';

/** Starts a bridge that does what a function URL does: events in, results out. */
export function startLambda(configuration: Record<string, unknown>): Promise<Platform> {
  const answer = createFunction(configuration);
  return startBridge(async (request, response) => {
    const result = await answer(await toEvent(request));
    response.writeHead(result.statusCode, { ...result.headers, 'set-cookie': result.cookies });
    const body = Buffer.from(result.body, result.isBase64Encoded ? 'base64' : 'utf8');
    response.end(request.method === 'HEAD' ? undefined : body);
  });
}

async function toEvent(request: IncomingMessage): Promise<FunctionUrlEvent> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { cookie, ...headers } = request.headers;
  const [rawPath = '', ...query] = (request.url ?? '').split('?');
  return {
    rawPath,
    rawQueryString: query.join('?'),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value].flat().join(',')]),
    ),
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    requestContext: {
      domainName: 'x.lambda-url.eu-central-1.on.aws',
      http: { method: request.method ?? '' },
    },
    body: Buffer.concat(chunks).toString('base64'),
    isBase64Encoded: true,
  };
}
