import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { listJar, writeCookie } from './page-cookies.ts';
import { openTracked, startTrackerSite, startTreasureData } from './tag-trackers-page.ts';
import { cookieNamed, cookieNames, runTags, updateConsent } from './tag-visit.ts';
import { useWorld } from './use-world.ts';
import { uuidV4 } from './uuid-v4.ts';

// The built template and Treasure Data's published SDK, in turn, on the same real cookies.

const world = useWorld(startTrackerSite);

const callSdk = (page: Page, method: string) =>
  page.evaluate((name) => Reflect.get(window, 'td')[name](), method);

describe.each([
  ['https://example.com', '.example.com', {}, {}],
  ['https://www.example.co.uk', '.example.co.uk', {}, {}],
  [
    'https://www.shop.example.com',
    '.www.shop.example.com',
    { cookieDomain: 'www.shop.example.com' },
    { storage: { domain: 'www.shop.example.com' } },
  ],
])('on %s with cookies on %s', (origin, domain, fields, settings) => {
  const alone = { d8a: false, treasureData: true, ...fields };

  const open = () => openTracked(world(), origin);
  const start = (page: Page, more: object = {}) =>
    startTreasureData(page, { ...settings, ...more });
  const tag = (page: Page, more: object = {}) => runTags(page, { tags: [{ ...alone, ...more }] });

  test('the tag goes on with what the SDK has begun', async () => {
    const page = await open();
    const clientId = await start(page);
    await page.reload();
    const { identity } = await tag(page);
    expect(identity).toMatchObject({ clientId, source: 'cookie' });
    expect(identity.treasureData).toMatchObject({ clientId, isSigned: true });
    expect(await cookieNamed(page, '_td')).toMatchObject({ value: clientId, sameSite: 'None' });
  });

  test('the SDK goes on with what the tag has begun', async () => {
    const page = await open();
    const { identity } = await tag(page);
    const { clientId } = identity;
    expect(clientId).toMatch(uuidV4);
    expect(await cookieNamed(page, '_td')).toMatchObject({ value: clientId, domain, secure: true });
    await page.reload();
    expect(await start(page)).toBe(clientId);
    await page.reload();
    expect((await tag(page)).identity.clientId).toBe(clientId);
    expect(await cookieNames(page)).toEqual(['_td']);
  });

  test('ten page views in turn have one client ID', async () => {
    const page = await open();
    const ids = new Set<string>();
    for (let view = 0; view < 10; view += 1) {
      await page.reload();
      const isTags = view % 2 === 0;
      ids.add(isTags ? (await tag(page)).identity.clientId : await start(page));
    }
    expect(ids.size).toBe(1);
  });

  test('in the SDK’s anonymous mode the tag keeps no ID, and in signed mode it does again', async () => {
    const page = await open();
    await start(page);
    await callSdk(page, 'setAnonymousMode');
    await page.reload();
    const anonymous = await tag(page);
    expect(anonymous.identity).toMatchObject({ clientId: '', source: 'none' });
    expect(await cookieNames(page)).toEqual(['__td_signed']);
    await start(page, { startInSignedMode: false });
    await callSdk(page, 'setSignedMode');
    const { value } = await cookieNamed(page, '_td');
    await page.reload();
    const signed = await tag(page, { treasureDataStartInSignedMode: false });
    expect(signed.identity.clientId).toBe(value);
  });

  test('the choice of mode is read from local storage where the SDK keeps it there', async () => {
    const page = await open();
    const local = { startInSignedMode: false, storeConsentByLocalStorage: true };
    await start(page, local);
    const store = { treasureDataStoreConsentByLocalStorage: true };
    const unsigned = { ...store, treasureDataStartInSignedMode: false };
    expect((await tag(page, unsigned)).identity.clientId).toBe('');
    await callSdk(page, 'setSignedMode');
    await page.reload();
    expect((await tag(page, unsigned)).identity.clientId).toMatch(uuidV4);
    await updateConsent(page, 'denied');
    expect(await page.evaluate(() => localStorage.getItem('__td_signed'))).toBeNull();
    expect(await cookieNames(page)).toEqual([]);
  });

  test('a withdrawal leaves nothing of the SDK’s, on any domain', async () => {
    const page = await open();
    await start(page, { useServerSideCookie: true });
    await callSdk(page, 'setSignedMode');
    await page.evaluate(
      () => new Promise((done) => Reflect.get(window, 'td').fetchServerCookie(done, done, true)),
    );
    await writeCookie(page, '_td_ssc_id=s1; Path=/; Secure');
    await writeCookie(page, '_td_global=g1; Secure');
    expect((await tag(page)).identity.treasureData?.globalId).toBe('g1');
    await updateConsent(page, 'denied');
    expect(await listJar(page)).toEqual([]);
  });
});

test('one visitor ID is the same in both, and in the number that d8a has', async () => {
  const page = await openTracked(world(), 'https://example.com');
  const tags = [{ propertyIds: 'P', snowplow: true, treasureData: true, oneVisitorId: true }];
  const { identity } = await runTags(page, { tags });
  const id = identity.treasureData?.clientId ?? '';
  expect(id).toMatch(uuidV4);
  expect(identity.snowplow?.domainUserId).toBe(id);
  expect(Number(identity.clientId.split('.')[0])).toBe(parseInt(id.slice(0, 8), 16) >>> 1);
  await page.reload();
  expect(await startTreasureData(page)).toBe(id);
});
