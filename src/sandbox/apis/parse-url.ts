import { SandboxList, SandboxObject } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import { defineApi } from './define-api.ts';

const parts = [
  'href',
  'origin',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
] as const;

/** The parts of an absolute URL; undefined for anything else. A repeated search parameter becomes an array. */
export const parseUrl = defineApi('parseUrl', {
  accepts: ['any?'],
  perform: ({ host, args }) => {
    const [address] = args;
    if (typeof address !== 'string') return undefined;
    const { protocol } = host.page.window.location;
    const url = tryParse(address.startsWith('//') ? protocol + address : address);
    if (!url) return undefined;
    const parsed = new SandboxObject(parts.map((part) => [part, url[part]]));
    parsed.properties.set('searchParams', readSearchParameters(url));
    return parsed;
  },
});

function readSearchParameters(url: URL): SandboxObject {
  const parameters = new SandboxObject();
  for (const name of new Set(url.searchParams.keys())) {
    const values: SandboxValue[] = url.searchParams.getAll(name);
    parameters.properties.set(name, values.length > 1 ? new SandboxList(values) : values[0]);
  }
  return parameters;
}

function tryParse(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
