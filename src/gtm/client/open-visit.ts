import { toSeconds } from '../../core/clock.ts';
import { getRequestHeader, getTimestampMillis } from './apis.ts';
import type { AllowedOrigin, ClientForm, CookieHeader, Visit } from './types.ts';

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
function parseCookieHeader(header: string): CookieHeader {
  const cookies: CookieHeader = {};
  header.split(';').forEach((pair) => {
    const equals = pair.indexOf('=');
    const name = equals < 0 ? '' : pair.slice(0, equals).trim();
    if (name === '') return;
    const values = cookies[name] || [];
    values.push(pair.slice(equals + 1).trim());
    cookies[name] = values;
  });
  return cookies;
}

export function valuesOfCookie(visit: Visit, name: string): string[] {
  return visit.cookies[name] || [];
}
