import { toPage } from '../border/index.ts';
import type { PageDocument } from '../page/page.ts';
import type { SandboxValue } from '../values/index.ts';
import type { ApiCall } from './api-call.ts';
import { cookieDomains } from './cookie-domains.ts';
import { defineApi } from './define-api.ts';

/** Google's runtime cuts the encoded value here, in silence. */
const longestValue = 1200;
const deleted = 'deleted; expires=Thu, 01 Jan 1970 00:00:00 GMT';

type Options = Readonly<Record<string, SandboxValue>>;

/**
 * Writes a cookie, or expires it when the value is undefined or null. Answers whether `document.cookie` changed or has
 * the value now. With several domains to try, the ones without permission are passed over, unless all are.
 */
export const setCookie = defineApi('setCookie', {
  accepts: ['string', 'string?', 'object?', 'any?'],
  perform: (call) => {
    const { host } = call;
    const { document, location } = host.page.window;
    const candidates = readCandidates(call, location.hostname);
    const permitted = candidates.filter((options) => isPermitted(call, options));
    const [first] = candidates;
    if (permitted.length === 0) host.grants.check('set_cookies', call.text(0), first);
    const pair = `${call.text(0)}=${readValue(call)}`;
    const kept = permitted.find((options) => write(document, pair, options));
    if (kept && isAuto(call)) rememberDomain(call, kept['domain']);
    return kept !== undefined;
  },
});

function readCandidates(call: ApiCall, hostname: string): Options[] {
  const { domain, ...others } = readOptions(call.properties(2));
  const option = domain === undefined ? undefined : String(domain);
  const known = isAuto(call) ? call.host.container.cookieDomain.auto : undefined;
  const tries = cookieDomains(option, hostname);
  // The domain that worked first is tried first from then on, as in Google's runtime since 2025.
  const ordered = known === undefined ? tries : [known, ...tries.filter((one) => one !== known)];
  return ordered.map((tried) => (tried === undefined ? others : { ...others, domain: tried }));
}

function isAuto(call: ApiCall): boolean {
  return String(call.properties(2).get('domain')).toLowerCase() === 'auto';
}

function rememberDomain({ host }: ApiCall, domain: SandboxValue): void {
  if (typeof domain === 'string') host.container.cookieDomain.auto ??= domain;
}

/** The names are exact: `sameSite`, `maxAge` and `httpOnly` are not read. */
function readOptions(given: ReadonlyMap<string, SandboxValue>): Options {
  const options: Record<string, SandboxValue> = {};
  for (const name of ['domain', 'path', 'expires', 'max-age', 'samesite']) {
    const value = given.get(name) ?? '';
    if (value !== '') options[name] = value;
  }
  if (given.get('secure')) options['secure'] = true;
  return options;
}

function isPermitted(call: ApiCall, options: Options): boolean {
  return call.host.grants.allows('set_cookies', call.text(0), options);
}

function readValue(call: ApiCall): string {
  const value = call.optionalText(1);
  if (value === undefined) return deleted;
  const encoded = call.flag(3, true) ? encodeURIComponent(value) : value;
  return encoded.slice(0, longestValue);
}

function write(document: PageDocument, pair: string, options: Options): boolean {
  const before = document.cookie;
  document.cookie = pair + Object.entries(options).map(printOption).join('');
  const after = document.cookie;
  return after !== before || after.split('; ').includes(pair);
}

function printOption([name, value]: [string, SandboxValue]): string {
  return name === 'secure' ? '; secure' : `; ${name}=${String(toPage(value))}`;
}
