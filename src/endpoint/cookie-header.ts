import type { RequestCookies } from '../core/renewal/types.ts';

/** Reads a Cookie header. Values stay as they are: d8a neither quotes nor percent-codes them. */
export function parseCookieHeader(header: string): RequestCookies {
  const cookies = new Map<string, string[]>();
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals).trim();
    if (equals < 0 || name === '') continue;
    const value = pair.slice(equals + 1).trim();
    const values = cookies.get(name);
    if (values === undefined) cookies.set(name, [value]);
    else values.push(value);
  }
  return { names: [...cookies.keys()], valuesOf: (name) => cookies.get(name) ?? [] };
}
