import { toSeconds } from '../../core/clock.ts';
import type { RequestCookies } from '../../core/renewal/types.ts';
import { getRequestHeader, getTimestampMillis } from './apis.ts';
import type { AllowedOrigin, ClientForm, Visit } from './types.ts';

/** A request that may get cookies, with those it carries. */
export function openVisit(form: ClientForm, origin: AllowedOrigin): Visit {
  const domain = origin.site.cookieDomain;
  return {
    form: form,
    cookieDomain: domain,
    domainName: domain === '' ? origin.hostname : domain,
    isSecure: origin.isSecure,
    cookies: parseCookieHeader(getRequestHeader('cookie') || ''),
    nowSeconds: toSeconds(getTimestampMillis()),
  };
}

/** Values stay as they are: d8a neither quotes nor percent-codes them. */
function parseCookieHeader(header: string): RequestCookies {
  const names: string[] = [];
  const values: Record<string, string[]> = {};
  header.split(';').forEach((pair) => {
    const equals = pair.indexOf('=');
    const name = equals < 0 ? '' : pair.slice(0, equals).trim();
    if (name === '') return;
    const known = values[name];
    const value = pair.slice(equals + 1).trim();
    if (known === undefined) {
      names.push(name);
      values[name] = [value];
    } else known.push(value);
  });
  return { names: names, valuesOf: (name) => values[name] || [] };
}
