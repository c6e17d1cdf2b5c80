import { describe, expect, test } from '@jest/globals';
import { hosts } from './hosts.ts';
import { baseConfig, baseSnapshot } from './rows/base.ts';
import { consentRows } from './rows/consent.ts';
import { decisionRows } from './rows/decisions.ts';
import { snowplowDecisionRows } from './rows/snowplow-decisions.ts';
import { treasureDataDecisionRows } from './rows/treasure-data-decisions.ts';

describe.each(hosts)('consent $name', (host) => {
  test.each(consentRows)('$that', ({ signals, before, consent }) => {
    const { record, gtagEntries = [], d8aEntries, ...others } = signals;
    const all = {
      isGranted: true,
      entry: host.call('readConsentEntry', record, 'analytics_storage'),
      heardUpdate: undefined,
      privacySignal: false,
      gtag: host.call('readConsentCommands', gtagEntries, 'analytics_storage'),
      d8a: host.call('readConsentCommands', d8aEntries, 'analytics_storage'),
      ...others,
    };
    expect(host.call('resolveConsent', all, before)).toEqual(consent);
  });
});

describe.each(hosts)('decide $name', (host) => {
  test.each([...decisionRows, ...snowplowDecisionRows, ...treasureDataDecisionRows])(
    '$that',
    (row) => {
      const plan = host.call(
        'decideAll',
        { ...baseConfig, ...row.config },
        { ...baseSnapshot, ...row.snapshot },
      );
      expect(plan).toMatchObject(row.plan);
      if (row.page) expect(plan).toMatchObject({ page: row.page });
    },
  );
});
