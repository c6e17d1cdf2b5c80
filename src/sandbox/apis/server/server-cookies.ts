import { getDomain } from 'tldts';
import { SandboxList } from '../../values/index.ts';
import type { SandboxValue } from '../../values/index.ts';
import type { ApiCall } from '../api-call.ts';
import { defineApi } from '../define-api.ts';
import { readCookiePairs } from '../get-cookie-values.ts';
import { findHeader } from './request.ts';
import { serverOf } from './server-of.ts';

/** The second argument is the reverse of the one in web templates: true leaves the values as they are. */
export const getCookieValues = defineApi('getCookieValues', {
  accepts: ['string', 'any?'],
  perform: (call) => {
    call.host.grants.check('get_cookies', call.text(0));
    const isRaw = call.flag(1, false);
    const values = readCookiePairs(findHeader(serverOf(call).request, 'cookie') ?? '')
      .filter(([name]) => name === call.text(0))
      .map(([, value]) => (isRaw ? value : decode(value)));
    return new SandboxList(values);
  },
});

/**
 * Writes a `set-cookie` header. The fourth argument is the reverse of the one in web templates: true leaves the value as
 * it is. The options have other names too: `sameSite`, `httpOnly`, `fallbackDomain`.
 */
export const setCookie = defineApi('setCookie', {
  accepts: ['string', 'string', 'object?', 'any?'],
  perform: (call) => {
    const options = call.properties(2);
    call.host.grants.check('set_cookies', call.text(0), Object.fromEntries(options));
    const value = call.flag(3, false) ? call.text(1) : encodeURIComponent(call.text(1));
    const line = `${call.text(0)}=${value}${printOptions(call)}`;
    serverOf(call).response.cookies.set(call.text(0).toLowerCase(), line);
    return undefined;
  },
});

/** The attributes in the order they are printed. `max-age` wins over `expires` in every browser. */
const attributes: readonly (readonly [string, string])[] = [
  ['path', 'Path'],
  ['expires', 'Expires'],
  ['max-age', 'Max-Age'],
  ['sameSite', 'SameSite'],
];

function printOptions(call: ApiCall): string {
  const options = call.properties(2);
  const isGiven = (value: SandboxValue): boolean => (value ?? '') !== '';
  const domain = readDomain(call);
  const printed = attributes
    .filter(([name]) => isGiven(options.get(name)))
    .map(([name, label]) => `; ${label}=${String(options.get(name))}`);
  if (domain !== '') printed.unshift(`; Domain=${domain}`);
  if (options.get('secure')) printed.push('; Secure');
  if (options.get('httpOnly')) printed.push('; HttpOnly');
  return printed.join('');
}

/** 'auto' is the registrable domain of the host that the headers name, or `fallbackDomain` where there is none. */
function readDomain(call: ApiCall): string {
  const options = call.properties(2);
  const domain = String(options.get('domain') ?? '');
  if (domain.toLowerCase() !== 'auto') return domain;
  const { request } = serverOf(call);
  const forwarded = /host="?([^";,\s]+)/i.exec(findHeader(request, 'forwarded') ?? '')?.[1];
  const host =
    forwarded ?? findHeader(request, 'x-forwarded-host') ?? findHeader(request, 'host') ?? '';
  const found = getDomain(host, { allowPrivateDomains: true });
  return found ?? String(options.get('fallbackDomain') ?? '');
}

/** A malformed % stays as it is: a server's request must not fail over a cookie. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
