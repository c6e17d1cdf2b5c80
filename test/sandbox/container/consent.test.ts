import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createConsentState } from '../../../src/sandbox/container/consent-state.ts';
import { createSite } from './site.ts';

const ask = (type = 'analytics_storage') => `log(require('isConsentGranted')('${type}'))`;
const listen = (label: string, type = 'analytics_storage') =>
  `require('addConsentListener')('${type}', (type, granted) => log('${label}', type, granted, arguments.length));`;
const granted = { analytics_storage: 'granted' };
const denied = { analytics_storage: 'denied' };

describe('isConsentGranted', () => {
  test.each([
    [[], true],
    [[['default', denied]], false],
    [[['default', granted]], true],
    [[['default', { analytics_storage: 'GRANTED' }]], false],
    [[['default', { analytics_storage: true }]], false],
    [[['default', { analytics_storage: null }]], true],
    [
      [
        ['default', denied],
        ['update', granted],
      ],
      true,
    ],
    [
      [
        ['update', granted],
        ['default', denied],
      ],
      true,
    ],
    [[['update', denied]], false],
    [[['update', { analytics_storage: undefined }]], true],
    [[['default', { ...denied, wait_for_update: 500 }]], false],
    [[['default', denied, 'fourth']], true],
    [[['default']], true],
    [[['unknown', denied]], true],
  ])('after %j is %s', (commands, expected) => {
    const site = createSite();
    for (const command of commands) site.gtag('consent', ...command);
    site.tag(ask(), 'gtm.js');
    site.start();
    expect(site.page.logs).toEqual([[expected]]);
  });

  test('of a list is true when all are granted', () => {
    const site = createSite();
    site.gtag('consent', 'default', denied);
    site.tag(
      `const is = require('isConsentGranted'); log(is(['ad_storage']), is(['ad_storage', 'analytics_storage']))`,
      'gtm.js',
    );
    site.start();
    expect(site.page.logs).toEqual([[true, false]]);
  });
});

describe('a regional default', () => {
  const here = (region?: unknown) => ({ ...denied, region });
  const there = (region?: unknown) => ({ ...granted, region });
  test.each([
    ['US-CA', [here('US-CA'), there('US')], false],
    ['US-CA', [there('US'), here('US-CA')], false],
    ['US-CA', [here('US'), there()], false],
    ['US-CA', [there(), here('US')], false],
    ['US-CA', [here('us-ca'), there()], false],
    ['US-CA', [here(['ES', 'US']), there()], false],
    ['US-CA', [here(['ES', 'FR']), there()], true],
    ['US-CA', [here('US-NY'), there()], true],
    ['US-CA', [here('US'), there('US')], true],
    ['US-CA', [here(), there()], true],
    ['ES', [here('ES'), there()], false],
    ['ES', [here('ES-CT'), there()], true],
    [undefined, [here('ES'), there()], false],
    [undefined, [there(), here('ES')], false],
    [undefined, [here(), there()], false],
  ])('in %s, %j in order, is %s', (region, defaults, expected) => {
    const consent = createConsentState(region);
    for (const settings of defaults) consent.applyDefault(settings);
    expect(consent.isGranted('analytics_storage')).toBe(expected);
  });

  test('never overrides an update', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ region: fc.constantFrom('US', 'US-CA', 'ES', undefined), ...anyValue }),
        ),
        fc.constantFrom('granted', 'denied'),
        (defaults, update) => {
          const consent = createConsentState('US-CA');
          consent.applyUpdate({ analytics_storage: update });
          for (const settings of defaults) consent.applyDefault(settings);
          expect(consent.isGranted('analytics_storage')).toBe(update === 'granted');
        },
      ),
    );
  });

  const anyValue = { analytics_storage: fc.constantFrom('granted', 'denied', null) };

  test('keeps wait_for_update until the update', () => {
    const consent = createConsentState();
    consent.applyDefault({ ...denied, wait_for_update: 500 });
    expect(consent.waitForUpdateMillis('analytics_storage')).toBe(500);
    consent.applyUpdate(granted);
    expect(consent.waitForUpdateMillis('analytics_storage')).toBe(0);
  });
});

describe('a consent listener', () => {
  test.each([
    ['an update that changes the value', [['default', denied]], [['update', granted]], [true]],
    ['no default', [], [['default', denied]], []],
    ['nothing at first', [['default', denied]], [], []],
    ['no update to the same value', [['default', denied]], [['update', denied]], []],
    ['nothing from unset to granted', [], [['update', granted]], []],
    ['unset to denied', [], [['update', denied]], [false]],
    [
      'two updates twice',
      [],
      [
        ['update', denied],
        ['update', granted],
      ],
      [false, true],
    ],
    [
      'a default when the next update comes',
      [],
      [
        ['default', denied],
        ['update', { ad_storage: 'granted' }],
      ],
      [false],
    ],
  ])('hears %s', (_name, before, after, expected) => {
    const site = createSite();
    for (const command of before) site.gtag('consent', ...command);
    site.tag(listen('heard'), 'gtm.js');
    site.start();
    for (const command of after) site.gtag('consent', ...command);
    expect(site.page.logs).toEqual(
      expected.map((isGranted) => ['heard', 'analytics_storage', isGranted, 2]),
    );
  });

  test('runs in the order of registration over all types, after all values are applied', () => {
    const site = createSite();
    site.tag(
      `${listen('a', 'ad_storage')} ${listen('b')}
       require('addConsentListener')('ad_storage', () => ${ask()});`,
      'gtm.js',
    );
    site.start();
    site.gtag('consent', 'update', { analytics_storage: 'denied', ad_storage: 'denied' });
    expect(site.page.logs).toEqual([
      ['a', 'ad_storage', false, 2],
      ['b', 'analytics_storage', false, 2],
      [false],
    ]);
  });

  test('that throws does not stop the others', () => {
    const site = createSite();
    site.tag(
      `require('addConsentListener')('analytics_storage', () => { undefined.x; }); ${listen('b')}`,
      'gtm.js',
    );
    site.start();
    site.gtag('consent', 'update', denied);
    expect(site.page.logs).toEqual([['b', 'analytics_storage', false, 2]]);
  });

  test('that is added during a notification waits for the next change', () => {
    const site = createSite();
    site.tag(
      `require('addConsentListener')('analytics_storage', () => { ${listen('inner')} });`,
      'gtm.js',
    );
    site.start();
    site.gtag('consent', 'update', denied);
    expect(site.page.logs).toEqual([]);
    site.gtag('consent', 'update', granted);
    expect(site.page.logs).toEqual([['inner', 'analytics_storage', true, 2]]);
  });

  test('that is added twice is called twice', () => {
    const site = createSite();
    site.tag(
      `const f = () => log('f'); const add = require('addConsentListener');
       add('custom', f); add('custom', f);`,
      'gtm.js',
    );
    site.start();
    site.gtag('consent', 'update', { custom: 'denied' });
    expect(site.page.logs).toEqual([['f'], ['f']]);
  });
});

describe('a consent command of a template', () => {
  test.each([
    [
      'callInWindow',
      `require('callInWindow')('gtag', 'consent', 'update', { analytics_storage: 'denied' })`,
    ],
    ['updateConsentState', `require('updateConsentState')({ analytics_storage: 'denied' })`],
    [
      'setDefaultConsentState',
      `require('setDefaultConsentState')({ analytics_storage: 'denied', region: ['US'], wait_for_update: 5 })`,
    ],
  ])('by %s takes effect after the event', (_api, command) => {
    const site = createSite();
    site.tag(`${command}; ${ask()}`, 'gtm.init');
    site.tag(ask(), 'gtm.init', 'late');
    site.start();
    site.dataLayer.push({ event: 'late' });
    expect(site.page.logs).toEqual([[true], [true], [false]]);
  });

  test('by setDefaultConsentState precedes what waits in the data layer', () => {
    const site = createSite();
    site.tag(
      `require('setDefaultConsentState')({ analytics_storage: 'denied' })`,
      'gtm.init_consent',
    );
    site.tag(ask(), 'gtm.init');
    site.start();
    expect(site.page.logs).toEqual([[false]]);
  });

  test('from an async callback takes effect at once', async () => {
    const site = createSite();
    site.tag(
      `require('callLater')(() => { require('updateConsentState')({ analytics_storage: 'denied' }); ${ask()} })`,
      'gtm.js',
    );
    site.start();
    await site.page.drain();
    expect(site.page.logs).toEqual([[false]]);
  });

  test('needs write permission for every key before anything is queued', () => {
    const site = createSite();
    site.tag(
      `require('updateConsentState')({ analytics_storage: 'denied', wait_for_update: 5 })`,
      'gtm.js',
    );
    site.tag(ask(), 'late');
    site.start();
    site.dataLayer.push({ event: 'late' });
    expect(site.statuses[0]?.message).toContain(
      'Prohibited write on consent type: wait_for_update.',
    );
    expect(site.page.logs).toEqual([[true]]);
  });
});
