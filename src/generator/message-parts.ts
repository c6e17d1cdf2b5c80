import type { LiteralValue } from '../sandbox/check/index.ts';
import type { PermissionParam } from '../tpl/index.ts';
import type { Need } from './find-needs.ts';
import type { Scope } from './permission-scope.ts';
import { flag, list, param, row, text } from './permission-values.ts';

/**
 * Which part of a request or response an API of a server container touches. A part that has names
 * ends in a space, and the call's first argument is the name.
 */
const PARTS: Readonly<Record<string, string>> = {
  getRequestBody: 'body',
  getRequestHeader: 'header ',
  getRequestPath: 'path',
  getRequestQueryParameter: 'query ',
  setResponseBody: 'body',
  setResponseHeader: 'header ',
  setResponseStatus: 'status',
};

/** What one call touches of a request or response; `undefined` for an API that touches neither. */
export function messagePart(api: string, name: LiteralValue): Need['scope'] | undefined {
  const part = PARTS[api];
  if (part === undefined) return undefined;
  if (!part.endsWith(' ')) return { kind: 'named', name: part };
  return typeof name === 'string' ? { kind: 'named', name: part + name } : { kind: 'unknown' };
}

/** The parameters of `read_request` for the parts that are read. */
export function printRequestParts({ entries }: Scope): PermissionParam[] {
  const headers = namesAfter('header ', entries);
  const queries = namesAfter('query ', entries);
  return [
    ...rowsOf('headerWhitelist', 'headerName', headers),
    ...flagIf('queryParametersAllowed', queries.length > 0),
    ...flagIf('bodyAllowed', entries.has('body')),
    ...flagIf('headersAllowed', headers.length > 0),
    ...flagIf('pathAllowed', entries.has('path')),
    param('requestAccess', text('specific')),
    param('headerAccess', text('specific')),
    param('queryParameterAccess', text('specific')),
    ...rowsOf('queryParameterWhitelist', 'queryParameter', queries),
  ];
}

/** The parameters of `access_response` for the parts that are written. */
export function printResponseParts({ entries }: Scope): PermissionParam[] {
  const headers = namesAfter('header ', entries);
  return [
    param('writeResponseAccess', text('specific')),
    param('writeHeaderAccess', text('specific')),
    ...flagIf('writeStatusAllowed', entries.has('status')),
    ...flagIf('writeHeadersAllowed', headers.length > 0),
    ...rowsOf('writeHeaderWhitelist', 'headerName', headers),
    ...flagIf('writeBodyAllowed', entries.has('body')),
  ];
}

function namesAfter(part: string, entries: Scope['entries']): string[] {
  return [...entries.keys()]
    .filter((name) => name.startsWith(part))
    .map((name) => name.slice(part.length));
}

function flagIf(key: string, isSet: boolean): PermissionParam[] {
  return isSet ? [param(key, flag(true))] : [];
}

function rowsOf(key: string, column: string, names: readonly string[]): PermissionParam[] {
  if (names.length === 0) return [];
  return [param(key, list(names.map((name) => row([[column, text(name)]]))))];
}
