import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import type { Routes } from './routes.ts';
import { startSite, type Site } from './site.ts';

/** Time for `beforeAll`, in milliseconds: the first run after an installation unpacks the browser. */
export const START_MILLIS = 60_000;

export interface BrowserAndSite {
  browser: Browser;
  site: Site;
  close(): Promise<void>;
}

/** Starts a site and a browser that finds it under every host name; one pair for a test file. */
export async function startBrowserAndSite(routes: Routes): Promise<BrowserAndSite> {
  const site = await startSite(routes);
  try {
    const browser = await launchChromium(site);
    return {
      browser,
      site,
      async close() {
        await browser.close();
        await site.close();
      },
    };
  } catch (error) {
    await site.close();
    throw error;
  }
}
