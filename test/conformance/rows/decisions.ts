import {
  basePage,
  CLIENT,
  cookies,
  jar,
  knownJar,
  memoryPage,
  NOW_MILLIS,
  OLD_SESSION,
  SESSION,
  stored,
} from './base.ts';
import type { DecisionRow } from './base.ts';
import { duplicateDecisionRows } from './duplicate-decisions.ts';
import { googleDecisionRows } from './google-decisions.ts';

const NEW_CLIENT = 'C1.1.42.1700000000';
const NEW_SESSION = 'S1.1.s1700000000$o1$g0$t1700000000$j0$d123';
const NEXT_SESSION = 'S1.1.s1699999000$o7$g0$t1700000000$j3$dabc';
const ROLLED_SESSION = 'S1.1.s1700000000$o8$g0$t1700000000$j0$d123';
const PROMOTED_SESSION = 'S1.1.s1699999990$o1$g0$t1699999990$j0$dm';
const OTHER_SESSION = 'S2.1.s1699999000$o7';
const withServer = { serverUrl: 'www.example.com/fpid' };
const SERVER_ID = '0b8b6c2e-1111-4222-8333-444455556666';

const denied = { state: 'denied', source: 'default' } as const;
const unset = { state: 'unset', source: 'none' } as const;
const withdrawn = { state: 'withdrawn', source: 'update' } as const;

const consentRows: DecisionRow[] = [
  {
    that: 'granted consent gives a new visitor a client and a session cookie',
    snapshot: {},
    plan: {
      kind: 'act',
      erase: [],
      server: 'none',
      writes: [
        { name: '_d8a_P', value: NEW_SESSION },
        { name: '_d8a', value: NEW_CLIENT },
      ],
    },
    page: {
      clientId: '42.1700000000',
      source: 'new',
      sessionNumber: 1,
      hitNumber: 1,
      isNewSession: true,
      engaged: false,
      cookieDomain: 'example.com',
      memory: {},
      reasons: ['consent_granted', 'client_id_new', 'session_new'],
    },
  },
  {
    that: 'unset consent is treated as granted by default',
    snapshot: { consent: unset, stored: knownJar, serverId: SERVER_ID },
    plan: { kind: 'act', writes: [{ name: '_d8a_P', value: NEXT_SESSION }] },
    page: {
      consent: 'unset',
      source: 'cookie',
      reasons: ['consent_unset', 'client_id_stored', 'session_continued'],
    },
  },
  {
    that: 'unset consent is treated as denied when the form says wait',
    config: { unsetConsent: 'wait' },
    snapshot: { consent: unset },
    plan: { kind: 'act', writes: [], erase: [], server: 'none' },
    page: { source: 'memory', clientId: '42.1700000000' },
  },
  {
    that: 'denied consent writes nothing, erases nothing and calls nobody',
    config: withServer,
    snapshot: { consent: denied },
    plan: { kind: 'act', writes: [], erase: [], server: 'none' },
    page: {
      source: 'memory',
      clientId: '42.1700000000',
      cookieDomain: '',
      memory: {
        d8a: { values: { client: NEW_CLIENT, session: NEW_SESSION }, isHitPending: true },
      },
      reasons: ['consent_denied', 'client_id_memory', 'session_new'],
    },
  },
  {
    that: 'denied consent keeps one identity in memory for the whole page',
    snapshot: { consent: denied, page: memoryPage },
    plan: { kind: 'act', writes: [] },
    page: { clientId: '7.1699999990', sessionNumber: 1, hitNumber: 2 },
  },
  {
    that: 'a grant on the same page promotes the identity in memory, under the same ID, counted once',
    config: withServer,
    snapshot: { trigger: 'consentChange', page: memoryPage, eventId: 2 },
    plan: {
      kind: 'act',
      server: 'renew',
      writes: [
        { name: '_d8a_P', value: PROMOTED_SESSION },
        { name: '_d8a', value: 'C1.1.7.1699999990' },
      ],
    },
    page: { source: 'promoted', clientId: '7.1699999990', hitNumber: 1, memory: {} },
  },
  {
    that: 'a grant on the same page prefers the stored identity and counts the pending page view',
    snapshot: { trigger: 'consentChange', page: memoryPage, eventId: 2, stored: knownJar },
    plan: { kind: 'act' },
    page: { source: 'cookie', clientId: '5.1690000000', hitNumber: 4, memory: {} },
  },
  {
    that: 'a grant after a page view that was stored does not count it again',
    snapshot: { trigger: 'consentChange', page: basePage, stored: knownJar },
    plan: { kind: 'act' },
    page: { hitNumber: 3 },
  },
  {
    that: 'withdrawal erases every name that is there, at the endpoint too, and starts a new identity',
    config: { ...withServer, propertyIds: ['P', 'Q'] },
    snapshot: {
      trigger: 'consentChange',
      consent: withdrawn,
      stored: knownJar,
      serverId: SERVER_ID,
      page: { ...basePage, consent: 'granted', source: 'cookie', clientId: '5.1690000000' },
    },
    plan: { kind: 'act', writes: [], erase: cookies('_d8a', '_d8a_P'), server: 'forget' },
    page: { source: 'memory', clientId: '42.1700000000', consent: 'withdrawn', serverId: '' },
  },
  {
    that: 'withdrawal calls the endpoint while its readable id is there',
    config: withServer,
    snapshot: { consent: withdrawn, serverId: SERVER_ID },
    plan: { kind: 'act', erase: [], server: 'forget' },
  },
  {
    that: 'withdrawal of a visitor nobody knows calls nobody',
    config: withServer,
    snapshot: { consent: withdrawn },
    plan: { kind: 'act', erase: [], server: 'none' },
  },
  {
    that: 'after a withdrawal the page keeps its new identity',
    snapshot: { consent: withdrawn, page: { ...memoryPage, consent: 'withdrawn' } },
    plan: { kind: 'act', writes: [] },
    page: { clientId: '7.1699999990', hitNumber: 2 },
  },
  {
    that: 'withdrawal keeps what is stored when the form says keep',
    config: { ...withServer, onWithdrawal: 'keep' },
    snapshot: { consent: withdrawn, page: { ...memoryPage, consent: 'granted' } },
    plan: { kind: 'act', writes: [], erase: [], server: 'none' },
    page: { source: 'memory', clientId: '42.1700000000' },
  },
  {
    that: 'a privacy signal is told as the reason',
    snapshot: { consent: { state: 'denied', source: 'privacySignal' } },
    plan: { kind: 'act', writes: [] },
    page: { reasons: ['privacy_signal', 'client_id_memory', 'session_new'] },
  },
];

const sessionRows: DecisionRow[] = [
  {
    that: 'a second hit inside a session calls nobody',
    config: withServer,
    snapshot: { stored: knownJar, serverId: SERVER_ID },
    plan: { kind: 'act', server: 'none', writes: [{ name: '_d8a_P', value: NEXT_SESSION }] },
    page: { hitNumber: 4, sessionNumber: 7, isNewSession: false },
  },
  {
    that: 'a session that is over rolls over and calls the endpoint once',
    config: withServer,
    snapshot: { stored: jar({ _d8a: CLIENT, _d8a_P: OLD_SESSION }), serverId: SERVER_ID },
    plan: { kind: 'act', server: 'renew', writes: [{ name: '_d8a_P', value: ROLLED_SESSION }] },
    page: {
      sessionNumber: 8,
      hitNumber: 1,
      isNewSession: true,
      reasons: ['consent_granted', 'client_id_stored', 'session_expired'],
    },
  },
  {
    that: 'a missing server id calls the endpoint inside a session',
    config: withServer,
    snapshot: { stored: knownJar },
    plan: { kind: 'act', server: 'renew' },
  },
  {
    that: 'a missing server id is asked for again at hits 2, 4, 8 of a session, not in between',
    config: withServer,
    snapshot: {
      stored: jar({ _d8a: CLIENT, _d8a_P: 'S1.1.s1699999000$o7$g0$t1699999940$j3$dabc' }),
    },
    plan: { kind: 'act', server: 'none' },
    page: { hitNumber: 5 },
  },
  {
    that: 'a missing server id is not asked for again at the first hit, whose session start asks',
    config: { ...withServer, sessionKeeper: 'tracker' },
    snapshot: {
      stored: jar({ _d8a: CLIENT, _d8a_P: 'S1.1.s1699999000$o7$g0$t1699999940$j0$dabc' }),
    },
    plan: { kind: 'act', server: 'none' },
    page: { hitNumber: 1 },
  },
  {
    that: 'a container that counts no hit does not ask for a missing server id',
    config: withServer,
    snapshot: {
      stored: jar({ _d8a: CLIENT, _d8a_P: 'S1.1.s1699999000$o7$g0$t1699999940$j1$dabc' }),
      writer: 'gtm.2',
      page: { ...basePage, claims: { _d8a_P: { writer: 'gtm.1', eventId: 3 } } },
    },
    plan: { kind: 'act', server: 'none' },
    page: { hitNumber: 2 },
  },
  {
    that: 'the action newSession starts one at once and goes on counting',
    config: withServer,
    snapshot: { action: 'newSession', stored: knownJar, serverId: SERVER_ID },
    plan: { kind: 'act', server: 'renew', writes: [{ name: '_d8a_P', value: ROLLED_SESSION }] },
    page: { reasons: ['consent_granted', 'client_id_stored', 'session_requested'] },
  },
  {
    that: 'several properties share the session of the first one that has it',
    config: { propertyIds: ['Q', 'P'] },
    snapshot: { stored: knownJar, serverId: SERVER_ID },
    plan: {
      kind: 'act',
      writes: [
        { name: '_d8a_Q', value: NEXT_SESSION },
        { name: '_d8a_P', value: NEXT_SESSION },
      ],
    },
  },
  {
    that: 'one event counts one hit, however many tags fire on it',
    snapshot: {
      stored: knownJar,
      serverId: SERVER_ID,
      page: { ...basePage, claims: { _d8a_P: { writer: 'gtm.1', eventId: 3 } } },
    },
    plan: { kind: 'act', writes: [], server: 'none' },
    page: { hitNumber: 3, reasons: ['consent_granted', 'client_id_stored', 'hit_already_counted'] },
  },
  {
    that: 'a second container on the page does not count what the first one counts',
    snapshot: {
      stored: knownJar,
      serverId: SERVER_ID,
      writer: 'gtm.2',
      eventId: 9,
      page: { ...basePage, claims: { _d8a_P: { writer: 'gtm.1', eventId: 3 } } },
    },
    plan: { kind: 'act', writes: [] },
    page: { hitNumber: 3, claims: { _d8a_P: { writer: 'gtm.1', eventId: 3 } } },
  },
  {
    that: 'the next event of the same container is a new hit',
    snapshot: {
      stored: knownJar,
      serverId: SERVER_ID,
      page: { ...basePage, claims: { _d8a_P: { writer: 'gtm.1', eventId: 2 } } },
    },
    plan: { kind: 'act', writes: [{ name: '_d8a_P', value: NEXT_SESSION }] },
    page: { hitNumber: 4, claims: { _d8a_P: { writer: 'gtm.1', eventId: 3 } } },
  },
  {
    that: 'a page view that a tag has counted for one of the properties is not counted once more',
    config: { propertyIds: ['P', 'Q'] },
    snapshot: {
      stored: jar({ _d8a: CLIENT, _d8a_Q: SESSION }),
      page: { ...basePage, claims: { _d8a_Q: { writer: 'gtm.1', eventId: 3 } } },
      serverId: SERVER_ID,
    },
    plan: { kind: 'act', writes: [{ name: '_d8a_P', value: SESSION }] },
    page: { hitNumber: 3 },
  },
  {
    that: 'nor is one that another container counts for one of the properties',
    config: { propertyIds: ['P', 'Q'] },
    snapshot: {
      stored: jar({ _d8a: CLIENT, _d8a_P: SESSION, _d8a_Q: SESSION }),
      page: {
        ...basePage,
        claims: {
          _d8a_P: { writer: 'gtm.1', eventId: 2 },
          _d8a_Q: { writer: 'gtm.2', eventId: 2 },
        },
      },
      serverId: SERVER_ID,
    },
    plan: { kind: 'act', writes: [] },
    page: { hitNumber: 3 },
  },
  {
    that: 'beside a tracker an existing session is left as it is',
    config: { ...withServer, sessionKeeper: 'tracker' },
    snapshot: { stored: knownJar, serverId: SERVER_ID },
    plan: { kind: 'act', writes: [], server: 'none' },
    page: {
      hitNumber: 3,
      reasons: ['consent_granted', 'client_id_stored', 'session_kept_by_tracker'],
    },
  },
  {
    that: 'beside a tracker a session that is over is renewed by the endpoint, not rolled over',
    config: { ...withServer, sessionKeeper: 'tracker' },
    snapshot: { stored: jar({ _d8a: CLIENT, _d8a_P: OLD_SESSION }), serverId: SERVER_ID },
    plan: { kind: 'act', writes: [], server: 'renew' },
  },
  {
    that: 'beside a tracker a missing session is created without a hit, so that the tracker counts the first',
    config: { sessionKeeper: 'tracker' },
    snapshot: {},
    plan: {
      kind: 'act',
      writes: [
        { name: '_d8a_P', value: 'S1.1.s1700000000$o1$g0$t1700000000$j-1$d123' },
        { name: '_d8a', value: NEW_CLIENT },
      ],
    },
    page: { hitNumber: 0, isNewSession: true },
  },
];

const engagementRows: DecisionRow[] = [
  {
    that: 'engage marks the session and counts no hit',
    config: withServer,
    snapshot: { action: 'engage', stored: knownJar, serverId: SERVER_ID, page: basePage },
    plan: {
      kind: 'act',
      server: 'none',
      writes: [{ name: '_d8a_P', value: 'S1.1.s1699999000$o7$g1$t1699999940$j2$dabc' }],
    },
    page: {
      engaged: true,
      hitNumber: 3,
      reasons: ['consent_granted', 'client_id_stored', 'engaged'],
    },
  },
  {
    that: 'engage before the page has been open long enough changes nothing',
    snapshot: {
      action: 'engage',
      stored: knownJar,
      page: { ...basePage, startedMillis: NOW_MILLIS - 8999 },
    },
    plan: { kind: 'act', writes: [] },
    page: {
      engaged: false,
      reasons: ['consent_granted', 'client_id_stored', 'engagement_too_early'],
    },
  },
  {
    that: 'engage may come a second early, as a timer that started before the tag does',
    snapshot: {
      action: 'engage',
      stored: knownJar,
      page: { ...basePage, startedMillis: NOW_MILLIS - 9000 },
    },
    plan: { kind: 'act' },
    page: { engaged: true },
  },
  {
    that: 'an engagement time of 0 counts at once',
    config: { engagementSeconds: 0 },
    snapshot: {
      action: 'engage',
      stored: knownJar,
      page: { ...basePage, startedMillis: NOW_MILLIS },
    },
    plan: { kind: 'act' },
    page: { engaged: true },
  },
  {
    that: 'engage on an engaged session writes nothing',
    snapshot: {
      action: 'engage',
      stored: jar({ _d8a: CLIENT, _d8a_P: 'S1.1.s1699999000$o7$g1$t1699999940$j2$dabc' }),
      page: basePage,
    },
    plan: { kind: 'act', writes: [] },
    page: { engaged: true, reasons: ['consent_granted', 'client_id_stored', 'already_engaged'] },
  },
  {
    that: 'engage on an idle page does not revive a session that is over',
    snapshot: {
      action: 'engage',
      stored: jar({ _d8a: CLIENT, _d8a_P: OLD_SESSION }),
      page: basePage,
    },
    plan: { kind: 'act', writes: [] },
    page: { reasons: ['consent_granted', 'client_id_stored', 'engagement_without_session'] },
  },
  {
    that: 'engage without a visitor stores nothing',
    snapshot: { action: 'engage', page: basePage },
    plan: { kind: 'act', writes: [], server: 'none' },
    page: { source: 'memory' },
  },
];

const restoreRows: DecisionRow[] = [
  {
    that: 'a known visitor without a session asks the endpoint first',
    config: withServer,
    snapshot: { stored: jar({ _d8a: CLIENT }) },
    plan: { kind: 'askServer', askFor: ['_d8a_P'], erase: [] },
  },
  {
    that: 'a visitor whom only the server knows asks for everything',
    config: withServer,
    snapshot: { serverId: SERVER_ID },
    plan: { kind: 'askServer', askFor: ['_d8a', '_d8a_P'], erase: [] },
  },
  {
    that: 'a visitor whose client ID was made on this page has nothing to ask for',
    config: { ...withServer, propertyIds: ['Q'] },
    snapshot: { stored: jar({ _d8a: CLIENT }), page: { ...basePage, source: 'new' } },
    plan: { kind: 'act', server: 'renew' },
    page: { reasons: ['consent_granted', 'client_id_stored', 'session_new'] },
  },
  {
    that: 'a damaged session of a known visitor is removed and asked for',
    config: withServer,
    snapshot: { stored: jar({ _d8a: CLIENT, _d8a_P: '%E0%A4%A' }), serverId: SERVER_ID },
    plan: { kind: 'askServer', askFor: ['_d8a_P'], erase: cookies('_d8a_P') },
  },
  {
    that: 'a session of another version is not lost: nobody is asked for it, nor told of a start',
    config: withServer,
    snapshot: { stored: jar({ _d8a: CLIENT, _d8a_P: OTHER_SESSION }), serverId: SERVER_ID },
    plan: { kind: 'act', server: 'none', writes: [] },
    page: {
      reasons: ['consent_granted', 'client_id_stored', 'session_other_version', 'session_new'],
    },
  },
  {
    that: 'beside a session of another version only the one that is missing is asked for',
    config: { ...withServer, propertyIds: ['P', 'Q'] },
    snapshot: { stored: jar({ _d8a: CLIENT, _d8a_P: OTHER_SESSION }), serverId: SERVER_ID },
    plan: { kind: 'askServer', askFor: ['_d8a_Q'], erase: [] },
  },
  {
    that: 'beside a session of another version one that starts calls the endpoint',
    config: { ...withServer, propertyIds: ['P', 'Q'] },
    snapshot: {
      stored: jar({ _d8a: CLIENT, _d8a_P: OTHER_SESSION }),
      page: { ...basePage, source: 'new' },
    },
    plan: { kind: 'act', server: 'renew' },
  },
  {
    that: 'a restored session rolls over with its count, without a second call',
    config: withServer,
    snapshot: {
      stored: jar({ _d8a: CLIENT, _d8a_P: OLD_SESSION }),
      serverId: SERVER_ID,
      restore: { state: 'answered', askedFor: ['_d8a_P'] },
    },
    plan: { kind: 'act', server: 'none', writes: [{ name: '_d8a_P', value: ROLLED_SESSION }] },
    page: {
      sessionNumber: 8,
      source: 'cookie',
      reasons: ['consent_granted', 'client_id_stored', 'session_restored', 'session_expired'],
    },
  },
  {
    that: 'a restored client cookie is told as restored',
    config: withServer,
    snapshot: {
      stored: knownJar,
      serverId: SERVER_ID,
      restore: { state: 'answered', askedFor: ['_d8a'] },
    },
    plan: { kind: 'act', server: 'none' },
    page: {
      source: 'restored',
      reasons: ['consent_granted', 'client_id_restored', 'session_continued'],
    },
  },
  {
    that: 'a session that cannot be restored starts anew, with the reason',
    config: withServer,
    snapshot: {
      stored: jar({ _d8a: CLIENT }),
      restore: { state: 'unreachable', askedFor: ['_d8a_P'] },
    },
    plan: { kind: 'act', server: 'none' },
    page: {
      source: 'cookie',
      reasons: ['consent_granted', 'client_id_stored', 'session_not_restored', 'session_new'],
    },
  },
  {
    that: 'without an endpoint a missing session just starts anew',
    snapshot: { stored: jar({ _d8a: CLIENT }) },
    plan: { kind: 'act', server: 'none' },
    page: { sessionNumber: 1 },
  },
];

const storageRows: DecisionRow[] = [
  {
    that: 'once the endpoint keeps the client cookie, script does not write it again',
    config: withServer,
    snapshot: { stored: knownJar, serverId: SERVER_ID },
    plan: { kind: 'act', writes: [{ name: '_d8a_P', value: NEXT_SESSION }] },
  },
  {
    that: 'without an endpoint each hit starts the lifetime of the client cookie anew',
    snapshot: { stored: knownJar },
    plan: {
      kind: 'act',
      writes: [
        { name: '_d8a_P', value: NEXT_SESSION },
        { name: '_d8a', value: CLIENT },
      ],
    },
  },
  {
    that: 'cookieUpdate off leaves the client cookie as it is',
    config: { cookieUpdate: false },
    snapshot: { stored: knownJar },
    plan: { kind: 'act', writes: [{ name: '_d8a_P', value: NEXT_SESSION }] },
  },
  {
    that: 'changed cookie settings rewrite what is stored',
    config: { cookieUpdate: false },
    snapshot: {
      stored: knownJar,
      serverId: SERVER_ID,
      page: { ...basePage, attributes: 'example.com|730|Strict|' },
    },
    plan: {
      kind: 'act',
      writes: [
        { name: '_d8a_P', value: NEXT_SESSION },
        { name: '_d8a', value: CLIENT },
      ],
    },
    page: { attributes: 'example.com|730|Lax|' },
  },
  {
    that: 'a malformed client cookie of an unknown visitor is replaced',
    snapshot: { stored: jar({ _d8a: 'nonsense' }) },
    plan: { kind: 'act' },
    page: {
      source: 'new',
      reasons: ['consent_granted', 'client_id_malformed', 'client_id_new', 'session_new'],
    },
  },
  {
    that: 'of two client cookies the one on the widest domain wins',
    snapshot: {
      stored: {
        _d8a: [stored('C1.1.1.100', 'www.example.com', true), stored('C1.1.2.200', 'example.com')],
        _d8a_P: [stored(SESSION)],
      },
      serverId: SERVER_ID,
    },
    plan: { kind: 'act', writes: [{ name: '_d8a_P', value: NEXT_SESSION }] },
    page: {
      clientId: '2.200',
      reasons: ['consent_granted', 'client_id_stored', 'session_continued', 'duplicate_removed'],
    },
  },
  {
    that: 'of two client cookies on one domain the older wins',
    snapshot: { stored: { _d8a: [stored('C1.1.2.200'), stored('C1.1.1.100')] } },
    plan: { kind: 'act' },
    page: { clientId: '1.100' },
  },
  {
    that: 'a valid narrow cookie beats a malformed wide one and is written there',
    snapshot: {
      stored: {
        _d8a: [stored(CLIENT, '', true), stored('junk', 'example.com')],
        _d8a_P: [stored(SESSION)],
      },
      serverId: SERVER_ID,
    },
    plan: {
      kind: 'act',
      writes: [
        { name: '_d8a_P', value: NEXT_SESSION },
        { name: '_d8a', value: CLIENT },
      ],
    },
  },
  {
    that: 'duplicates are a conflict that the endpoint is told about',
    config: withServer,
    snapshot: {
      stored: {
        _d8a: [stored(CLIENT, '', true), stored(CLIENT, 'example.com')],
        _d8a_P: [stored(SESSION)],
      },
      serverId: SERVER_ID,
    },
    plan: { kind: 'act', server: 'renew' },
  },
  {
    that: 'blocked cookies leave the identity in memory',
    config: withServer,
    snapshot: { cookieDomain: undefined },
    plan: { kind: 'act', writes: [], server: 'none' },
    page: {
      source: 'memory',
      reasons: ['consent_granted', 'cookies_blocked', 'client_id_memory', 'session_new'],
    },
  },
  {
    that: 'blocked local storage leaves the identity in memory',
    config: { storage: 'localStorage' },
    snapshot: { cookieDomain: undefined },
    plan: { kind: 'act', writes: [] },
    page: {
      reasons: ['consent_granted', 'local_storage_blocked', 'client_id_memory', 'session_new'],
    },
  },
  {
    that: 'local storage is never renewed by the endpoint',
    config: { ...withServer, storage: 'localStorage' },
    snapshot: { cookieDomain: undefined, hasLocalStorage: true, stored: jar({ _d8a: CLIENT }) },
    plan: { kind: 'act', server: 'none' },
    page: { source: 'localStorage', cookieDomain: '' },
  },
  {
    that: 'storage none keeps nothing',
    config: { storage: 'none' },
    snapshot: {},
    plan: { kind: 'act', writes: [] },
    page: {
      source: 'memory',
      reasons: ['consent_granted', 'storage_none', 'client_id_memory', 'session_new'],
    },
  },
  {
    that: 'forget erases what is there and tells the endpoint, also while consent is denied',
    config: withServer,
    snapshot: { action: 'forget', consent: denied, stored: knownJar, page: memoryPage },
    plan: { kind: 'act', writes: [], erase: cookies('_d8a', '_d8a_P'), server: 'forget' },
    page: {
      clientId: '',
      source: 'none',
      memory: {},
      reasons: ['consent_denied', 'forgotten'],
    },
  },
];

/** Each row: what the core decides, in one situation. */
export const decisionRows: DecisionRow[] = [
  ...consentRows,
  ...sessionRows,
  ...engagementRows,
  ...restoreRows,
  ...storageRows,
  ...googleDecisionRows,
  ...duplicateDecisionRows,
];
