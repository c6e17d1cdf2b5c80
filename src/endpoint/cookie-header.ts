/** The values of each cookie name, in the order of the header. A name can occur twice. */
export type CookieHeader = ReadonlyMap<string, readonly string[]>;

/** Reads a Cookie header. Values stay as they are: d8a neither quotes nor percent-codes them. */
export function parseCookieHeader(header: string): CookieHeader {
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
  return cookies;
}
