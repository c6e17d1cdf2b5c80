import { setCookie } from './apis.ts';
import type { Visit } from './types.ts';

/** Sets a cookie with the attributes that form and site decide. */
export function writeCookie(visit: Visit, name: string, cookie: Cookie): void {
  const options: ServerCookieOptions = {
    path: '/',
    'max-age': cookie.maxAgeSeconds,
    // Browsers refuse None without Secure.
    sameSite: cookie.isForAllSites === true && visit.isSecure ? 'None' : 'Lax',
    secure: visit.isSecure,
    httpOnly: cookie.isHttpOnly,
  };
  if (visit.cookieDomain !== '') options.domain = visit.cookieDomain;
  setCookie(name, cookie.value, options, true);
}

/** What differs from cookie to cookie. */
interface Cookie {
  value: string;
  isHttpOnly: boolean;
  /** Whether pages of other sites send it too, as its tracker wants it. */
  isForAllSites?: boolean;
  /** 0 removes it. */
  maxAgeSeconds: number;
}
