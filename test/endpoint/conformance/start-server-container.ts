import type { IncomingMessage } from 'node:http';
import {
  createServerContainer,
  importServerContainer,
  type ContainerExport,
} from '../../../src/sandbox/index.ts';
import { startBridge } from './start-bridge.ts';
import type { Platform } from './start-process.ts';

/**
 * Starts a bridge to a server container: HTTP in, the container's clients, HTTP out. The order in
 * which a platform prints a cookie's attributes says nothing; the bridge prints them as the endpoint does.
 */
export function startServerContainer(
  exported: ContainerExport,
  keys: Record<string, string>,
): Promise<Platform> {
  const container = createServerContainer({ url: 'https://id.example.com/', keys });
  importServerContainer(container, exported);
  return startBridge(async (request, response) => {
    const { host = '' } = request.headers;
    const { status, headers, body, errors } = await container.handle({
      url: `https://${host}${request.url ?? '/'}`,
      method: request.method ?? 'GET',
      headers: Object.fromEntries(
        Object.entries(request.headersDistinct).map(([name, values = []]) => [name, values]),
      ),
      body: await readBody(request),
    });
    // An error of the client is told as what a platform would make of it.
    response.statusCode = errors.length > 0 ? 500 : status;
    for (const [name, value] of headers) {
      response.appendHeader(name, name === 'set-cookie' ? reorder(value) : value);
    }
    response.end(request.method === 'HEAD' ? undefined : body);
  });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const ORDER = ['path', 'max-age', 'domain', 'samesite', 'secure', 'httponly'];

function reorder(line: string): string {
  const [pair = '', ...attributes] = line.split('; ');
  const place = (attribute: string): number =>
    ORDER.indexOf((attribute.split('=')[0] ?? '').toLowerCase());
  return [pair, ...attributes.sort((one, other) => place(one) - place(other))].join('; ');
}
