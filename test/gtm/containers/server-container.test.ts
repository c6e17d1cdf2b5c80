import { describe, expect, test } from '@jest/globals';
import { clientFieldsFor } from '../../../src/gtm/containers/server-container.ts';

describe('the client of a site', () => {
  test.each([
    [{ serverUrl: 'www.example.com/ids/' }, { basePath: '/ids' }],
    [
      { cookiePrefix: 'shop', sessionTimeoutMinutes: 5 },
      { d8aPrefixes: 'shop', sessionTimeoutMinutes: 5 },
    ],
    [{ snowplow: true }, { snowplowPrefixes: '_sp_' }],
    [
      { snowplow: true, snowplowCookieName: 'sp', snowplowOptOutCookie: 'no_thanks' },
      { snowplowPrefixes: 'sp', snowplowOptOutCookie: 'no_thanks' },
    ],
    [{ snowplowCookieName: 'sp', snowplowOptOutCookie: 'no_thanks' }, {}],
    [{ treasureData: true }, { treasureDataNames: '_td' }],
    [{ treasureData: true, treasureDataCookieName: 'td' }, { treasureDataNames: 'td' }],
    [{ treasureData: true, treasureDataStoreConsentByLocalStorage: true }, {}],
  ])('whose tag says %j gets the fields %j', (tag, fields) => {
    expect(clientFieldsFor(tag)).toEqual(fields);
  });
});
