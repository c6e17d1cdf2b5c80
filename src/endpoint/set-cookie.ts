/** What the configuration and the request's site decide about a cookie. */
export interface CookieScope {
  /** '' leaves the cookie on the host that answers. */
  domain: string;
  /** 0 removes the cookie. */
  maxAgeSeconds: number;
  isSecure: boolean;
}

export interface Cookie {
  name: string;
  value: string;
  /** Whether page scripts are kept from reading it. */
  isHttpOnly: boolean;
  /** `Lax` unless said; without Secure, browsers refuse `None`. */
  sameSite?: 'Lax' | 'None';
}

// RFC 6265, 4.1.1: cookie-name is a token, cookie-value is made of cookie-octets.
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const cookieOctets = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/;
const domainName = /^[a-z0-9.-]*$/;

/**
 * The value of one Set-Cookie header. Throws on anything that does not fit the grammar.
 * The writer of hono percent-codes values, which d8a does not decode, and refuses two years.
 */
export function printSetCookie(cookie: Cookie, scope: CookieScope): string {
  check('name', cookie.name, token.test(cookie.name));
  check('value', cookie.value, cookieOctets.test(cookie.value));
  const attributes = printScope(scope, cookie.sameSite ?? 'Lax');
  return `${cookie.name}=${cookie.value}; ${attributes}${cookie.isHttpOnly ? '; HttpOnly' : ''}`;
}

function printScope(
  { domain, maxAgeSeconds, isSecure }: CookieScope,
  sameSite: 'Lax' | 'None',
): string {
  check('domain', domain, domainName.test(domain));
  check('maxAgeSeconds', maxAgeSeconds, Number.isSafeInteger(maxAgeSeconds) && maxAgeSeconds >= 0);
  const where = domain === '' ? '' : `; Domain=${domain}`;
  const site = isSecure ? sameSite : 'Lax';
  return `Path=/; Max-Age=${maxAgeSeconds}${where}; SameSite=${site}${isSecure ? '; Secure' : ''}`;
}

function check(option: string, value: string | number, isValid: boolean): void {
  if (!isValid) throw new TypeError(`Set-Cookie ${option} is invalid: ${JSON.stringify(value)}`);
}
