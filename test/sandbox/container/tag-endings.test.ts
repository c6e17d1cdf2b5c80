import { describe, expect, test } from '@jest/globals';
import { createContainer } from '../../../src/sandbox/container/index.ts';
import { createMemoryPage } from '../../../src/sandbox/page/index.ts';
import { grantGlobals } from '../permissions/grant.ts';
import { createSite, makeTemplate } from './site.ts';

function createTimedSite() {
  const page = createMemoryPage({ url: 'https://www.example.com/', nowMillis: () => 0 });
  const dataLayer: unknown[] = [];
  page.window['dataLayer'] = dataLayer;
  const container = createContainer({ page });
  const statuses: unknown[][] = [];
  container.onTagStatus(({ tagId, status, message }) => statuses.push([tagId, status, message]));
  return { page, dataLayer, container, statuses };
}

describe('the consent list of a tag', () => {
  test('passes over the tag while one type is denied, and does not replay it', async () => {
    const { page, dataLayer, container, statuses } = createTimedSite();
    const template = makeTemplate(`log('ran'); data.gtmOnSuccess();`);
    container.addTag({
      template,
      fields: {},
      consent: ['ad_storage', 'custom'],
      firesOn: (event) => event === 'go',
    });
    const gtag: (...args: unknown[]) => void = function () {
      // eslint-disable-next-line prefer-rest-params -- as Google's own snippet.
      dataLayer.push(arguments);
    };
    gtag('consent', 'default', { ad_storage: 'denied' });
    container.start();
    dataLayer.push({ event: 'go' });
    gtag('consent', 'update', { ad_storage: 'granted' });
    await page.drain();
    expect(statuses).toEqual([['1', 'failure', 'The tag needs consent for ad_storage.']]);
    expect(page.logs).toEqual([]);
    dataLayer.push({ event: 'go' });
    await page.drain();
    expect(statuses.slice(1)).toEqual([['1', 'success', undefined]]);
  });
});

describe('eventTimeout', () => {
  test('ends the event without the tags that still run, once', async () => {
    const { page, dataLayer, container, statuses } = createTimedSite();
    const later = `require('addEventCallback')((id, event) => log(event.tags));`;
    const tag = (code: string) => {
      const firesOn = (event: string) => event === 'go';
      container.addTag({ template: makeTemplate(code), fields: {}, firesOn });
    };
    tag(`${later} data.gtmOnSuccess();`);
    tag(`undefined.x;`);
    tag(`log('pending');`);
    container.start();
    dataLayer.push({ event: 'go', eventTimeout: 500 });
    page.advance(499);
    await page.drain();
    expect(statuses.map(([tagId, status]) => [tagId, status])).toEqual([
      ['2', 'exception'],
      ['1', 'success'],
    ]);
    page.advance(1);
    await page.drain();
    expect(statuses.at(-1)).toEqual(['3', 'timeout', undefined]);
    expect(page.logs.at(-1)).toEqual([
      [
        { id: '2', status: 'exception', executionTime: 0 },
        { id: '1', status: 'success', executionTime: 499 },
        { id: '3', status: 'timeout', executionTime: 500 },
      ],
    ]);
  });

  test('that is absent leaves a tag without callback pending', async () => {
    const { page, dataLayer, container, statuses } = createTimedSite();
    container.addTag({ template: makeTemplate(''), fields: {}, firesOn: () => true });
    container.start();
    dataLayer.push({ event: 'go' });
    expect(page.skipToNextTimer()).toBe(false);
    await page.drain();
    expect(statuses).toEqual([]);
  });
});

describe('the step budget of a container', () => {
  test('ends an endless tag with an exception, and the next tag runs', async () => {
    const site = createSite({ stepBudget: 1000 });
    site.tag(`while (true) {}`, 'gtm.js');
    site.tag(`data.gtmOnSuccess();`, 'gtm.js');
    site.start();
    await site.page.drain();
    expect(site.statuses.map(({ status }) => status)).toEqual(['exception', 'success']);
    expect(site.statuses[0]?.message).toContain('The step budget of 1000');
  });
});

describe('wait_for_update', () => {
  test('tells the listeners when it is over, of what differs from what they knew', async () => {
    const site = createSite();
    site.tag(
      `require('addConsentListener')('ad_storage', (type, granted) => log(type, granted));`,
      'gtm.init_consent',
    );
    site.start();
    site.gtag('consent', 'default', { ad_storage: 'denied', wait_for_update: 500 });
    await site.page.drain();
    expect(site.page.logs).toEqual([]);
    site.page.advance(500);
    await site.page.drain();
    expect(site.page.logs).toEqual([['ad_storage', false]]);
  });

  test('says nothing more when an update came first', async () => {
    const site = createSite();
    site.tag(
      `require('addConsentListener')('ad_storage', (type, granted) => log(type, granted));`,
      'gtm.init_consent',
    );
    site.start();
    site.gtag('consent', 'default', { ad_storage: 'denied', wait_for_update: 500 });
    site.gtag('consent', 'update', { ad_storage: 'denied' });
    site.page.advance(500);
    await site.page.drain();
    expect(site.page.logs).toEqual([['ad_storage', false]]);
  });
});

describe('google_tag_data.ics', () => {
  test('can be copied by its entries, not itself', async () => {
    const site = createSite({ region: 'ES' });
    const permissions = [
      ...makeTemplate('').permissions,
      grantGlobals({ 'google_tag_data.ics': 'r', 'google_tag_data.ics.entries': 'r' }),
    ];
    const code = `const copy = require('copyFromWindow');
      log(copy('google_tag_data.ics'), copy('google_tag_data.ics.entries'));`;
    site.addTemplate(makeTemplate(code, permissions), {}, 'go');
    site.gtag('consent', 'default', {
      ad_storage: 'denied',
      region: ['ES'],
      wait_for_update: 500,
    });
    site.gtag('consent', 'update', { custom: 'granted' });
    site.dataLayer.push({ event: 'go' });
    site.start();
    await site.page.drain();
    expect(site.page.logs).toEqual([
      [
        undefined,
        {
          ad_storage: { quiet: true, default: false, region: 'ES' },
          custom: { quiet: false, update: true },
        },
      ],
    ]);
  });

  test.each(['__proto__', 'constructor'])('holds the type %s as its own key', (type) => {
    const site = createSite();
    site.gtag('consent', 'default', JSON.parse(`{"${type}":"denied"}`));
    site.start();
    const data = site.page.window['google_tag_data'];
    const { entries } = (data as { ics: { entries: object } }).ics;
    expect(Object.keys(entries)).toEqual([type]);
    expect(Object.getPrototypeOf(entries)).toBe(Object.prototype);
  });

  test('of the page is left alone', () => {
    const site = createSite();
    expect(site.page.window['google_tag_data']).toHaveProperty('ics.entries');
    const own = { ics: 'own' };
    const page = createMemoryPage({ url: 'https://www.example.com/' });
    page.window['google_tag_data'] = own;
    createContainer({ page });
    expect(own.ics).toBe('own');
  });
});
