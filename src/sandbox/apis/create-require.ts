import { SandboxError, SandboxFunction } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import type { ApiHost } from './api-host.ts';
import { apis } from './api-table.ts';
import type { Api } from './define-api.ts';
import { undocumentedApis } from './undocumented-apis.ts';

/** Every API of a kind of container, by name. */
export type ApiTable = ReadonlyMap<string, Api>;

/** `require` of one run of a template. The same name gives the same API. */
export function createRequire(host: ApiHost, table: ApiTable = apis): SandboxFunction {
  const made = new Map<string, SandboxValue>();
  const require = new SandboxFunction('require', ([name]) => {
    const key = String(name);
    if (!made.has(key)) made.set(key, createApi(key, host, table));
    return made.get(key);
  });
  require.typeofAnswer = 'object';
  require.frozen = true;
  return require;
}

/** The API of that name; throws where the container has none. */
export function createApi(name: string, host: ApiHost, table: ApiTable = apis): SandboxValue {
  const api = table.get(name);
  if (api) return api.create(host);
  const reason = undocumentedApis.get(name);
  const ending = reason === undefined ? '' : ` ${reason}.`;
  throw new SandboxError(`${name} is not a valid API name.${ending}`);
}
