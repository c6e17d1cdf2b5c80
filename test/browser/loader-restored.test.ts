import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { describeInEngines } from './describe-in-engines.ts';
import { SHOP } from './hosts.ts';
import { chromium, firefoxEsr } from './loader-engines.ts';
import { addressOf, loaderRoutes } from './loader-site.ts';
import { useEngine } from './use-engine.ts';

// Pages that come to life later than they are loaded: prerendered, or from the back/forward cache.

describeInEngines('the built loader', (engine) => {
  const started = useEngine(engine, () => loaderRoutes());
  let page: Page;

  beforeAll(async () => {
    page = await started().browser.newPage();
  });

  const hitNumber = () => page.evaluate(() => firstPartyId.hitNumber);
  // Asked from outside: a wait inside a page that is being left may never end.
  const waitForHit = async (number: number) => {
    while ((await hitNumber().catch(() => 0)) !== number) await new Promise(setImmediate);
  };

  test('keeps an identity, promotes it on grant, and erases it on withdrawal', async () => {
    const session = await started().browser.createBrowserContext();
    const other = await session.newPage();
    await other.goto(addressOf(SHOP, { consent: { default: 'denied' } }));
    const denied = await other.evaluate(() => firstPartyId.ready);
    expect(await other.evaluate(() => document.cookie)).toBe('');
    await other.evaluate(() => firstPartyId.setConsent('granted'));
    expect(await other.evaluate(() => document.cookie)).toContain(`_d8a=C1.1.${denied.clientId}`);
    await other.evaluate(() => firstPartyId.setConsent('denied'));
    expect(await other.evaluate(() => document.cookie)).toBe('');
    await session.close();
  });

  test('reads the session again on a page that comes back, and counts it', async () => {
    await page.goto(addressOf(SHOP));
    await page.evaluate('mark = 1');
    await page.goto(addressOf(`${SHOP}/cart`));
    expect(await hitNumber()).toBe(2);
    await page.evaluate(() => void setTimeout(() => history.back()));
    await waitForHit(3);
    // The Chromium of the tests keeps no page for later; what it would be told is told here.
    const isBack = await page.evaluate('window.mark === 1');
    expect(isBack).toBe(engine === firefoxEsr);
    if (isBack) return;
    await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await waitForHit(4);
  });
});

describe('in Chromium', () => {
  const started = useEngine(chromium, () => loaderRoutes());

  test('a prerendered page counts nothing until the visitor comes to see it', async () => {
    const { browser, site } = started();
    const page = await browser.newPage();
    const next = addressOf(`${SHOP}/cart`, { options: { serverUrl: '/fpid' } });
    const rules = JSON.stringify({ prerender: [{ urls: [next] }] });
    const script = `
      const rules = document.createElement('script');
      rules.type = 'speculationrules';
      rules.text = ${JSON.stringify(rules)};
      document.head.append(rules);`;
    await page.goto(addressOf(SHOP, { script }));
    const isPrerendered = () =>
      site.requests.some(
        ({ path, headers }) => path === '/loader.js' && headers.get('sec-purpose') !== null,
      );
    await page.waitForNetworkIdle();
    expect(isPrerendered()).toBe(true);
    expect(await page.evaluate(() => document.cookie)).toMatch(/\$j0\$/);
    expect(site.requestsTo('www.shop.example.com/fpid')).toEqual([]);
    await page.evaluate((address) => void setTimeout(() => (location.href = address)), next);
    // Puppeteer sees the page that takes the other's place as a frame that is lost.
    await page.waitForNavigation().catch(() => undefined);
    await page.waitForFunction(() => location.pathname === '/cart');
    const identity = await page.evaluate(() => firstPartyId.ready);
    expect(identity).toMatchObject({ hitNumber: 2, source: 'cookie' });
    const navigation = 'performance.getEntriesByType("navigation")[0].activationStart > 0';
    expect(await page.evaluate(navigation)).toBe(true);
  });
});
