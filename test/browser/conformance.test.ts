import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { baseConfig, baseSnapshot } from '../conformance/rows/base.ts';
import { decisionRows } from '../conformance/rows/decisions.ts';
import { hashRows, snowplowRows, snowplowStep } from '../conformance/rows/snowplow-cookies.ts';
import { snowplowDecisionRows } from '../conformance/rows/snowplow-decisions.ts';
import { treasureDataDecisionRows } from '../conformance/rows/treasure-data-decisions.ts';
import { START_MILLIS, startBrowserAndSite, type BrowserAndSite } from './browser-and-site.ts';
import { bundlePage } from './bundle-page.ts';
import type { Call } from './conformance-page.ts';

// The rows that the core and the sandbox pass, in a browser.

let world: BrowserAndSite;
let page: Page;

beforeAll(async () => {
  world = await startBrowserAndSite({
    '/': '<!doctype html><title>A page</title><script src="/core.js"></script>',
    '/core.js': { script: await bundlePage('conformance-page.ts') },
  });
  page = await world.browser.newPage();
  await page.goto('https://www.example.com/');
}, START_MILLIS);
afterAll(() => world.close());

const callCore = (calls: Call[]) => page.evaluate((all) => window.callCore(all), calls);

test.each([
  ['d8a', decisionRows],
  ['Snowplow', snowplowDecisionRows],
  ['Treasure Data', treasureDataDecisionRows],
])('a browser decides on each situation of %s as the rows say', async (_, rows) => {
  const plans = await callCore(
    rows.map(({ config, snapshot }) => [
      'decideAll',
      { ...baseConfig, ...config },
      { ...baseSnapshot, ...snapshot },
    ]),
  );
  rows.forEach(({ that, plan, page: state }, index) => {
    const expected = { that, ...plan, ...(state && { page: state }) };
    expect({ that, ...(plans[index] as object) }).toMatchObject(expected);
  });
});

test('a browser computes the digits of Snowplow’s cookie names', async () => {
  const digits = await callCore(hashRows.map(([text]) => ['snowplowHash', text]));
  expect(digits).toEqual(hashRows.map((row) => row[1]));
});

test('a browser reads and writes Snowplow’s id cookies', async () => {
  const parse = (texts: string[]) =>
    callCore(texts.map((text) => ['parseSnowplowId', text, snowplowStep]));
  const print = (ids: unknown[]) => callCore(ids.map((id) => ['printSnowplowId', id]));
  const ids = await parse(snowplowRows.map(({ stored }) => stored));
  expect(await print(ids)).toEqual(snowplowRows.map(({ printed }) => printed));
  const next = await callCore(ids.map((id) => ['startSnowplowSession', id, snowplowStep]));
  expect(await print(next)).toEqual(snowplowRows.map((row) => row.next));
});
