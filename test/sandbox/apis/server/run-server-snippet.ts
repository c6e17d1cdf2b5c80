import { createRequire } from '../../../../src/sandbox/apis/index.ts';
import { serverApis } from '../../../../src/sandbox/apis/server/server-apis.ts';
import { toPage } from '../../../../src/sandbox/border/index.ts';
import { compileProgram, runProgram } from '../../../../src/sandbox/evaluate/index.ts';
import { createMemoryPage } from '../../../../src/sandbox/page/index.ts';
import { createGrants } from '../../../../src/sandbox/permissions/index.ts';
import { createOfflineServer } from '../../../../src/sandbox/server-container/index.ts';
import type { OfflineServerOptions } from '../../../../src/sandbox/server-container/index.ts';
import type { Permission } from '../../../../src/tpl/index.ts';
import { grant } from '../../permissions/grant.ts';

/** Permissions that cover everything that these tests ask for. */
export const everything: Permission[] = [
  grant('access_bigquery', {
    allowedTables: [{ projectId: '*', datasetId: '*', tableId: '*', operation: 'write' }],
  }),
  grant('access_firestore', {
    allowedOptions: [{ projectId: '*', path: '*', operation: 'read_write' }],
  }),
  grant('access_response', { writeResponseAccess: 'any', writeHeaderAccess: 'specific' }),
  grant('access_template_storage'),
  grant('get_cookies', { cookieAccess: 'any' }),
  grant('logging', { environments: 'all' }),
  grant('read_container_data'),
  grant('read_event_data', { eventDataAccess: 'any' }),
  grant('read_event_metadata'),
  grant('read_request', { requestAccess: 'any' }),
  grant('return_response'),
  grant('run_container'),
  grant('send_http', { allowedUrls: 'any' }),
  grant('send_pixel_from_browser', { allowedUrls: 'any' }),
  grant('set_cookies', {
    allowedCookies: [{ name: '*', domain: '*', path: '*', secure: 'any', session: 'any' }],
  }),
  grant('use_custom_private_keys', { keyIds: ['key1'] }),
  grant('use_google_credentials', { allowedScopes: ['https://example.com/scope'] }),
  grant('use_message', {
    allowedActions: 'specific',
    messageTypes: [{ type: 'news', action: 'listen_and_send' }],
  }),
];

export type ServerSnippet = Partial<Omit<OfflineServerOptions, 'page' | 'grants'>> & {
  permissions?: Permission[];
};

/** A server template's surroundings: `run` answers what the code returns, `later` what it logged until it ended. */
export function prepareServer({ permissions = everything, ...options }: ServerSnippet = {}) {
  const page = createMemoryPage({
    url: 'https://server.example.com/',
    nowMillis: () => 1_700_000_000_000,
    random: () => 0.5,
  });
  const host = createOfflineServer({
    templateData: new Map(),
    ...options,
    page,
    grants: createGrants(permissions),
  });
  const run = (code: string): unknown => {
    const require = createRequire(host, serverApis);
    const program = compileProgram(`const log = require('logToConsole');\n${code}`, 'snippet');
    return toPage(runProgram(program, new Map([['require', require]])));
  };
  return {
    page,
    run,
    response: () => host.server?.response,
    later: async (code: string): Promise<unknown[][]> => {
      run(code);
      await page.drain();
      return page.logs;
    },
  };
}
