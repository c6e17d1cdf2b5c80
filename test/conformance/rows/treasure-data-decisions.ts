import { SNOWPLOW_DEFAULTS, TREASURE_DATA_DEFAULTS } from '../../../src/core/constants.ts';
import { newUuid } from '../../../src/core/new-uuid.ts';
import type { Config, TreasureDataConfig } from '../../../src/core/types.ts';
import { basePage, cookies, jar, stored } from './base.ts';
import type { DecisionRow } from './base.ts';

const KNOWN = '7dcb1c5f-1111-4222-8333-444455556666';
/** What rows draw: the randoms are 42, 1, 2, 3 and so on. */
const NEW = newUuid([14, 15, 16, 17, 18]);
const SHARED = newUuid([4, 5, 6, 7, 8]);
const ONE = newUuid([42, 1, 2, 3, 4]);
const SERVER_ID = '0b8b6c2e-1111-4222-8333-444455556666';
const withServer = { serverUrl: 'www.example.com/fpid' };

/** A site with Treasure Data alone. */
function treasureData(
  settings: Partial<TreasureDataConfig> = {},
  config: Partial<Config> = {},
): Partial<Config> {
  return {
    d8a: false,
    propertyIds: [],
    treasureData: { ...TREASURE_DATA_DEFAULTS, ...settings },
    ...config,
  };
}

const all = (oneVisitorId: boolean) =>
  treasureData(
    {},
    {
      d8a: true,
      propertyIds: ['P'],
      snowplow: { ...SNOWPLOW_DEFAULTS, hash: '8809' },
      oneVisitorId,
    },
  );

const idRows: DecisionRow[] = [
  {
    that: 'Treasure Data: a new visitor in signed mode gets a client ID, with the SDK’s attributes',
    config: treasureData(),
    snapshot: {},
    plan: {
      kind: 'act',
      server: 'none',
      writes: [
        { name: '_td', value: NEW, store: 'cookie', maxAgeSeconds: 63072000, sameSite: 'None' },
      ],
    },
    page: {
      clientId: NEW,
      sessionId: '',
      sessionNumber: 0,
      source: 'new',
      treasureData: { clientId: NEW, globalId: '', isSigned: true, areEventsBlocked: false },
      reasons: ['consent_granted', 'treasure_data_id_new'],
    },
  },
  {
    that: 'Treasure Data: a known client ID is written again, so that its lifetime starts anew',
    config: treasureData(),
    snapshot: { stored: jar({ _td: KNOWN, _td_global: 'g1', __td_blockEvents: 'true' }) },
    plan: { kind: 'act', writes: [{ name: '_td', value: KNOWN }] },
    page: {
      source: 'cookie',
      treasureData: { clientId: KNOWN, globalId: 'g1', isSigned: true, areEventsBlocked: true },
    },
  },
  {
    that: 'Treasure Data: once the endpoint keeps the client ID, script does not write it again',
    config: treasureData({}, withServer),
    snapshot: { stored: jar({ _td: KNOWN }), serverId: SERVER_ID },
    plan: { kind: 'act', writes: [], server: 'none' },
  },
  {
    that: 'Treasure Data alone has its cookie renewed at one page view in sixteen',
    config: treasureData({}, withServer),
    snapshot: {
      stored: jar({ _td: KNOWN }),
      serverId: SERVER_ID,
      randoms: Array<number>(19).fill(32),
    },
    plan: { kind: 'act', writes: [], server: 'renew' },
  },
  {
    that: 'Treasure Data: any text that a page has given is a client ID, but not undefined',
    config: treasureData(),
    snapshot: { stored: { _td: [stored('undefined'), stored('member 42')] } },
    plan: { kind: 'act', writes: [{ name: '_td', value: 'member 42' }] },
    page: { clientId: 'member 42' },
  },
  {
    that: 'Treasure Data: the text undefined is replaced',
    config: treasureData(),
    snapshot: { stored: jar({ _td: 'undefined' }) },
    plan: { kind: 'act', writes: [{ name: '_td', value: NEW }] },
    page: {
      reasons: ['consent_granted', 'treasure_data_id_malformed', 'treasure_data_id_new'],
    },
  },
  {
    that: 'Treasure Data: of two client IDs the one on the widest domain stays',
    config: treasureData({}, withServer),
    snapshot: {
      serverId: SERVER_ID,
      stored: { _td: [stored('other', 'www.example.com', true), stored(KNOWN, 'example.com')] },
    },
    plan: { kind: 'act', server: 'renew' },
    page: { clientId: KNOWN },
  },
  {
    that: 'Treasure Data: storage.name names the cookie',
    config: treasureData({ cookieName: 'site_td' }),
    snapshot: {},
    plan: { kind: 'act', writes: [{ name: 'site_td', value: NEW }] },
  },
  {
    that: 'Treasure Data: a visitor whom only the server knows asks for the client ID',
    config: treasureData({}, withServer),
    snapshot: { serverId: SERVER_ID },
    plan: { kind: 'askServer', askFor: ['_td'], erase: [] },
  },
];

const modeRows: DecisionRow[] = [
  {
    that: 'Treasure Data: where local storage cannot tell the mode, it is anonymous',
    config: treasureData({ storeConsentByLocalStorage: true }),
    snapshot: { stored: jar({ _td: KNOWN }) },
    plan: { kind: 'act', writes: [], erase: [] },
    page: {
      clientId: '',
      treasureData: { clientId: '', globalId: '', isSigned: false, areEventsBlocked: false },
      reasons: ['consent_granted', 'treasure_data_anonymous'],
    },
  },
  {
    that: 'Treasure Data: where local storage says nothing of the mode, it is the one to start in',
    config: treasureData({ storeConsentByLocalStorage: true }),
    snapshot: { hasLocalStorage: true },
    plan: { kind: 'act', writes: [{ name: '_td', value: NEW }] },
  },
  {
    that: 'Treasure Data: before consent local storage is not read, and the ID is in memory',
    config: treasureData({ storeConsentByLocalStorage: true }),
    snapshot: { consent: { state: 'denied', source: 'default' } },
    plan: { kind: 'act', writes: [] },
    page: { clientId: NEW, source: 'memory' },
  },
  {
    that: 'Treasure Data: anonymous mode keeps nothing, and shows no ID that is stored',
    config: treasureData(),
    snapshot: { stored: jar({ _td: KNOWN, _td_global: 'g1', __td_signed: 'false' }) },
    plan: { kind: 'act', writes: [], erase: [] },
    page: {
      clientId: '',
      treasureData: { clientId: '', globalId: '', isSigned: false, areEventsBlocked: false },
      reasons: ['consent_granted', 'treasure_data_anonymous'],
    },
  },
  {
    that: 'Treasure Data: without startInSignedMode a visitor without a choice is anonymous',
    config: treasureData({ startInSignedMode: false }),
    snapshot: {},
    plan: { kind: 'act', writes: [] },
    page: { reasons: ['consent_granted', 'treasure_data_anonymous'] },
  },
  {
    that: 'Treasure Data: a stored choice of signed mode beats startInSignedMode',
    config: treasureData({ startInSignedMode: false }),
    snapshot: { stored: jar({ __td_signed: 'true' }) },
    plan: { kind: 'act', writes: [{ name: '_td', value: NEW }] },
  },
  {
    that: 'Treasure Data: of two stored choices the refusal counts',
    config: treasureData(),
    snapshot: { stored: { __td_signed: [stored('true'), stored('false')] } },
    plan: { kind: 'act', writes: [] },
    page: { reasons: ['consent_granted', 'treasure_data_anonymous'] },
  },
  {
    that: 'Treasure Data: denied consent keeps the client ID in memory',
    config: treasureData(),
    snapshot: { consent: { state: 'denied', source: 'default' } },
    plan: { kind: 'act', writes: [] },
    page: {
      clientId: NEW,
      source: 'memory',
      memory: { treasureData: { values: { client: NEW }, isHitPending: true } },
      reasons: ['consent_denied', 'treasure_data_id_memory'],
    },
  },
  {
    that: 'Treasure Data: a grant on the same page stores the client ID in memory',
    config: treasureData(),
    snapshot: {
      trigger: 'consentChange',
      page: {
        ...basePage,
        memory: { treasureData: { values: { client: KNOWN }, isHitPending: true } },
      },
    },
    plan: { kind: 'act', writes: [{ name: '_td', value: KNOWN }] },
    page: { source: 'promoted', reasons: ['consent_granted', 'treasure_data_id_promoted'] },
  },
  {
    that: 'Treasure Data: withdrawal erases ids, permissions and the SDK’s probes',
    config: treasureData(),
    snapshot: {
      host: 'www.example.com',
      consent: { state: 'withdrawn', source: 'update' },
      serverId: SERVER_ID,
      stored: jar({ _td: KNOWN, __td_signed: 'true', _td_global: 'g1', __td_blockEvents: 'true' }),
    },
    plan: {
      kind: 'act',
      writes: [],
      erase: cookies(
        '_td',
        '__td_signed',
        '_td_global',
        '_td_ssc_id',
        '_td_domain_example.com',
        '_td_domain_www.example.com',
      ),
      server: 'none',
    },
    page: {
      treasureData: { clientId: NEW, globalId: '', isSigned: true, areEventsBlocked: true },
    },
  },
  {
    that: 'Treasure Data: the server id is left to the endpoint to erase, as the sign that it has yet to',
    config: treasureData({}, withServer),
    snapshot: {
      host: 'localhost',
      consent: { state: 'withdrawn', source: 'update' },
      serverId: SERVER_ID,
      stored: jar({ _td: KNOWN }),
    },
    plan: { kind: 'act', erase: cookies('_td'), server: 'forget' },
  },
  {
    that: 'Treasure Data: withdrawal calls the endpoint while the server id is all that is left',
    config: treasureData({}, withServer),
    snapshot: { consent: { state: 'withdrawn', source: 'update' }, serverId: SERVER_ID },
    plan: { kind: 'act', erase: [], server: 'forget' },
    page: { reasons: ['consent_withdrawn', 'treasure_data_id_memory'] },
  },
  {
    that: 'Treasure Data: withdrawal leaves a refusal where it is',
    config: treasureData({ storeConsentByLocalStorage: true }),
    snapshot: {
      host: 'localhost',
      consent: { state: 'withdrawn', source: 'update' },
      stored: jar({ _td: KNOWN, __td_signed: 'false' }),
    },
    plan: { kind: 'act', erase: cookies('_td') },
  },
  {
    that: 'Treasure Data: a choice in local storage is erased there',
    config: treasureData({ storeConsentByLocalStorage: true }),
    snapshot: { action: 'forget', host: 'localhost', stored: jar({ __td_signed: 'true' }) },
    plan: { kind: 'act', erase: [{ name: '__td_signed', store: 'localStorageKey' }] },
  },
];

/** What a row says of the ids: the rest of these parts has rows of its own. */
const ids = (domainUserId: string, clientId: string) => ({
  snowplow: { domainUserId },
  treasureData: { clientId, globalId: '', isSigned: true, areEventsBlocked: false },
});

const sharedRows: DecisionRow[] = [
  {
    that: 'each format has an id of its own',
    config: all(false),
    snapshot: {},
    plan: { kind: 'act' },
    page: {
      clientId: '42.1700000000',
      ...ids(SHARED, NEW),
    },
  },
  {
    that: 'one visitor id gives a new visitor one UUID in all formats, and d8a a number made of it',
    config: all(true),
    snapshot: { randoms: [42, 1, 2, 3, 4, ...Array<number>(14).fill(9)] },
    plan: { kind: 'act' },
    page: {
      clientId: '336.1700000000',
      ...ids(ONE, ONE),
    },
  },
  {
    that: 'one visitor id: a visitor new to Snowplow gets the id that Treasure Data knows',
    config: all(true),
    snapshot: { stored: jar({ _td: KNOWN, _d8a: 'C1.1.5.1690000000' }) },
    plan: { kind: 'act' },
    page: {
      clientId: '5.1690000000',
      ...ids(KNOWN, KNOWN),
    },
  },
  {
    that: 'one visitor id: after a withdrawal the page’s id is a new one',
    config: all(true),
    snapshot: {
      consent: { state: 'withdrawn', source: 'update' },
      stored: jar({ _td: KNOWN }),
    },
    plan: { kind: 'act', writes: [] },
    page: { source: 'memory', ...ids(ONE, ONE) },
  },
  {
    that: 'one visitor id never changes what is stored',
    config: all(true),
    snapshot: {
      stored: jar({
        _td: KNOWN,
        '_sp_id.8809': `${SHARED}.1690000000.3.1699999940.1699990000.s.p..5.4`,
      }),
    },
    plan: { kind: 'act' },
    page: { ...ids(SHARED, KNOWN) },
  },
];

/** Each row: what the core decides about Treasure Data's cookies, in one situation. */
export const treasureDataDecisionRows: DecisionRow[] = [...idRows, ...modeRows, ...sharedRows];
