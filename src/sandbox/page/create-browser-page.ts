import { createBrowserNetwork } from './create-browser-network.ts';
import type { Network, Page, PageWindow } from './page.ts';

/** The page this code runs in, with its real window, cookies and clock. */
export function createBrowserPage(options: { network?: Network } = {}): Page {
  return {
    // The type of `window` has no index signature; GTM reads and writes any global.
    window: window as unknown as PageWindow,
    network: options.network ?? createBrowserNetwork(),
    schedule: (callback) => {
      setTimeout(callback, 0);
    },
    after: (delayMillis, callback) => {
      const timer = setTimeout(callback, delayMillis);
      return () => clearTimeout(timer);
    },
    nowMillis: () => Date.now(),
    random: () => Math.random(),
    digest: (bytes) => crypto.subtle?.digest('SHA-256', bytes),
  };
}
