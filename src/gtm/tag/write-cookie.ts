import { getUrl, setCookie } from './apis.ts';
import type { CookieSettings } from './types.ts';

/** Writes a value as it is, for this host alone when the domain is ''. */
export function writeCookie(name: string, value: string, settings: CookieSettings): void {
  const isSecure = getUrl('protocol') === 'https';
  const options: SandboxCookieOptions = {
    path: '/',
    // Browsers refuse SameSite=None without Secure, and Secure on http.
    samesite: settings.sameSite === 'None' && !isSecure ? 'Lax' : settings.sameSite,
    secure: isSecure,
  };
  if (settings.domain !== '') options.domain = settings.domain;
  // Without a lifetime the cookie ends with the browser session.
  if (settings.maxAgeSeconds !== undefined) options['max-age'] = settings.maxAgeSeconds;
  setCookie(name, value, options, false);
}

/** Removes a cookie from one domain; a cookie of the same name on another domain stays. */
export function eraseCookie(name: string, domain: string): void {
  writeCookie(name, '', { domain: domain, sameSite: 'Lax', maxAgeSeconds: 0 });
}
