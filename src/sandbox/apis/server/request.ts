import { SandboxList, SandboxObject } from '../../values/index.ts';
import type { SandboxValue } from '../../values/index.ts';
import type { ApiCall } from '../api-call.ts';
import { defineApi } from '../define-api.ts';
import { findRemoteAddress } from './remote-address.ts';
import { serverOf } from './server-of.ts';
import type { IncomingRequest } from './server-port.ts';

/** The request, once `read_request` covers the part of it, and the name of a header or parameter there. */
export function readRequest(call: ApiCall, part: string, name?: string): IncomingRequest {
  call.host.grants.check('read_request', ...(name === undefined ? [part] : [part, name]));
  return serverOf(call).request;
}

export const getRequestBody = defineApi('getRequestBody', {
  accepts: [],
  perform: (call) => readRequest(call, 'body').body,
});

/** The name in any letters; a repeated header's values are joined. */
export const getRequestHeader = defineApi('getRequestHeader', {
  accepts: ['string'],
  perform: (call) => {
    const name = call.text(0).toLowerCase();
    return findHeader(readRequest(call, 'header', name), name);
  },
});

export const getRequestMethod = defineApi('getRequestMethod', {
  accepts: [],
  perform: (call) => readRequest(call, 'method').method,
});

/** Without query, and without the path of the container's own URL. */
export const getRequestPath = defineApi('getRequestPath', {
  accepts: [],
  perform: (call) => readRequest(call, 'path').path,
});

/** The first value, decoded. */
export const getRequestQueryParameter = defineApi('getRequestQueryParameter', {
  accepts: ['string'],
  perform: (call) => {
    const { query } = readRequest(call, 'query', call.text(0));
    return new URLSearchParams(query).get(call.text(0)) ?? undefined;
  },
});

/** A repeated name has an array. */
export const getRequestQueryParameters = defineApi('getRequestQueryParameters', {
  accepts: [],
  perform: (call) => readParameters(readRequest(call, 'query').query),
});

export const getRequestQueryString = defineApi('getRequestQueryString', {
  accepts: [],
  perform: (call) => readRequest(call, 'query').query,
});

/** A guess from `Forwarded` and `X-Forwarded-For`, else the address of the connection. */
export const getRemoteAddress = defineApi('getRemoteAddress', {
  accepts: [],
  perform: (call) => {
    const request = readRequest(call, 'remote_address');
    return findRemoteAddress((name) => findHeader(request, name)) ?? request.remoteAddress;
  },
});

/** `name` in small letters. */
export function findHeader(request: IncomingRequest, name: string): string | undefined {
  const values = request.headers.filter(([key]) => key === name).map(([, value]) => value);
  return values.length > 0 ? values.join(', ') : undefined;
}

function readParameters(query: string): SandboxObject {
  const parameters = new URLSearchParams(query);
  const names = [...new Set(parameters.keys())];
  return new SandboxObject(
    names.map((name): [string, SandboxValue] => {
      const values = parameters.getAll(name);
      return [name, values.length > 1 ? new SandboxList(values) : values[0]];
    }),
  );
}
