import type { Page } from 'playwright-core';
import { writeCookie } from './page-cookies.ts';

/**
 * Writes a cookie with each Domain attribute ('none': left out), and tells the domain that it then has or `refused`.
 * A domain without a leading dot means a host-only cookie.
 */
export async function keptDomains(
  page: Page,
  attributes: string[],
): Promise<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const domain of attributes) {
    const attribute = domain === 'none' ? '' : `; Domain=${domain}`;
    await writeCookie(page, `probe=1; Path=/; Secure${attribute}`);
    const [cookie] = await page.context().cookies();
    kept[domain] = cookie?.domain ?? 'refused';
    await page.context().clearCookies();
  }
  return kept;
}
