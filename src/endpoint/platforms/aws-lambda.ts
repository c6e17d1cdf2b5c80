import { env } from 'node:process';
import { readConfiguration } from '../configuration/read-configuration.ts';
import { readEnvironment } from '../configuration/read-texts.ts';
import { createAnswerer, createProxyCheck } from '../handler.ts';
import { refuseBeforeApp } from '../middleware.ts';
import { UNKNOWN_HOST, readHostname } from '../public-place.ts';
import type { EndpointConfiguration } from '../types.ts';
import { createNodeKeyring } from './node-keyring.ts';
import { readLoaders } from './read-loaders.ts';

/** The event of a function URL, payload format 2.0, as far as it is read. */
export interface FunctionUrlEvent {
  rawPath: string;
  rawQueryString: string;
  /** Names in lower case; several values of a name are joined by commas. */
  headers: Record<string, string | undefined>;
  cookies?: string[];
  requestContext: { domainName: string; http: { method: string; sourceIp?: string } };
  body?: string;
  isBase64Encoded?: boolean;
}

export interface FunctionUrlResult {
  statusCode: number;
  headers: Record<string, string>;
  cookies: string[];
  body: string;
  isBase64Encoded: boolean;
}

/** A function behind a function URL. Environment variables outdo the configuration given here. */
export function createFunction(given: Partial<EndpointConfiguration> = {}) {
  const configuration = readConfiguration({ ...given, ...readEnvironment(env) });
  const answer = createAnswerer(configuration, {
    createKeyring: createNodeKeyring,
    loaders: readLoaders(),
  });
  const isTrusted = createProxyCheck(configuration);
  return async (event: FunctionUrlEvent): Promise<FunctionUrlResult> => {
    const { sourceIp } = event.requestContext.http;
    const isFromTrustedProxy = isTrusted(sourceIp);
    const request = toRequest(event);
    // Not every event is a request of the Fetch standard: TRACE is none.
    if (request === undefined) return toResult(refuseBeforeApp('Bad request.', 400));
    return toResult(await answer({ request, isFromTrustedProxy, target: event.rawPath }));
  };
}

/** hono's own adapter takes the function's domain for the host; behind a CDN that is not the site's. */
function toRequest(event: FunctionUrlEvent): Request | undefined {
  const { rawPath, rawQueryString, requestContext, body = '' } = event;
  const { method } = requestContext.http;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const encoding = event.isBase64Encoded === true ? 'base64' : 'utf8';
  const host = event.headers['host'] ?? requestContext.domainName;
  const target = rawQueryString === '' ? rawPath : `${rawPath}?${rawQueryString}`;
  try {
    // Function URLs speak nothing but HTTPS.
    return new Request(
      `https://${readHostname(host) === undefined ? UNKNOWN_HOST : host}${target}`,
      {
        method,
        headers: toHeaders(event),
        body: hasBody ? Buffer.from(body, encoding) : null,
      },
    );
  } catch {
    return undefined;
  }
}

function toHeaders({ headers, cookies }: FunctionUrlEvent): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) result.set(name, value);
  }
  if (cookies !== undefined) result.set('cookie', cookies.join('; '));
  return result;
}

async function toResult(response: Response): Promise<FunctionUrlResult> {
  const headers = Object.fromEntries(response.headers);
  delete headers['set-cookie'];
  const body = Buffer.from(await response.arrayBuffer());
  const isBase64Encoded = headers['content-type']?.startsWith('image/') === true;
  return {
    statusCode: response.status,
    headers,
    cookies: response.headers.getSetCookie(),
    body: body.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  };
}
