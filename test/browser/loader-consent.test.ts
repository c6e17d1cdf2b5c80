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
  const no = { analytics_storage: 'denied' };
  const yes = { analytics_storage: 'granted' };

  test.each<[string, string, LoaderSetup['options'], string]>([
    [
      'a default for the visitor’s country',
      command('default', { ...no, region: ['ES'] }),
      { region: 'ES' },
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
    expect(await listJar(page)).toHaveLength(state === 'denied' ? 0 : 2);
  });

  test('is waited for as long as a default asks, and not after the update', async () => {
    const script = command('default', { ...yes, wait_for_update: 60_000 });
    await page.goto(addressOf(SHOP, { script }));
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
