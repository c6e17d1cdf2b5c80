import { SandboxError, SandboxFunction } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import type { ApiHost } from './api-host.ts';
import { apis } from './api-table.ts';
import type { Api } from './define-api.ts';
import { undocumentedWebApis } from './undocumented-apis.ts';

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
  if (!isUndocumented(name, table)) throw new SandboxError(`${name} is not a valid API name.`);
  throw new SandboxError(
    `Google does not document the API ${name}, so that nobody knows what it does. A scenario can mock it.`,
  );
}

/** Whether Google has an API of that name, about which nothing else is known. */
export function isUndocumented(name: string, table: ApiTable): boolean {
  return table === apis && undocumentedWebApis.has(name);
}
