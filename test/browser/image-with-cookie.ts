import type { Page } from 'playwright-core';

/** Loads an image whose response sets the cookie, and says which event came. */
export function loadImage(page: Page, address: string, cookie: string): Promise<string> {
  const load = (source: string) =>
    new Promise<string>((resolve) => {
      const image = new Image();
      image.onload = () => resolve('load');
      image.onerror = () => resolve('error');
      image.src = source;
    });
  return page.evaluate(load, `${address}?set=${encodeURIComponent(cookie)}`);
}

/** Headers that set the cookie which the query of such an address spells out. */
export function cookieOf(request: Request, type = 'text/plain'): Record<string, string> {
  const cookie = new URL(request.url).searchParams.get('set') ?? '';
  return { 'set-cookie': cookie, 'content-type': type, 'cache-control': 'no-store' };
}
