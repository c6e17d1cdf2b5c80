import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from './driver.ts';

/** A cookie as Playwright tells it. */
export interface PageCookie {
  name: string;
  value: string;
  /** With a dot before it when the cookie is not the host's alone. */
  domain: string;
  path: string;
  secure: boolean;
  httpOnly: boolean;
  /** Seconds since 1970, -1 for a cookie that ends with the browser. */
  expires: number;
  sameSite: string;
}

/** The cookies that the page's address sees, HttpOnly ones too. WebDriver does not tell others. */
export async function readJar(command: Command): Promise<PageCookie[]> {
  const cookies = (await command('GET', '/cookie')) as (PageCookie & { expiry?: number })[];
  return cookies.map(({ expiry = -1, ...cookie }) => ({ ...cookie, expires: expiry }));
}

/** Deletes the cookies of one name that the page's address sees; with the name '', all. */
export async function clearJar(command: Command, name: string): Promise<void> {
  await command('DELETE', name === '' ? '/cookie' : `/cookie/${encodeURIComponent(name)}`);
  // WebKit's answer may come before the cookies are gone.
  const isLeft = (cookie: PageCookie) => name === '' || cookie.name === name;
  while ((await readJar(command)).some(isLeft)) await wait(20);
}
