import { isDemoCookie } from './cookie-names.ts';

/** The cookies of the tag that scripts can see, as name and value. */
export function readOwnCookies(text: string): [name: string, value: string][] {
  return text
    .split('; ')
    .map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    })
    .filter(([name]) => isDemoCookie(name))
    .sort(([one], [other]) => one.localeCompare(other));
}

/** As a visitor does in the browser's settings. On this host all of them are host-only. */
export function deleteCookie(name: string): void {
  document.cookie = `${name}=; Path=/; Max-Age=0`;
}
