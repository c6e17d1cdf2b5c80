import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { installFakeClock } from './fake-clock.ts';
import { SHOP } from './hosts.ts';
import { hit, identityNow, identityWith, startLoaderSite, visit } from './loader-site.ts';
import { cookieNamed } from './tag-visit.ts';
import { useWorld } from './use-world.ts';

// What the built loader counts in the course of a page's life.

const world = useWorld(startLoaderSite);
let page: Page;

beforeEach(async () => {
  page = await world().browser.newPage();
});

describe('engagement', () => {
  test('is counted over the pages of a session', async () => {
    await page.clock.install();
    await visit(page, SHOP);
    await page.clock.runFor(6000);
    expect(await identityNow(page)).toMatchObject({ engaged: false });
    const second = await visit(page, SHOP);
    expect(second).toMatchObject({ engaged: false, hitNumber: 2 });
    await page.clock.runFor(3500);
    expect(await identityNow(page)).toMatchObject({ engaged: false });
    await page.clock.runFor(1000);
    expect(await identityNow(page)).toMatchObject({ engaged: true, hitNumber: 2 });
    expect((await cookieNamed(page, '_d8a_P')).value).toMatch(/\$g1\$/);
  });

  test('is not counted while the page has no focus', async () => {
    await page.clock.install();
    await visit(page, SHOP);
    await page.evaluate(() => {
      document.hasFocus = () => false;
      dispatchEvent(new Event('blur'));
    });
    await page.clock.runFor(60_000);
    expect(await identityNow(page)).toMatchObject({ engaged: false });
    await page.evaluate(() => {
      document.hasFocus = () => true;
      dispatchEvent(new Event('focus'));
    });
    await page.clock.runFor(10_000);
    expect(await identityNow(page)).toMatchObject({ engaged: true });
  });

  test('begins anew with a session, and is left to the tracker that keeps it', async () => {
    await page.clock.install();
    await visit(page, SHOP);
    await page.clock.runFor(10_000);
    expect(await identityNow(page)).toMatchObject({ engaged: true });
    const next = await page.evaluate(() => firstPartyId.newSession());
    expect(next).toMatchObject({ sessionNumber: 2, engaged: false });
    await page.clock.runFor(9000);
    expect(await identityNow(page)).toMatchObject({ engaged: false });
    await visit(page, SHOP, { options: { sessionKeeper: 'tracker' } });
    await page.clock.runFor(60_000);
    expect(await identityNow(page)).toMatchObject({ engaged: false });
  });
});

describe('a page view', () => {
  test('is counted by hit(), not by changes of history', async () => {
    await visit(page, SHOP);
    await page.evaluate(() => history.pushState(null, '', '/cart'));
    expect(await identityNow(page)).toMatchObject({ hitNumber: 1 });
    expect(await hit(page)).toMatchObject({ hitNumber: 2 });
  });

  test('is counted by changes of history where the page asks for it', async () => {
    await visit(page, SHOP, { options: { countNavigation: true } });
    await page.evaluate(() => history.pushState(null, '', '/cart'));
    await page.waitForFunction(() => firstPartyId.get().hitNumber === 2);
    await page.goBack();
    await page.waitForFunction(() => firstPartyId.get().hitNumber === 3);
  });

  test('after the timeout of an open page starts a session', async () => {
    const clock = await installFakeClock(page.context());
    world().setEndpointClock(clock);
    const { clientId } = await visit(page, SHOP, {
      options: { serverUrl: 'www.shop.example.com/fpid' },
    });
    await identityWith(page, 'server_answered');
    await clock.advanceSeconds(1801);
    expect(await hit(page)).toMatchObject({ clientId, sessionNumber: 2, hitNumber: 1 });
    await identityWith(page, 'server_answered');
    expect(world().endpointRequests()).toEqual(['/fpid/id', '/fpid/id']);
    world().setEndpointClock({ nowMillis: Date.now, advanceSeconds: clock.advanceSeconds });
  });
});
