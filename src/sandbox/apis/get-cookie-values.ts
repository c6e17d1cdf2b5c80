import { SandboxList } from '../values/index.ts';
import { defineApi } from './define-api.ts';

/** All values of that name in the page's order. Decoding throws at a malformed %, and so ends the tag. */
export const getCookieValues = defineApi('getCookieValues', {
  accepts: ['string', 'any?'],
  perform: ({ host, text, flag }) => {
    host.grants.check('get_cookies', text(0));
    const isDecoded = flag(1, true);
    const values = readCookiePairs(host.page.window.document.cookie)
      .filter(([name]) => name === text(0))
      .map(([, value]) => (isDecoded ? decodeURIComponent(value) : value));
    return new SandboxList(values);
  },
});

/** A value may contain '='; a pair without it is a name with an empty value. */
export function readCookiePairs(cookies: string): [string, string][] {
  return cookies.split(';').map((pair) => {
    const [name = '', ...rest] = pair.split('=');
    return [name.trim(), rest.join('=').trim()];
  });
}
