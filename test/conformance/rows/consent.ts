import type { Consent, ConsentSignals, ConsentState } from '../../../src/core/types.ts';

export interface ConsentRow {
  that: string;
  signals: Partial<Omit<ConsentSignals, 'entry' | 'gtag' | 'd8a'>> & {
    /** What stands in Google's own record; anything, since its shape is not documented. */
    record?: unknown;
    /** What stands in the data layers; anything, since pages put anything there. */
    gtagEntries?: unknown;
    d8aEntries?: unknown;
  };
  before?: ConsentState;
  consent: Consent;
}

const TYPE = 'analytics_storage';

function recorded(entry: object): object {
  return { [TYPE]: { quiet: false, region: undefined, ...entry } };
}

function command(action: string, value: unknown, more: object = {}): unknown[] {
  return ['consent', action, { [TYPE]: value, ...more }];
}

/** From the signals of a page to the state of consent. */
export const consentRows: ConsentRow[] = [
  {
    that: 'nobody has said anything',
    signals: {},
    consent: { state: 'unset', source: 'none' },
  },
  {
    that: 'a default denies',
    signals: { isGranted: false, gtagEntries: [command('default', 'denied')] },
    consent: { state: 'denied', source: 'default' },
  },
  {
    that: 'a default denies that another template set, which the data layer does not show',
    signals: { isGranted: false, gtagEntries: [undefined, { event: 'gtm.js' }] },
    consent: { state: 'denied', source: 'google' },
  },
  {
    that: 'a default grants',
    signals: { gtagEntries: [command('default', 'granted')] },
    consent: { state: 'granted', source: 'default' },
  },
  {
    that: 'an update grants after a default that denied',
    signals: { gtagEntries: [command('default', 'denied'), command('update', 'granted')] },
    consent: { state: 'granted', source: 'update' },
  },
  {
    that: 'an update denies',
    signals: {
      isGranted: false,
      gtagEntries: [command('default', 'denied'), command('update', 'denied')],
    },
    consent: { state: 'withdrawn', source: 'update' },
  },
  {
    that: 'a listener heard a refusal that the data layer does not show',
    signals: { isGranted: false, heardUpdate: false, gtagEntries: [undefined] },
    consent: { state: 'withdrawn', source: 'update' },
  },
  {
    that: 'a listener heard a grant that the data layer does not show',
    signals: { heardUpdate: true, gtagEntries: [undefined] },
    consent: { state: 'granted', source: 'update' },
  },
  {
    that: 'a page that was withdrawn stays so',
    signals: { isGranted: false },
    before: 'withdrawn',
    consent: { state: 'withdrawn', source: 'update' },
  },
  {
    that: 'a default that denies for another region leaves the type unset here',
    signals: { gtagEntries: [command('default', 'denied', { region: ['DE'] })] },
    consent: { state: 'unset', source: 'google' },
  },
  {
    that: 'Google has recorded a default that denies, and a listener heard of it late',
    signals: { isGranted: false, heardUpdate: false, record: recorded({ default: false }) },
    consent: { state: 'denied', source: 'default' },
  },
  {
    that: 'Google has recorded an update that denies, which nobody heard',
    signals: { isGranted: false, record: recorded({ default: true, update: false }) },
    consent: { state: 'withdrawn', source: 'update' },
  },
  {
    that: 'Google has recorded an update that denies without a default',
    signals: { isGranted: false, record: recorded({ update: false }) },
    consent: { state: 'withdrawn', source: 'update' },
  },
  {
    that: 'a page that was withdrawn stays so whatever default Google has recorded',
    signals: { isGranted: false, record: recorded({ default: false }) },
    before: 'withdrawn',
    consent: { state: 'withdrawn', source: 'update' },
  },
  {
    that: 'Google has recorded a grant by update, which the data layer does not show',
    signals: { record: recorded({ default: false, update: true }), gtagEntries: [undefined] },
    consent: { state: 'granted', source: 'update' },
  },
  {
    that: 'Google has recorded a grant by default, which the data layer does not show',
    signals: { record: recorded({ default: true }) },
    consent: { state: 'granted', source: 'default' },
  },
  {
    that: 'Google’s word is a grant although its record has a default that denies',
    signals: { record: recorded({ default: false }) },
    consent: { state: 'granted', source: 'default' },
  },
  {
    that: 'Google’s record beats commands that it has not come to yet',
    signals: {
      isGranted: false,
      record: recorded({ default: false }),
      gtagEntries: [command('default', 'denied'), command('update', 'denied')],
    },
    consent: { state: 'denied', source: 'default' },
  },
  {
    that: 'Google’s record of the type beats d8a’s own word',
    signals: { record: recorded({ default: true }), d8aEntries: [command('update', 'denied')] },
    consent: { state: 'granted', source: 'default' },
  },
  {
    that: 'a privacy signal denies whatever Google has recorded',
    signals: { privacySignal: true, record: recorded({ update: true }) },
    consent: { state: 'denied', source: 'privacySignal' },
  },
  ...[
    undefined,
    null,
    'text',
    {},
    { [TYPE]: undefined },
    { [TYPE]: 'granted' },
    recorded({ implicit: true }),
    recorded({ default: 'denied', update: 1 }),
    { ad_storage: { default: false, update: false } },
  ].map((record) => ({
    that: `Google’s record has nothing of use: ${JSON.stringify(record)}`,
    signals: { isGranted: false, record, gtagEntries: [command('update', 'denied')] },
    consent: { state: 'withdrawn', source: 'update' } as const,
  })),
  {
    that: 'the data layer cannot be read',
    signals: { isGranted: false, gtagEntries: undefined },
    consent: { state: 'denied', source: 'google' },
  },
  {
    that: 'the data layer holds junk of every kind',
    signals: {
      gtagEntries: [
        null,
        undefined,
        5,
        'consent',
        [],
        ['consent'],
        ['consent', 'default', null],
        ['consent', 'default', 'granted'],
        ['consent', 'default', { [TYPE]: undefined }],
        { 0: 'consent' },
      ],
    },
    consent: { state: 'unset', source: 'none' },
  },
  {
    that: 'the data layer is not a list',
    signals: { gtagEntries: { length: 'many' }, d8aEntries: 'text' },
    consent: { state: 'unset', source: 'none' },
  },
  {
    that: 'an update about another type says nothing about this one',
    signals: { gtagEntries: [['consent', 'update', { ad_storage: 'denied' }]] },
    consent: { state: 'unset', source: 'none' },
  },
  {
    that: 'd8a’s own default denies while gtag is silent',
    signals: { d8aEntries: [command('default', 'denied')] },
    consent: { state: 'denied', source: 'd8a' },
  },
  {
    that: 'd8a’s own update denies while gtag is silent',
    signals: { d8aEntries: [command('default', 'granted'), command('update', 'denied')] },
    consent: { state: 'withdrawn', source: 'd8a' },
  },
  {
    that: 'a d8a default that arrives after an update does not win',
    signals: { d8aEntries: [command('update', 'granted'), command('default', 'denied')] },
    consent: { state: 'granted', source: 'd8a' },
  },
  {
    that: 'gtag’s word on the type beats d8a’s',
    signals: {
      gtagEntries: [command('default', 'granted')],
      d8aEntries: [command('update', 'denied')],
    },
    consent: { state: 'granted', source: 'default' },
  },
  {
    that: 'gtag’s word on another type does not hide d8a’s on this one',
    signals: {
      gtagEntries: [['consent', 'default', { ad_storage: 'denied' }]],
      d8aEntries: [command('default', 'denied')],
    },
    consent: { state: 'denied', source: 'd8a' },
  },
  {
    that: 'a privacy signal denies whatever else is said',
    signals: { privacySignal: true, gtagEntries: [command('update', 'granted')] },
    consent: { state: 'denied', source: 'privacySignal' },
  },
  {
    that: 'anything but the word granted is a refusal, as for Google',
    signals: { isGranted: false, gtagEntries: [command('update', 'GRANTED')] },
    consent: { state: 'withdrawn', source: 'update' },
  },
];
