import { expect, test } from '@jest/globals';
import type { Page } from 'puppeteer-core';
import { describeInEngines } from './describe-in-engines.ts';
import { serveHeldEndpoint } from './held-endpoint.ts';
import { SHOP } from './hosts.ts';
import { addressOf, loaderRoutes } from './loader-site.ts';
import { useEngine } from './use-engine.ts';

const PLAIN = `${SHOP}/plain`;

// Visitors who leave while the endpoint still renews their cookies.

describeInEngines('the built loader', (engine) => {
  const started = useEngine(engine, () => loaderRoutes());

  test.each([
    ['goes to another page', (page: Page) => page.goto(PLAIN)],
    ['closes the tab', (page: Page) => page.close()],
  ])('forgets a visitor who %s before the endpoint has answered', async (_, leave) => {
    const context = await started().browser.createBrowserContext();
    const page = await context.newPage();
    const endpoint = serveHeldEndpoint(started().site.routes);
    await page.goto(addressOf(SHOP, { options: { serverUrl: '/held' } }));
    await page.waitForFunction(() => firstPartyId.get().serverId !== '');
    const held = endpoint.hold();
    await page.evaluate(() => void firstPartyId.newSession());
    await held.isAsked;
    await page.evaluate(() => firstPartyId.setConsent('denied'));
    await leave(page);
    await held.isForgotten;
    held.release();
    const other = await context.newPage();
    await other.goto(PLAIN);
    // A request by the page itself ends after the renewal's late answer would have.
    await other.evaluate(() => fetch('/held/healthz').then((response) => response.text()));
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });
});
