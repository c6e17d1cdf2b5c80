import { apis } from './api-table.ts';
import type { ApiTable } from './create-require.ts';
import { serverApis } from './server/server-apis.ts';

/** Where a template runs, as its INFO section says. */
export type ContainerContext = 'WEB' | 'SERVER';

const tables: Readonly<Record<ContainerContext, ApiTable>> = { WEB: apis, SERVER: serverApis };

/** Every API that templates of the context have. A template without context is one of the web. */
export function apisOf(context: ContainerContext = 'WEB'): ApiTable {
  return tables[context];
}

/** Their names, for the checker. */
export function apiNamesOf(context: ContainerContext = 'WEB'): ReadonlySet<string> {
  return new Set(apisOf(context).keys());
}
