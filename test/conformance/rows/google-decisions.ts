import { basePage, CLIENT, cookies, jar, memoryPage, SESSION, stored } from './base.ts';
import type { DecisionRow } from './base.ts';

const NEW_CLIENT = 'C1.1.42.1700000000';
const NEW_SESSION = 'S1.1.s1700000000$o1$g0$t1700000000$j0$d123';
const GOOGLE = 'GA1.1.457554353.1650000000';
const ADOPTED = 'C1.1.457554353.1650000000';
const SERVER_ID = '0b8b6c2e-1111-4222-8333-444455556666';
const withServer = { serverUrl: 'www.example.com/fpid' };
const adopting = { adoptGoogleClientId: true };

const writesOf = (client: string) => [
  { name: '_d8a_P', value: NEW_SESSION },
  { name: '_d8a', value: client },
];

/** Each row: what the core decides where Google Analytics' client cookie is there. */
export const googleDecisionRows: DecisionRow[] = [
  {
    that: 'Google’s client ID is taken over where d8a has none, and its cookie is left alone',
    config: adopting,
    snapshot: { stored: jar({ _ga: GOOGLE }) },
    plan: { kind: 'act', writes: writesOf(ADOPTED), erase: [] },
    page: {
      clientId: '457554353.1650000000',
      source: 'new',
      reasons: ['consent_granted', 'client_id_adopted', 'session_new'],
    },
  },
  {
    that: 'Google’s client ID is not taken over unasked',
    snapshot: { stored: jar({ _ga: GOOGLE }) },
    plan: { kind: 'act', writes: writesOf(NEW_CLIENT) },
    page: { reasons: ['consent_granted', 'client_id_new', 'session_new'] },
  },
  {
    that: 'without Google’s cookie a visitor gets a client ID of their own',
    config: adopting,
    snapshot: {},
    plan: { kind: 'act', writes: writesOf(NEW_CLIENT) },
  },
  {
    that: 'a malformed cookie of Google’s is ignored',
    config: adopting,
    snapshot: { stored: jar({ _ga: 'GA1.1.amp-abc' }) },
    plan: { kind: 'act', writes: writesOf(NEW_CLIENT), erase: [] },
    page: { reasons: ['consent_granted', 'client_id_new', 'session_new'] },
  },
  {
    that: 'of several cookies of Google’s the oldest that can be read counts',
    config: adopting,
    snapshot: {
      stored: {
        _ga: [
          stored('GA1.1.1.1660000000'),
          stored('GA1.1.1'),
          stored('GA1.1.2.1655000000'),
          stored('GA1.2.457554353.1650000000'),
        ],
      },
    },
    plan: { kind: 'act', writes: writesOf(ADOPTED), erase: [] },
  },
  {
    that: 'a stored client ID goes before Google’s',
    config: adopting,
    snapshot: { stored: jar({ _ga: GOOGLE, _d8a: CLIENT, _d8a_P: SESSION }) },
    plan: { kind: 'act' },
    page: { clientId: '5.1690000000', source: 'cookie' },
  },
  {
    that: 'a client ID in memory goes before Google’s',
    config: adopting,
    snapshot: { trigger: 'consentChange', page: memoryPage, stored: jar({ _ga: GOOGLE }) },
    plan: { kind: 'act' },
    page: { clientId: '7.1699999990', source: 'promoted' },
  },
  {
    that: 'the endpoint is asked for a lost client ID before Google’s is taken over',
    config: { ...adopting, ...withServer },
    snapshot: { serverId: SERVER_ID, stored: jar({ _ga: GOOGLE }) },
    plan: { kind: 'askServer', askFor: ['_d8a', '_d8a_P'], erase: [] },
  },
  {
    that: 'a client ID that the endpoint has brought back goes before Google’s',
    config: { ...adopting, ...withServer },
    snapshot: {
      serverId: SERVER_ID,
      stored: jar({ _ga: GOOGLE, _d8a: CLIENT, _d8a_P: SESSION }),
      restore: { state: 'answered', askedFor: ['_d8a', '_d8a_P'] },
    },
    plan: { kind: 'act' },
    page: { clientId: '5.1690000000', source: 'restored' },
  },
  {
    that: 'Google’s client ID is taken over where the endpoint has none to bring back',
    config: { ...adopting, ...withServer },
    snapshot: {
      serverId: SERVER_ID,
      stored: jar({ _ga: GOOGLE }),
      restore: { state: 'answered', askedFor: ['_d8a', '_d8a_P'] },
    },
    plan: { kind: 'act', writes: writesOf(ADOPTED), server: 'none' },
  },
  {
    that: 'a malformed client cookie is replaced by Google’s client ID',
    config: adopting,
    snapshot: { stored: jar({ _ga: GOOGLE, _d8a: 'bad' }) },
    plan: { kind: 'act', writes: writesOf(ADOPTED) },
    page: {
      reasons: ['consent_granted', 'client_id_malformed', 'client_id_adopted', 'session_new'],
    },
  },
  {
    that: 'Google’s client ID goes before the one ID of all formats',
    config: { ...adopting, oneVisitorId: true },
    snapshot: { stored: jar({ _ga: GOOGLE }) },
    plan: { kind: 'act', writes: writesOf(ADOPTED) },
  },
  {
    that: 'while consent is denied Google’s client ID is not used',
    config: adopting,
    snapshot: {
      consent: { state: 'denied', source: 'default' },
      stored: jar({ _ga: GOOGLE }),
    },
    plan: { kind: 'act', writes: [], erase: [] },
    page: { clientId: '42.1700000000', source: 'memory' },
  },
  {
    that: 'withdrawal leaves Google’s cookie alone',
    config: adopting,
    snapshot: {
      trigger: 'consentChange',
      consent: { state: 'withdrawn', source: 'update' },
      stored: jar({ _ga: GOOGLE, _d8a: CLIENT, _d8a_P: SESSION }),
      page: { ...basePage, consent: 'granted' },
    },
    plan: { kind: 'act', writes: [], erase: cookies('_d8a', '_d8a_P') },
    page: { clientId: '42.1700000000', source: 'memory' },
  },
];
