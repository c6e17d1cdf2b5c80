import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { SHOP } from './hosts.ts';
import { addressOf, identityNow, startLoaderSite, visit, type LoaderSetup } from './loader-site.ts';
import { listJar } from './page-cookies.ts';
import { useWorld } from './use-world.ts';

// How the built loader hears what the visitor has decided.

const world = useWorld(startLoaderSite);
let page: Page;

beforeEach(async () => {
  page = await world().browser.newPage();
});

describe('consent', () => {
  const command = (kind: string, settings: object) =>
    `gtag('consent', '${kind}', ${JSON.stringify(settings)});`;
  const record = (entry: object) =>
    `google_tag_data = { ics: { entries: { analytics_storage: ${JSON.stringify(entry)} } } };`;
  const recordUpdate = (isGranted: boolean) =>
    `google_tag_data.ics.entries.analytics_storage.update = ${isGranted};`;
  const pushEvent = `dataLayer.push({ event: 'cookie_consent_update' });`;
  const no = { analytics_storage: 'denied' };
  const yes = { analytics_storage: 'granted' };

  const waitForConsent = (state: string) =>
    page.waitForFunction((wanted) => firstPartyId.get().consent === wanted, state);

  test.each<[string, string, LoaderSetup['options'], string]>([
    [
      'a default for the visitor’s country',
      command('default', { ...no, region: ['ES'] }),
      { region: 'ES' },
      'denied',
    ],
    [
      'a default for a country that a proxy names in small letters',
      command('default', { ...no, region: ['ES'] }),
      { region: 'es' },
      'denied',
    ],
    [
      'a default for a part of it',
      command('default', { ...no, region: ['US-CA'] }),
      { region: 'US-CA' },
      'denied',
    ],
    [
      'a default for the country of a visitor whose part is known',
      command('default', { ...no, region: ['US'] }),
      { region: 'US-CA' },
      'denied',
    ],
    [
      'a default for another country',
      command('default', { ...no, region: ['FR'] }),
      { region: 'ES' },
      'unset',
    ],
    [
      'a regional default while the region is unknown',
      command('default', { ...no, region: ['ES'] }),
      {},
      'unset',
    ],
    [
      'the more specific default, though it comes first',
      command('default', { ...no, region: ['US-CA'] }) +
        command('default', { ...yes, region: ['US'] }) +
        command('default', yes),
      { region: 'US-CA' },
      'denied',
    ],
    [
      'a general default behind another country’s',
      command('default', { ...no, region: ['FR'] }) + command('default', yes),
      { region: 'ES' },
      'granted',
    ],
    [
      'an update before all defaults',
      command('update', yes) + command('default', no),
      {},
      'granted',
    ],
    [
      'an update for all the world, whatever region stands in it',
      command('default', yes) + command('update', { ...no, region: ['FR'] }),
      { region: 'ES' },
      'withdrawn',
    ],
    ['a default that only Google’s record shows', record({ default: false }), {}, 'denied'],
    [
      'an update that only Google’s record shows',
      command('default', no) + record({ default: false, update: true }),
      { unsetConsent: 'wait' },
      'granted',
    ],
    [
      'Google’s record rather than a regional default that it knows better',
      command('default', { ...yes, region: ['ES'] }) + record({ default: false }),
      { region: 'ES' },
      'denied',
    ],
    [
      'the data layer where Google’s record has another shape',
      command('default', no) + record({ default: 'granted' }),
      {},
      'denied',
    ],
    [
      'the data layer where Google’s record cannot be read',
      `${command('default', no)} Object.defineProperty(window, 'google_tag_data', { get() { throw new Error('hostile'); } })`,
      {},
      'denied',
    ],
    ['an update of another type', command('update', { ad_storage: 'denied' }), {}, 'unset'],
    [
      'another type that is configured',
      command('default', { ad_storage: 'denied' }),
      { consentType: 'ad_storage' },
      'denied',
    ],
    [
      'd8a’s own command where gtag is silent',
      `d8aLayer = [['consent', 'default', ${JSON.stringify(no)}]]`,
      {},
      'denied',
    ],
    [
      'gtag’s command rather than d8a’s',
      `${command('default', yes)} d8aLayer = [['consent', 'default', ${JSON.stringify(no)}]]`,
      {},
      'granted',
    ],
    [
      'a data layer of another name',
      `other = [['consent', 'default', ${JSON.stringify(no)}]]`,
      { dataLayerName: 'other' },
      'denied',
    ],
    [
      'the name in Google’s own snippet',
      `other = [['consent', 'default', ${JSON.stringify(no)}]]; document.write('<script async src="/gtm.js?id=GTM-X&l=other"><\\/script>')`,
      {},
      'denied',
    ],
    [
      'Global Privacy Control, when asked to',
      `Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })`,
      { privacySignal: true },
      'denied',
    ],
    [
      'Do Not Track, when asked to',
      `Object.defineProperty(navigator, 'doNotTrack', { value: '1' })`,
      { privacySignal: true },
      'denied',
    ],
    [
      'no privacy signal unless asked to',
      `Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })`,
      {},
      'unset',
    ],
  ])('follows %s', async (_, script, options = {}, state) => {
    expect(await visit(page, SHOP, { script, options })).toMatchObject({ consent: state });
    expect(await listJar(page)).toHaveLength(['denied', 'withdrawn'].includes(state) ? 0 : 2);
  });

  test('is waited for as long as a default asks, and not after the update', async () => {
    const script = command('default', { ...yes, wait_for_update: 60_000 });
    await page.goto(addressOf(SHOP, { script }));
    await page.evaluate(command('update', { ad_storage: 'granted' }));
    expect(await listJar(page)).toEqual([]);
    await page.evaluate(command('update', no));
    const identity = await page.evaluate(() => firstPartyId.ready);
    expect(identity).toMatchObject({ consent: 'withdrawn', source: 'memory', hitNumber: 1 });
    expect(await listJar(page)).toEqual([]);
  });

  test('is waited for no longer than configured', async () => {
    const identity = await visit(page, SHOP, { options: { waitForUpdateMillis: 50 } });
    expect(identity).toMatchObject({ source: 'new', hitNumber: 1 });
    expect(identity.reasons).toContain('consent_wait_over');
  });

  test('is waited for until Google’s record has an update', async () => {
    const script = command('default', { ...no, wait_for_update: 60_000 });
    await page.goto(addressOf(SHOP, { script: script + record({ default: false }) }));
    await page.evaluate(recordUpdate(true) + pushEvent);
    const identity = await page.evaluate(() => firstPartyId.ready);
    expect(identity).toMatchObject({ consent: 'granted', source: 'new', hitNumber: 1 });
  });

  test('is looked up in Google’s record after each entry of the data layer', async () => {
    const { clientId } = await visit(page, SHOP, { script: record({ default: false }) });
    await page.evaluate(recordUpdate(true) + pushEvent);
    await waitForConsent('granted');
    expect(await identityNow(page)).toMatchObject({ clientId, source: 'promoted' });
    await page.evaluate(recordUpdate(false) + pushEvent);
    await waitForConsent('withdrawn');
    expect(await listJar(page)).toEqual([]);
  });

  test('is heard though Google’s runtime comes to a command after the loader', async () => {
    await visit(page, SHOP, { script: record({ default: true }) });
    await page.evaluate(`{
      const { push } = dataLayer;
      dataLayer.push = (entry) => { push(entry); ${recordUpdate(false)} };
    }
    ${command('update', no)}`);
    await waitForConsent('withdrawn');
    expect(await listJar(page)).toEqual([]);
  });

  test('is what setConsent says until Google records another update', async () => {
    const { clientId } = await visit(page, SHOP, { script: record({ default: false }) });
    await page.evaluate(() => firstPartyId.setConsent('granted'));
    await page.evaluate(pushEvent);
    expect(await identityNow(page)).toMatchObject({ clientId, source: 'promoted' });
    await page.evaluate(recordUpdate(false) + pushEvent);
    await waitForConsent('withdrawn');
    expect(await listJar(page)).toEqual([]);
  });

  test('is what setConsent says, both ways', async () => {
    const { clientId } = await visit(page, SHOP, { options: { unsetConsent: 'wait' } });
    expect(await listJar(page)).toEqual([]);
    await page.evaluate(() => firstPartyId.setConsent('granted'));
    expect(await identityNow(page)).toMatchObject({ clientId, source: 'promoted' });
    await page.evaluate(() => firstPartyId.setConsent('denied'));
    expect(await identityNow(page)).toMatchObject({ consent: 'withdrawn', source: 'memory' });
    expect(await listJar(page)).toEqual([]);
  });
});
