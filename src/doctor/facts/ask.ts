import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Answer } from '../types.ts';
import { connectionOptions, type Way } from './way.ts';

/** What to send; a POST has an empty body. */
export interface Question {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
}

export type Ask = (url: URL, question?: Question) => Promise<Answer>;

const timeoutMillis = 10_000;

/** More is not read of an answer. */
const maxBodyLength = 100_000;

/**
 * Makes a client that always gives an answer or the reason why there is none. It accepts every
 * certificate, so that one fault does not hide the others; certificates are looked at apart.
 */
export function createAsker(way: Way): Ask {
  return (url, { method = 'GET', headers = {} } = {}) =>
    new Promise((resolve) => {
      const fail = (error: NodeJS.ErrnoException) =>
        resolve({ kind: 'failure', url: url.href, reason: reasonOf(error) });
      const options = {
        ...connectionOptions(url, way),
        path: url.pathname + url.search,
        method,
        headers: {
          host: url.host,
          'user-agent': 'first-party-id-doctor',
          ...(method === 'POST' ? { 'content-length': '0' } : {}),
          ...headers,
        },
        agent: false,
        rejectUnauthorized: false,
        signal: AbortSignal.timeout(timeoutMillis),
      };
      const request = url.protocol === 'http:' ? requestHttp : requestHttps;
      request(options, (message) => readAnswer(url, message).then(resolve, fail))
        .on('error', fail)
        .end();
    });
}

/** Several addresses that all fail make an error without a message. */
function reasonOf({ name, message, code }: NodeJS.ErrnoException): string {
  return name === 'AbortError' ? 'no answer within 10 seconds' : message || (code ?? name);
}

async function readAnswer(url: URL, message: IncomingMessage): Promise<Answer> {
  let body = '';
  message.setEncoding('latin1');
  for await (const text of message) {
    body += String(text);
    if (body.length > maxBodyLength) break;
  }
  const { 'set-cookie': setCookies = [], ...headers } = message.headers;
  return {
    kind: 'received',
    url: url.href,
    status: message.statusCode ?? 0,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    ),
    setCookies,
    body,
    receivedMillis: Date.now(),
  };
}
