import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'puppeteer-core';
import { START_MILLIS } from './browser-and-site.ts';
import type { Engine } from './loader-engines.ts';
import type { Routes } from './routes.ts';
import { startSite, type Site } from './site.ts';

export interface EngineAndSite {
  browser: Browser;
  site: Site;
}

/** Starts a browser that Puppeteer drives and a site for the tests around the call, which ask for them. */
export function useEngine(
  engine: Engine,
  createRoutes: () => Promise<Routes>,
): () => EngineAndSite {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    site = await startSite(await createRoutes());
    browser = await engine.launch(site);
  }, START_MILLIS);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  return () => ({ browser, site });
}
