import { toSandbox } from '../border/index.ts';
import { defineApi } from './define-api.ts';
import { readCookiePairs } from './get-cookie-values.ts';

interface Session {
  measurement_id: string;
  session_id: string;
  session_number: number;
}

/**
 * Google Analytics' ids from its cookies, `_ga` and `_ga_<stream>`; undefined without a client id. `cookie_prefix` is
 * put before the names. `cookie_domain` and `cookie_path` cannot be told from a page's cookies and change nothing.
 */
export const readAnalyticsStorage = defineApi('readAnalyticsStorage', {
  accepts: ['object?'],
  perform: (call) => {
    const { grants, page } = call.host;
    grants.check('read_analytics_storage');
    const prefix = String(call.properties(0).get('cookie_prefix') ?? '');
    const pairs = readCookiePairs(page.window.document.cookie);
    const client = pairs.find(([name]) => name === `${prefix}_ga`)?.[1] ?? '';
    const client_id = /^GA\d\.\d+(?:-\d+)?\.(.+)$/.exec(client)?.[1];
    if (client_id === undefined) return undefined;
    const sessions = pairs.flatMap(([name, value]) => readSession(name, value, `${prefix}_ga_`));
    return toSandbox({ client_id, sessions });
  },
});

/** `GS1.1.<id>.<number>…` or `GS2.1.s<id>$o<number>…`. */
function readSession(name: string, value: string, prefix: string): Session[] {
  if (!name.startsWith(prefix)) return [];
  const parts =
    /^GS1\.[^.]+\.(\d+)\.(\d+)/.exec(value) ?? /^GS2\.[^.]+\.s(\d+)\$o(\d+)/.exec(value);
  if (!parts) return [];
  const [, session_id = '', number] = parts;
  const measurement_id = `G-${name.slice(prefix.length)}`;
  return [{ measurement_id, session_id, session_number: Number(number) }];
}
