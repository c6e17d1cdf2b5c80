import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { START_MILLIS } from '../browser/browser-and-site.ts';
import { startDisplay, type Display } from './display.ts';
import { describeInWebKit } from './in-webkit.ts';
import { EXPECTED, type Outcome } from './lifetime-cases.ts';
import { startLifetimeSite, type LifetimeSite } from './lifetime-site.ts';
import { writeLifetimesPage } from './lifetimes-page.ts';
import { measureLifetime } from './measure-lifetime.ts';
import { startProxy, type Proxy } from './proxy.ts';

const isPageWritten = process.env['WRITE_LIFETIMES'] !== undefined;

describeInWebKit('a visitor who comes back after 8, 40 and 200 days', () => {
  const outcomes: Outcome[] = [];
  let site: LifetimeSite;
  let proxy: Proxy;
  let display: Display;

  beforeAll(async () => {
    display = await startDisplay();
    site = await startLifetimeSite();
    proxy = await startProxy(site);
  }, START_MILLIS);
  afterAll(async () => {
    await display.close();
    await proxy.close();
    await site.close();
    if (isPageWritten && outcomes.length === EXPECTED.length) await writeLifetimesPage(outcomes);
  }, START_MILLIS);

  test.each(EXPECTED)(
    'is seen as stated: $setup, tracking prevention $isPrevented',
    async ({ visits, ...setup }) => {
      const place = { display: display.name, proxy: proxy.address };
      const seen = await measureLifetime(setup, { site, ...place });
      expect(seen).toEqual(visits);
      outcomes.push({ ...setup, visits: seen });
    },
    300_000,
  );
});
