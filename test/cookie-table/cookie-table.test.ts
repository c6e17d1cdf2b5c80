import { describe, expect, test } from '@jest/globals';
import { makeCookieTable, printers, type Settings } from '../../src/cookie-table/index.ts';
import { allFormats } from '../../src/core/formats/all-formats.ts';
import { storedEntries } from '../../src/core/stored-entries.ts';
import { baseConfig } from '../conformance/rows/base.ts';

const settings: Settings = {
  d8a: 'true',
  propertyIds: 'p1, p2',
  cookiePrefix: '',
  cookieDomain: 'auto',
  cookieMaxAgeDays: '730',
  storage: 'cookie',
  sessionTimeoutMinutes: '30',
  sessionKeeper: 'thisTag',
  consentType: 'analytics_storage',
  unsetConsent: 'grant',
  onWithdrawal: 'erase',
  serverUrl: 'www.example.com/fpid',
};

const namesOf = (own: Settings, server: Settings = {}) =>
  makeCookieTable({ ...settings, ...own }, server).items.map(({ name }) => name);
const itemOf = (name: string, own: Settings = {}, server: Settings = {}) =>
  makeCookieTable({ ...settings, ...own }, server).items.find((item) => item.name === name);
const answerTo = (start: string, own: Settings = {}) =>
  makeCookieTable({ ...settings, ...own }).consent.find(({ question }) =>
    question.startsWith(start),
  )?.answer;

const endpoint = ['first_party_id', '_td_ssc_id', 'first_party_backup'];

describe('the cookie table', () => {
  test.each<[string, Settings, string[]]>([
    ['d8a', {}, ['_d8a', '_d8a_p1', '_d8a_p2', ...endpoint, 'first_party_id_probe']],
    [
      'd8a with a prefix',
      { cookiePrefix: 'shop', propertyIds: 'p', serverUrl: '' },
      ['shop_d8a', 'shop_d8a_p', 'first_party_id_probe'],
    ],
    [
      'local storage',
      { storage: 'localStorage', serverUrl: '', cookieDomain: 'none' },
      ['first_party_id'],
    ],
    [
      'd8a that takes over Google’s client ID',
      { adoptGoogleClientId: 'true', propertyIds: 'p', serverUrl: '', cookieDomain: 'none' },
      ['_d8a', '_d8a_p'],
    ],
    ['no storage', { storage: 'none' }, []],
    [
      'Snowplow',
      { d8a: 'false', snowplow: 'true', snowplowHash: '1fff', serverUrl: '', cookieDomain: 'none' },
      ['_sp_id.1fff', '_sp_ses.1fff'],
    ],
    [
      'Snowplow without its digits',
      {
        d8a: 'false',
        snowplow: 'true',
        snowplowCookieName: 'own_',
        serverUrl: '',
        cookieDomain: 'none',
      },
      ['own_id.****', 'own_ses.****'],
    ],
    [
      'anonymous Snowplow',
      {
        d8a: 'false',
        snowplow: 'true',
        snowplowAnonymousTracking: 'anonymous',
        serverUrl: '',
        cookieDomain: 'none',
      },
      [],
    ],
    [
      'Treasure Data',
      { d8a: 'false', treasureData: 'true', serverUrl: '', cookieDomain: 'none' },
      ['_td', '__td_signed', '__td_blockEvents', '_td_global'],
    ],
  ])('of %s has its names', (_, own, names) => {
    expect(namesOf(own)).toEqual(names);
  });

  test('has every name that the core reads or writes', () => {
    const own = {
      snowplow: 'true',
      snowplowHash: '1fff',
      treasureData: 'true',
      propertyIds: 'p',
      serverUrl: '',
      cookieDomain: 'none',
    };
    const config = {
      ...baseConfig,
      propertyIds: ['p'],
      snowplow: {
        cookieName: '_sp_',
        hash: '1fff',
        hashedText: '',
        stateStorage: 'cookie' as const,
        anonymousTracking: 'off' as const,
        optOutCookie: '',
      },
      treasureData: {
        cookieName: '_td',
        startInSignedMode: true,
        storeConsentByLocalStorage: false,
      },
    };
    const stored = storedEntries(allFormats(), config).map(({ name }) => name);
    expect(namesOf(own).toSorted()).toEqual(stored.toSorted());
  });

  test.each<[string, string, Settings]>([
    ['730 days; browsers keep it at most 400 days', '_d8a', {}],
    ['1 day', '_d8a', { cookieMaxAgeDays: '1' }],
    ['until the browser is closed', '_d8a', { cookieMaxAgeDays: '0' }],
    ['20 minutes', '_sp_ses.****', { snowplow: 'true', sessionTimeoutMinutes: '20' }],
    ['730 days', 'first_party_id', { storage: 'localStorage', serverUrl: '' }],
    [
      'until it is erased',
      '__td_signed',
      { treasureData: 'true', treasureDataStoreConsentByLocalStorage: 'true' },
    ],
  ])('says %j of %s', (lifetime, name, own) => {
    expect(itemOf(name, own)?.lifetime).toBe(lifetime);
  });

  test('takes names and lifetimes of the endpoint from its settings', () => {
    const server = { serverCookieName: 'sid', maxAgeDays: '90', signing: 'off' };
    expect(namesOf({}, server)).not.toContain('first_party_backup');
    expect(itemOf('sid', {}, server)?.lifetime).toBe('90 days');
  });

  test.each<[string, string, Settings, string]>([
    ['_d8a', 'setBy', {}, 'the First-Party ID tag; renewed by your cookie endpoint'],
    [
      '_d8a',
      'setBy',
      { serverUrl: '', sessionKeeper: 'tracker' },
      'the First-Party ID tag, and the tracker on the page',
    ],
    ['_sp_ses.1fff', 'setBy', { snowplow: 'true', snowplowHash: '1fff' }, 'the First-Party ID tag'],
    ['_d8a', 'erased', {}, 'when consent is withdrawn, or the visitor asks to be forgotten'],
    ['_d8a', 'erased', { onWithdrawal: 'keep' }, 'when the visitor asks to be forgotten'],
    ['first_party_id_probe', 'erased', {}, 'at once, by the tag itself'],
  ])('says of %s who it is %s with %j', (name, property, own, text) => {
    expect(itemOf(name, own)).toHaveProperty(property, text);
  });
});

describe('the consent record', () => {
  test.each<[string, Settings, string]>([
    ['Which consent', { consentType: 'ad_storage' }, 'ad_storage, as Google’s tags know it.'],
    ['What if nobody', {}, 'That counts as granted.'],
    ['What if nobody', { unsetConsent: 'wait' }, 'That counts as denied.'],
    ['How long', { waitForUpdateMillis: '500' }, 'At most 500 milliseconds a page.'],
    [
      'What happens when it is withdrawn',
      { onWithdrawal: 'keep' },
      'What is stored stays, and is not used.',
    ],
    [
      'What happens when it is withdrawn',
      {},
      'What is stored is erased in the browser and at the endpoint, as listed above.',
    ],
    [
      'What happens when it is withdrawn',
      { serverUrl: '' },
      'What is stored is erased in the browser, as listed above.',
    ],
    ['Does Global', {}, 'No.'],
    ['Does Global', { privacySignal: 'true' }, 'Yes, as denied.'],
  ])('answers "%s" with %j', (start, own, answer) => {
    expect(answerTo(start, own)).toBe(answer);
  });

  test('does not speak of waiting where nothing is waited for', () => {
    expect(answerTo('How long', { waitForUpdateMillis: '0' })).toBeUndefined();
  });
});

describe('the printed table', () => {
  const table = makeCookieTable({ ...settings, propertyIds: 'a|<b>&', serverUrl: '' });

  test('is Markdown', () => {
    const text = printers.md(table);
    expect(text).toContain('| Name | Stored as | Purpose | Set by | Lifetime | Erased |\n| --- |');
    expect(text).toContain('| `_d8a_a\\|<b>&` | cookie |');
    expect(text).toContain('\n- **What happens when it is granted?** The page’s ID');
  });

  test('is HTML with its texts escaped', () => {
    const text = printers.html(table);
    expect(text).toContain(
      '<th scope="row"><code>_d8a_a|&lt;b&gt;&amp;</code></th><td>cookie</td>',
    );
    expect(text).toContain('  <dt>What if nobody has said anything?</dt>\n  <dd>');
  });

  test('is JSON', () => {
    expect(JSON.parse(printers.json(table))).toEqual(JSON.parse(JSON.stringify(table)));
  });

  test.each(['md', 'html'] as const)('says in %s that nothing is stored', (format) => {
    const nothing = makeCookieTable({ ...settings, storage: 'none' });
    expect(printers[format](nothing)).toContain('Nothing is stored.');
  });
});
