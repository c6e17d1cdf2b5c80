import type { Browser, Page } from 'playwright-core';

/** Opens an address in a new context: no cookies, no storage, shared with no other test. */
export async function openPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Ends what `openPage` opened; for `afterEach`. */
export async function closePages(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}

/** Writes one cookie as a script does: `id=1; Path=/; Secure`. */
export function writeCookie(page: Page, cookie: string): Promise<void> {
  return page.evaluate((text) => void (document.cookie = text), cookie);
}

/** `document.cookie` of the page. */
export function readCookies(page: Page): Promise<string> {
  return page.evaluate(() => document.cookie);
}

/**
 * All that the browser holds, of any site and HttpOnly too, as sorted `name=value; domain`.
 * A domain without a leading dot means a host-only cookie.
 */
export async function listJar(page: Page): Promise<string[]> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value, domain }) => `${name}=${value}; ${domain}`).sort();
}
