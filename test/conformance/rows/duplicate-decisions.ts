import { SNOWPLOW_DEFAULTS, TREASURE_DATA_DEFAULTS } from '../../../src/core/constants.ts';
import type { Config } from '../../../src/core/types.ts';
import { basePage, CLIENT, cookies, jar, NOW_MILLIS, SESSION, stored } from './base.ts';
import type { DecisionRow } from './base.ts';

const SERVER_ID = '0b8b6c2e-1111-4222-8333-444455556666';
const NEXT_SESSION = 'S1.1.s1699999000$o7$g0$t1700000000$j3$dabc';
const SP_ID = 'u.1690000000.3.1699999940.1.s.p.e.5.4';
const justOpened = { ...basePage, startedMillis: NOW_MILLIS - 1000 };
const withServer = { serverUrl: 'www.example.com/fpid' };
const junk = stored('junk', 'example.com');
const removed = (value: string) => stored(value, '', true);

const snowplow: Partial<Config> = {
  d8a: false,
  propertyIds: [],
  snowplow: { ...SNOWPLOW_DEFAULTS, hash: '8809' },
};
const treasureData: Partial<Config> = {
  d8a: false,
  propertyIds: [],
  treasureData: TREASURE_DATA_DEFAULTS,
};

/** What reading removed of a visitor's goes back, whatever the action. */
export const duplicateDecisionRows: DecisionRow[] = [
  {
    that: 'an engagement that comes too early writes back a client removed beside a malformed one',
    snapshot: {
      action: 'engage',
      page: justOpened,
      stored: { _d8a: [removed(CLIENT), junk], _d8a_P: [stored(SESSION)] },
    },
    plan: { kind: 'act', writes: [{ name: '_d8a', value: CLIENT }] },
    page: { clientId: '5.1690000000' },
  },
  {
    that: 'an engagement that comes too early writes back a session removed beside a malformed one',
    snapshot: {
      action: 'engage',
      page: justOpened,
      stored: { _d8a: [stored(CLIENT)], _d8a_P: [removed(SESSION), junk] },
    },
    plan: { kind: 'act', writes: [{ name: '_d8a_P', value: SESSION }] },
  },
  {
    that: 'an engagement without a client writes back the session',
    snapshot: { action: 'engage', stored: { _d8a_P: [removed(SESSION), junk] } },
    plan: { kind: 'act', writes: [{ name: '_d8a_P', value: SESSION }] },
    page: { source: 'memory' },
  },
  {
    that: 'a client of another version does not keep the session from being written back',
    snapshot: { stored: { ...jar({ _d8a: 'C2.1.x' }), _d8a_P: [removed(SESSION), junk] } },
    plan: { kind: 'act', writes: [{ name: '_d8a_P', value: SESSION }] },
  },
  {
    that: 'what was removed is written once, with this page view in it',
    snapshot: {
      serverId: SERVER_ID,
      stored: { _d8a: [stored(CLIENT)], _d8a_P: [removed(SESSION), junk] },
    },
    plan: { kind: 'act', writes: [{ name: '_d8a_P', value: NEXT_SESSION }] },
  },
  {
    that: 'what was removed is written back before the endpoint is asked for the rest',
    config: withServer,
    snapshot: { serverId: SERVER_ID, stored: { _d8a_P: [removed(SESSION), junk] } },
    plan: {
      kind: 'askServer',
      askFor: ['_d8a'],
      erase: [],
      writes: [{ name: '_d8a_P', value: SESSION }],
    },
  },
  {
    that: 'malformed duplicates are erased, and not written back',
    config: withServer,
    snapshot: {
      serverId: SERVER_ID,
      stored: { _d8a: [stored(CLIENT)], _d8a_P: [removed('more junk'), junk] },
    },
    plan: { kind: 'askServer', askFor: ['_d8a_P'], erase: cookies('_d8a_P'), writes: [] },
  },
  {
    that: 'an engagement writes back Snowplow’s cookies as they were',
    config: snowplow,
    snapshot: {
      action: 'engage',
      stored: {
        '_sp_id.8809': [removed(SP_ID), junk],
        '_sp_ses.8809': [removed('*'), stored('', 'example.com')],
      },
    },
    plan: {
      kind: 'act',
      writes: [
        { name: '_sp_ses.8809', value: '*', maxAgeSeconds: 1800 },
        { name: '_sp_id.8809', value: SP_ID },
      ],
    },
  },
  {
    that: 'Snowplow’s session cookie that is still there is not written back',
    config: snowplow,
    snapshot: {
      action: 'engage',
      stored: {
        '_sp_id.8809': [stored(SP_ID)],
        '_sp_ses.8809': [removed('*'), stored('*', 'example.com')],
      },
    },
    plan: { kind: 'act', writes: [] },
  },
  {
    that: 'an engagement writes back Treasure Data’s client ID',
    config: treasureData,
    snapshot: {
      action: 'engage',
      stored: { _td: [removed('known'), stored('undefined', 'example.com')] },
    },
    plan: { kind: 'act', writes: [{ name: '_td', value: 'known', sameSite: 'None' }] },
  },
  {
    that: 'Treasure Data’s anonymous mode writes back what was removed of a client ID kept from before',
    config: treasureData,
    snapshot: {
      stored: {
        _td: [removed('known'), stored('undefined', 'example.com')],
        ...jar({ __td_signed: 'false' }),
      },
    },
    plan: { kind: 'act', writes: [{ name: '_td', value: 'known' }] },
    page: { clientId: '', reasons: ['consent_granted', 'treasure_data_anonymous'] },
  },
];
