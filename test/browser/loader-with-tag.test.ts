import { beforeEach, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type {} from './loader-site.ts';
import { installFakeClock } from './fake-clock.ts';
import { SHOP } from './hosts.ts';
import { startTagSite } from './tag-site.ts';
import { cookieNamed, cookieNames, runTags, updateConsent } from './tag-visit.ts';
import { useWorld } from './use-world.ts';

// The built loader and the built template on one page, whoever comes first.

const tags = [{ propertyIds: 'P', serverUrl: 'www.shop.example.com/fpid' }];

const world = useWorld(async () => {
  const started = await startTagSite();
  started.site.routes['/loader.js'] = { script: await readFile('dist/loader.js', 'utf8') };
  return started;
});
let page: Page;

beforeEach(async () => {
  page = await world().browser.newPage();
  await page.goto(SHOP);
  await page.evaluate(
    `firstPartyIdConfig = { propertyIds: 'P', serverUrl: 'www.shop.example.com/fpid' }`,
  );
});

async function addLoader() {
  await page.addScriptTag({ url: '/loader.js' });
  return page.evaluate(() => firstPartyId.ready);
}

const serverId = () => page.waitForFunction(() => firstPartyId.serverId !== '');
const read = () => page.evaluate(() => ({ state: firstPartyId.clientId, got: firstPartyId.get() }));

describe('one identity and one hit', () => {
  test('when the loader comes first', async () => {
    const { clientId, sessionId } = await addLoader();
    await serverId();
    const { statuses, identity } = await runTags(page, { tags });
    expect(statuses).toEqual(['success']);
    expect(identity).toMatchObject({ clientId, sessionId, hitNumber: 1, source: 'cookie' });
    expect(identity.reasons).toContain('hit_already_counted');
    expect(await read()).toMatchObject({ state: clientId, got: { clientId, hitNumber: 1 } });
    expect(world().endpointRequests()).toEqual(['/fpid/id']);
    expect(await page.evaluate(() => firstPartyId.hit())).toMatchObject({ hitNumber: 2 });
  });

  test('when the tag comes first', async () => {
    const { identity } = await runTags(page, { tags });
    const { clientId, sessionId } = identity;
    const again = await addLoader();
    expect(again).toMatchObject({ clientId, sessionId, hitNumber: 1, source: 'cookie' });
    expect(again.reasons).toContain('hit_already_counted');
    expect(await read()).toMatchObject({ state: clientId, got: { clientId } });
    expect(world().endpointRequests()).toEqual(['/fpid/id.gif']);
    // Who has begun to count on this page goes on.
    expect(await page.evaluate(() => firstPartyId.hit())).toMatchObject({ hitNumber: 1 });
    expect((await cookieNamed(page, '_d8a_P')).value).toMatch(/\$j0\$/);
  });

  test('when both start at once', async () => {
    const tag = runTags(page, { tags });
    const { clientId } = await addLoader();
    expect((await tag).identity).toMatchObject({ clientId, hitNumber: 1 });
    await serverId();
    expect((await read()).got).toMatchObject({ clientId, hitNumber: 1 });
    expect((await cookieNamed(page, '_d8a_P')).value).toMatch(/\$j0\$/);
  });
});

test('the methods stay, and their listeners hear what the tag does', async () => {
  const clock = await installFakeClock(page.context());
  await addLoader();
  await page.evaluate(
    `heard = []; firstPartyId.on('change', ({ sessionNumber }) => heard.push(sessionNumber))`,
  );
  await clock.advanceSeconds(1);
  await runTags(page, { tags: [{ ...tags[0], action: 'newSession' }] });
  expect(await page.evaluate('heard')).toContain(2);
  expect(await page.evaluate(() => firstPartyId.get())).toMatchObject({ sessionNumber: 2 });
});

test.each(['loader', 'tag'])('consent moves both, when the %s comes first', async (first) => {
  const consent = { default: 'denied' } as const;
  await page.evaluate(() => {
    window.tagPage.gtag('consent', 'default', { analytics_storage: 'denied' });
  });
  if (first === 'loader') await addLoader();
  const { identity } = await runTags(page, { tags, consent });
  if (first === 'tag') await addLoader();
  const { clientId } = identity;
  expect((await read()).got).toMatchObject({ clientId, consent: 'denied', source: 'memory' });
  expect(await cookieNames(page)).toEqual([]);

  expect(await updateConsent(page, 'granted')).toMatchObject({ clientId });
  await serverId();
  expect((await cookieNamed(page, '_d8a')).value).toBe(`C1.1.${clientId}`);
  expect((await read()).got).toMatchObject({ clientId, consent: 'granted', hitNumber: 1 });

  expect(await updateConsent(page, 'denied')).toMatchObject({ consent: 'withdrawn' });
  await page.waitForFunction(() => firstPartyId.consent === 'withdrawn');
  expect((await cookieNames(page)).filter((name) => name.includes('d8a'))).toEqual([]);
});
