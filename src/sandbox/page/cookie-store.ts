import { Cookie } from 'tough-cookie';
import type { CookieJar } from 'tough-cookie';

/** Where and when a cookie is written or read. */
export interface CookieContext {
  url: string;
  nowMillis: number;
  /** 'script' sees and writes no HttpOnly cookie. */
  by: 'script' | 'server';
}

/** Browsers refuse a cookie whose name and value are longer (RFC 6265bis, section 5.6). */
const longestPair = 4096;

/**
 * Stores one `Set-Cookie` line the way a browser does; what a browser refuses is dropped in silence. Max-Age is turned
 * into an absolute time here, because tough-cookie counts it by the real clock and from the last read.
 */
export function storeCookie(jar: CookieJar, line: string, context: CookieContext): void {
  const cookie = Cookie.parse(line, { loose: true });
  if (!cookie || cookie.key.length + cookie.value.length > longestPair) return;
  if (typeof cookie.maxAge === 'number') {
    cookie.expires = new Date(cookie.maxAge > 0 ? context.nowMillis + cookie.maxAge * 1000 : 0);
    cookie.maxAge = null;
  }
  jar.setCookieSync(cookie, context.url, {
    http: context.by === 'server',
    ignoreError: true,
    now: new Date(context.nowMillis),
  });
}

/** The cookies a browser would send or show, longest path first, then oldest first. Removes the expired ones. */
export function readCookies(jar: CookieJar, context: CookieContext): Cookie[] {
  const cookies = jar.getCookiesSync(context.url, {
    http: context.by === 'server',
    expire: false,
    sort: true,
  });
  return cookies.filter((cookie) => {
    if (!isExpired(cookie, context.nowMillis)) return true;
    jar.store.removeCookie(cookie.domain, cookie.path, cookie.key, () => undefined);
    return false;
  });
}

function isExpired(cookie: Cookie, nowMillis: number): boolean {
  return cookie.expires instanceof Date && cookie.expires.getTime() <= nowMillis;
}
