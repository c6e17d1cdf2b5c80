import { toSandbox } from '../../border/index.ts';
import { SandboxFunction, SandboxObject } from '../../values/index.ts';
import type { SandboxValue } from '../../values/index.ts';
import type { ApiCall } from '../api-call.ts';
import { defineApi } from '../define-api.ts';
import { GoogleAuth } from './google-auth.ts';
import type { HttpRequest, HttpResponse } from './server-port.ts';
import { serverOf } from './server-of.ts';
import { promise, refuse } from './settle.ts';

const patienceMillis = 15_000;

/** `(url, options?)`, or the older `(url, callback, options?)`. */
export const sendHttpGet = defineApi('sendHttpGet', {
  accepts: ['string', 'object|function?', 'object?'],
  perform: (call) => sendFromTemplate(call, () => ({ method: 'GET', body: undefined })),
});

/** `(url, options?, body?)`, or the older `(url, callback, options?, body?)`. */
export const sendHttpRequest = defineApi('sendHttpRequest', {
  accepts: ['string', 'object|function?', 'any?', 'any?'],
  perform: (call) =>
    sendFromTemplate(call, (options, rest) => ({
      method: String(options.get('method') ?? 'GET'),
      body: rest[0] === undefined || rest[0] === null ? undefined : String(rest[0]),
    })),
});

type Options = ReadonlyMap<string, SandboxValue>;
type ReadBody = (
  options: Options,
  rest: readonly SandboxValue[],
) => Pick<HttpRequest, 'method' | 'body'>;

function sendFromTemplate(call: ApiCall, readBody: ReadBody): SandboxValue {
  const url = call.text(0);
  call.host.grants.check('send_http', url);
  const callback = call.args[1] instanceof SandboxFunction ? 1 : 0;
  const options = call.properties(1 + callback);
  const request = {
    url,
    ...readRequest(options),
    ...readBody(options, call.args.slice(2 + callback)),
  };
  const response = send(call, request, Number(options.get('timeout') ?? patienceMillis));
  if (callback === 0) return promise(call, response.then(toResponse));
  void serverOf(call).track(answerCallback(call, response));
  return undefined;
}

function readRequest(options: Options): Pick<HttpRequest, 'headers' | 'scopes'> {
  const [given, authorization] = [options.get('headers'), options.get('authorization')];
  const headers = given instanceof SandboxObject ? [...given.properties] : [];
  return {
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    ...(authorization instanceof GoogleAuth && { scopes: authorization.scopes }),
  };
}

/** Rejects with `failed` or `timed_out`. */
export function send(
  call: ApiCall,
  request: HttpRequest,
  timeoutMillis: number = patienceMillis,
): Promise<HttpResponse> {
  const { network } = serverOf(call).settings;
  return new Promise((resolve, reject) => {
    const cancel = call.host.page.after(timeoutMillis, () => reject(refuse('timed_out')));
    const ask = async (): Promise<HttpResponse> => {
      if (!network) throw refuse('failed');
      return network(request);
    };
    ask()
      .then(resolve, () => reject(refuse('failed')))
      .finally(cancel);
  });
}

function toResponse({ statusCode, headers = {}, body = '' }: HttpResponse): SandboxValue {
  const names = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return toSandbox({ statusCode, headers: Object.fromEntries(names), body });
}

/** `(statusCode, headers, body)`; what failed has the status 0. */
async function answerCallback(call: ApiCall, response: Promise<HttpResponse>): Promise<void> {
  try {
    const { statusCode, headers, body } = await response;
    call.invokeSafely(1, [statusCode, toSandbox(headers ?? {}), body ?? '']);
  } catch {
    call.invokeSafely(1, [0, new SandboxObject(), undefined]);
  }
}
