import type { CDPSession, Page } from 'playwright-core';

/** A session undoes only what it has done itself. */
const sessions = new WeakMap<Page, CDPSession>();

/**
 * Makes the page's cookies behave as where the visitor has blocked them: writes go nowhere, reads give '' and
 * `navigator.cookieEnabled` is false. Undone by `false`. The jar itself stays as it is.
 */
export async function blockCookies(page: Page, blocked = true): Promise<void> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  await session.send('Emulation.setDocumentCookieDisabled', { disabled: blocked });
}

/**
 * Header of a page in which `document.cookie`, `localStorage` and `sessionStorage` all throw a SecurityError:
 * its origin is opaque, as in a sandboxed frame.
 */
export const OPAQUE_ORIGIN = { 'content-security-policy': 'sandbox allow-scripts' };
