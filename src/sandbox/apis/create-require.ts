import { SandboxError, SandboxFunction } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import type { ApiHost } from './api-host.ts';
import { apis } from './api-table.ts';

/** `require` of one run of a template. The same name gives the same API. */
export function createRequire(host: ApiHost): SandboxFunction {
  const made = new Map<string, SandboxValue>();
  const require = new SandboxFunction('require', ([name]) => {
    const key = String(name);
    if (!made.has(key)) made.set(key, createApi(key, host));
    return made.get(key);
  });
  require.typeofAnswer = 'object';
  require.frozen = true;
  return require;
}

/** The API of that name; throws where there is none. */
export function createApi(name: string, host: ApiHost): SandboxValue {
  const api = apis.get(name);
  if (!api) throw new SandboxError(`${name} is not a valid API name.`);
  return api.create(host);
}
