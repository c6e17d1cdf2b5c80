import type { Page } from 'playwright-core';

/**
 * Makes the page's cookies behave as where the visitor has blocked them: writes go nowhere, reads give '' and
 * `navigator.cookieEnabled` is false. Undone by `false`. The jar itself stays as it is.
 */
export async function blockCookies(page: Page, blocked = true): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDocumentCookieDisabled', { disabled: blocked });
}

/**
 * Header of a page in which `document.cookie`, `localStorage` and `sessionStorage` all throw a SecurityError:
 * its origin is opaque, as in a sandboxed frame.
 */
export const OPAQUE_ORIGIN = { 'content-security-policy': 'sandbox allow-scripts' };
