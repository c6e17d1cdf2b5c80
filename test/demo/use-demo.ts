import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startDemo, type RunningDemo } from '../../src/demo/start-demo.ts';
import { START_MILLIS } from '../browser/browser-and-site.ts';
import { launchChromium } from '../browser/chromium.ts';
import { closePages } from '../browser/page-cookies.ts';

export interface UsedDemo {
  browser(): Browser;
  /** Opens a page for a new visitor. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** What pages have logged as an error or thrown. */
  errors: string[];
}

/** Starts the demo and a browser for the tests of a file. The pages' scripts come from dist/demo: build first. */
export function useDemo(): UsedDemo {
  let demo: RunningDemo;
  let browser: Browser;
  const errors: string[] = [];

  beforeAll(async () => {
    demo = await startDemo(0);
    browser = await launchChromium({ httpsPort: 9, httpPort: 9, trustedKeyHash: '' });
  }, START_MILLIS);
  afterEach(() => closePages(browser));
  afterAll(async () => {
    await browser.close();
    await demo.close();
  });

  const open = async (path: string, options: BrowserContextOptions = {}) => {
    const viewport = { width: 1440, height: 900 };
    const context = await browser.newContext({ viewport, ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(demo.address + path);
    return page;
  };
  return { browser: () => browser, open, errors };
}
