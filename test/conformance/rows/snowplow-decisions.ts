import { SNOWPLOW_DEFAULTS } from '../../../src/core/constants.ts';
import { newUuid } from '../../../src/core/new-uuid.ts';
import type { Config, SnowplowConfig } from '../../../src/core/types.ts';
import { basePage, CLIENT, cookies, jar, NOW_MILLIS, stored } from './base.ts';
import type { DecisionRow } from './base.ts';

const ID = '_sp_id.8809';
const SES = '_sp_ses.8809';
const USER = 'd0000000-1111-4222-8333-444455556666';
const SESSION = 's0000000-1111-4222-8333-444455556666';
const FIRST_EVENT = 'e0000000-1111-4222-8333-444455556666';
/** What rows draw: the randoms are 42, 1, 2, 3 and so on. */
const NEW_USER = newUuid([4, 5, 6, 7, 8]);
const NEW_SESSION = newUuid([9, 10, 11, 12, 13]);
const SERVER_ID = '0b8b6c2e-1111-4222-8333-444455556666';
const withServer = { serverUrl: 'www.example.com/fpid' };

const known = `${USER}.1690000000.3.1699999940.1699990000.${SESSION}.p.${FIRST_EVENT}.1699999000123.4`;
const counted = `${USER}.1690000000.3.1700000000.1699990000.${SESSION}.p.${FIRST_EVENT}.1699999000123.5`;
const next = (count: number, index: number) =>
  `${USER}.1690000000.${count}.1700000000.1699999940.${NEW_SESSION}.${SESSION}..${index === 0 ? '' : NOW_MILLIS}.${index}`;
const fresh = (user: string, index: number) =>
  `${user}.1700000000.1.1700000000..${NEW_SESSION}...${index === 0 ? '' : NOW_MILLIS}.${index}`;

/** A site with Snowplow alone. */
function snowplow(settings: Partial<SnowplowConfig> = {}, config: Partial<Config> = {}) {
  return {
    d8a: false,
    propertyIds: [],
    snowplow: { ...SNOWPLOW_DEFAULTS, hash: '8809', ...settings },
    ...config,
  };
}

const write = (name: string, value: string) => ({ name, value });
const alive = write(SES, '*');

const countingRows: DecisionRow[] = [
  {
    that: 'Snowplow: a new visitor gets both cookies, with the tracker’s lifetimes',
    config: snowplow(),
    snapshot: {},
    plan: {
      kind: 'act',
      erase: [],
      server: 'none',
      writes: [
        { ...alive, store: 'cookie', maxAgeSeconds: 1800, sameSite: 'Lax' },
        { ...write(ID, fresh(NEW_USER, 1)), maxAgeSeconds: 63072000, sameSite: 'Lax' },
      ],
    },
    page: {
      clientId: NEW_USER,
      sessionId: NEW_SESSION,
      sessionNumber: 1,
      hitNumber: 1,
      isNewSession: true,
      source: 'new',
      snowplow: {
        domainUserId: NEW_USER,
        domainSessionId: NEW_SESSION,
        domainSessionIndex: 1,
        eventIndex: 1,
        hash: '8809',
      },
      reasons: ['consent_granted', 'snowplow_id_new', 'snowplow_session_started'],
    },
  },
  {
    that: 'Snowplow: a page view inside a session is one event more',
    config: snowplow(),
    snapshot: { stored: jar({ [ID]: known, [SES]: '*' }) },
    plan: { kind: 'act', writes: [alive, write(ID, counted)] },
    page: {
      clientId: USER,
      source: 'cookie',
      hitNumber: 5,
      reasons: ['consent_granted', 'snowplow_id_stored', 'snowplow_session_continued'],
    },
  },
  {
    that: 'Snowplow: without its session cookie the next session starts, and counts on',
    config: snowplow(),
    snapshot: { stored: jar({ [ID]: known }) },
    plan: { kind: 'act', writes: [alive, write(ID, next(4, 1))] },
    page: { sessionNumber: 4, hitNumber: 1, isNewSession: true },
  },
  {
    that: 'Snowplow: with only its session cookie a visitor is new, and so is the first session',
    config: snowplow(),
    snapshot: { stored: jar({ [SES]: '*' }) },
    plan: { kind: 'act', writes: [alive, write(ID, fresh(NEW_USER, 1))] },
  },
  {
    that: 'Snowplow: one event is counted once, however many tags fire on it',
    config: snowplow(),
    snapshot: {
      stored: jar({ [ID]: counted, [SES]: '*' }),
      page: { ...basePage, claims: { [SES]: { writer: 'gtm.1', eventId: 3 } } },
    },
    plan: { kind: 'act', writes: [] },
    page: {
      hitNumber: 5,
      reasons: ['consent_granted', 'snowplow_id_stored', 'hit_already_counted'],
    },
  },
  {
    that: 'Snowplow: the action newSession starts one at once and counts no event',
    config: snowplow(),
    snapshot: { action: 'newSession', stored: jar({ [ID]: known, [SES]: '*' }) },
    plan: { kind: 'act', writes: [alive, write(ID, next(4, 0))] },
    page: { reasons: ['consent_granted', 'snowplow_id_stored', 'session_requested'] },
  },
  {
    that: 'Snowplow: engage changes nothing',
    config: snowplow({}, withServer),
    snapshot: { action: 'engage', stored: jar({ [ID]: known, [SES]: '*' }), page: basePage },
    plan: { kind: 'act', writes: [], server: 'none' },
    page: { clientId: USER, reasons: ['consent_granted', 'snowplow_id_stored'] },
  },
  {
    that: 'Snowplow: a session timeout of 0 ends with the browser session',
    config: snowplow({}, { sessionTimeoutMinutes: 0, cookieMaxAgeDays: 0 }),
    snapshot: {},
    plan: {
      kind: 'act',
      writes: [
        { ...alive, maxAgeSeconds: undefined },
        { ...write(ID, fresh(NEW_USER, 1)), maxAgeSeconds: undefined },
      ],
    },
  },
  {
    that: 'Snowplow: a cookie of five fields is upgraded',
    config: snowplow(),
    snapshot: { stored: jar({ [ID]: `${USER}.100.3.200.150`, [SES]: '*' }) },
    plan: {
      kind: 'act',
      writes: [alive, write(ID, `${USER}.100.3.1700000000.150.${NEW_SESSION}...${NOW_MILLIS}.1`)],
    },
  },
  {
    that: 'Snowplow: a text that no tracker writes is replaced',
    config: snowplow(),
    snapshot: { stored: jar({ [ID]: 'nonsense' }) },
    plan: { kind: 'act', writes: [alive, write(ID, fresh(NEW_USER, 1))] },
    page: {
      reasons: [
        'consent_granted',
        'snowplow_id_malformed',
        'snowplow_id_new',
        'snowplow_session_started',
      ],
    },
  },
  {
    that: 'Snowplow: of two id cookies the one on the widest domain goes on',
    config: snowplow({}, withServer),
    snapshot: {
      serverId: SERVER_ID,
      stored: {
        [ID]: [stored(`old.100.1.200..s....0`, '', true), stored(known, 'example.com')],
        [SES]: [stored('*')],
      },
    },
    plan: { kind: 'act', writes: [alive, write(ID, counted)], server: 'renew' },
    page: { clientId: USER, hitNumber: 5 },
  },
];

const trackerRows: DecisionRow[] = [
  {
    that: 'beside Snowplow’s tracker missing cookies are created, and no event is counted',
    config: snowplow({}, { sessionKeeper: 'tracker' }),
    snapshot: {},
    plan: { kind: 'act', writes: [alive, write(ID, fresh(NEW_USER, 0))] },
    page: { hitNumber: 0, sessionNumber: 1 },
  },
  {
    that: 'beside Snowplow’s tracker an existing session is left as it is',
    config: snowplow({}, { ...withServer, sessionKeeper: 'tracker' }),
    snapshot: { stored: jar({ [ID]: known, [SES]: '*' }), serverId: SERVER_ID },
    plan: { kind: 'act', writes: [], server: 'none' },
    page: { reasons: ['consent_granted', 'snowplow_id_stored', 'snowplow_session_left'] },
  },
  {
    that: 'beside Snowplow’s tracker a session that is over is left for it to start the next',
    config: snowplow({}, { ...withServer, sessionKeeper: 'tracker' }),
    snapshot: { stored: jar({ [ID]: known }), serverId: SERVER_ID },
    plan: { kind: 'act', writes: [], server: 'renew' },
  },
  {
    that: 'beside Snowplow’s tracker a cookie that counts no events asks for no missing server id',
    config: snowplow({}, { ...withServer, sessionKeeper: 'tracker' }),
    snapshot: { stored: jar({ [ID]: `${USER}.100.3.200.150.${SESSION}`, [SES]: '*' }) },
    plan: { kind: 'act', server: 'none' },
  },
  {
    that: 'Snowplow: a missing server id is asked for again at the event 4 of a session',
    config: snowplow({}, { ...withServer, sessionKeeper: 'tracker' }),
    snapshot: { stored: jar({ [ID]: known, [SES]: '*' }) },
    plan: { kind: 'act', server: 'renew' },
  },
  {
    that: 'Snowplow: a container that counts no event does not ask for a missing server id',
    config: snowplow({}, withServer),
    snapshot: {
      stored: jar({ [ID]: known, [SES]: '*' }),
      writer: 'gtm.2',
      page: { ...basePage, claims: { [SES]: { writer: 'gtm.1', eventId: 3 } } },
    },
    plan: { kind: 'act', server: 'none' },
  },
];

/** Texts that a tracker has written, which would be written otherwise today. */
const olderTexts: [string, string][] = [
  ['ten fields with an empty last one', `${USER}.100.3.200.150.${SESSION}...5.`],
  ['eleven fields', `${USER}.100.3.200.150.${SESSION}...5.1.more`],
  ['six fields', `${USER}.100.3.200.150.${SESSION}`],
  ['five fields', `${USER}.100.3.200.150`],
  ['the text undefined', `${USER}.100.3.200.150.${SESSION}.undefined.undefined.undefined.1`],
];

const olderTextRows: DecisionRow[] = olderTexts.flatMap(([what, text]): DecisionRow[] => [
  {
    that: `beside Snowplow’s tracker a cookie with ${what} is left for it to upgrade`,
    config: snowplow({}, { sessionKeeper: 'tracker' }),
    snapshot: { stored: jar({ [ID]: text }) },
    plan: { kind: 'act', writes: [], erase: [] },
    page: { clientId: USER, sessionNumber: 3 },
  },
  {
    that: `a run that counts nothing leaves a Snowplow cookie with ${what} as it is`,
    config: snowplow(),
    snapshot: {
      stored: jar({ [ID]: text, [SES]: '*' }),
      page: { ...basePage, claims: { [SES]: { writer: 'gtm.1', eventId: 3 } } },
    },
    plan: { kind: 'act', writes: [], erase: [] },
  },
]);

const tidyRows: DecisionRow[] = [
  {
    that: 'beside Snowplow’s tracker a cookie that its damaged double has cost keeps its text',
    config: snowplow({}, { sessionKeeper: 'tracker' }),
    snapshot: {
      stored: {
        [ID]: [stored(`${USER}.100.3.200.150`, '', true), stored('nonsense', 'example.com')],
      },
    },
    plan: { kind: 'act', writes: [write(ID, `${USER}.100.3.200.150`)] },
  },
  {
    that: 'beside Snowplow’s tracker a text that no tracker writes is replaced',
    config: snowplow({}, { sessionKeeper: 'tracker' }),
    snapshot: { stored: jar({ [ID]: 'nonsense' }) },
    plan: { kind: 'act', writes: [alive, write(ID, fresh(NEW_USER, 0))] },
  },
  {
    that: 'beside Snowplow’s tracker changed cookie settings are not applied to its cookie',
    config: snowplow({}, { sessionKeeper: 'tracker' }),
    snapshot: {
      stored: jar({ [ID]: known, [SES]: '*' }),
      page: { ...basePage, attributes: 'example.com|730|Strict|' },
    },
    plan: { kind: 'act', writes: [] },
    page: { reasons: ['consent_granted', 'snowplow_id_stored', 'snowplow_session_left'] },
  },
  {
    that: 'changed cookie settings are applied to Snowplow’s cookie, under the text it has',
    config: snowplow(),
    snapshot: {
      stored: jar({ [ID]: `${USER}.100.3.200.150`, [SES]: '*' }),
      page: {
        ...basePage,
        attributes: 'example.com|730|Strict|',
        claims: { [SES]: { writer: 'gtm.1', eventId: 3 } },
      },
    },
    plan: { kind: 'act', writes: [write(ID, `${USER}.100.3.200.150`)] },
  },
];

const modeRows: DecisionRow[] = [
  {
    that: 'Snowplow’s anonymous mode writes nothing, erases nothing, and shows no ID',
    config: snowplow({ anonymousTracking: 'anonymous' }),
    snapshot: { stored: jar({ [ID]: known, [SES]: '*' }) },
    plan: { kind: 'act', writes: [], erase: [] },
    page: { clientId: '', source: 'none', reasons: ['consent_granted', 'snowplow_anonymous'] },
  },
  {
    that: 'Snowplow’s anonymous sessions have no user and no previous session',
    config: snowplow({ anonymousTracking: 'withSessionTracking' }),
    snapshot: { stored: jar({ [ID]: known, [SES]: '*' }) },
    plan: {
      kind: 'act',
      writes: [
        alive,
        write(ID, `.1690000000.3.1700000000.1699990000.${SESSION}..${FIRST_EVENT}.1699999000123.5`),
      ],
    },
    page: { clientId: '', sessionId: SESSION },
  },
  {
    that: 'a new anonymous session of Snowplow’s has no user',
    config: snowplow({ anonymousTracking: 'withSessionTracking' }),
    snapshot: {},
    plan: { kind: 'act', writes: [alive, write(ID, fresh('', 1))] },
  },
  {
    that: 'after Snowplow’s anonymous mode the session gets a new user',
    config: snowplow(),
    snapshot: {
      stored: jar({ [ID]: `.1690000000.3.1699999940..${SESSION}...1699999000123.4`, [SES]: '*' }),
    },
    plan: {
      kind: 'act',
      writes: [
        alive,
        write(ID, `${NEW_USER}.1690000000.3.1700000000..${SESSION}...1699999000123.5`),
      ],
    },
  },
  {
    that: 'any text in Snowplow’s opt-out cookie removes its cookies',
    config: snowplow({ optOutCookie: 'no_tracking' }),
    snapshot: { stored: jar({ [ID]: known, [SES]: '*', no_tracking: '0' }) },
    plan: { kind: 'act', writes: [], erase: cookies(ID, SES) },
    page: { clientId: '', reasons: ['consent_granted', 'snowplow_opted_out'] },
  },
  {
    that: 'Snowplow’s cookies follow its cookieName',
    config: snowplow({ cookieName: '_sp_1' }),
    snapshot: {},
    plan: {
      kind: 'act',
      writes: [write('_sp_1ses.8809', '*'), { name: '_sp_1id.8809', value: fresh(NEW_USER, 1) }],
    },
  },
  {
    that: 'without the digits of its cookie names Snowplow’s user is kept in memory',
    config: snowplow({ hash: '' }),
    snapshot: {},
    plan: { kind: 'act', writes: [] },
    page: {
      source: 'memory',
      clientId: NEW_USER,
      reasons: [
        'consent_granted',
        'snowplow_hash_unknown',
        'snowplow_id_memory',
        'snowplow_session_started',
      ],
    },
  },
  {
    that: 'digits that were computed are remembered for the page',
    config: snowplow({ hashedText: 'example.com/' }),
    snapshot: {},
    plan: { kind: 'act' },
    page: { snowplowHash: { text: 'example.com/', digits: '8809' } },
  },
  {
    that: 'Snowplow in local storage has keys of its own, and beside each the time it ends',
    config: snowplow({ stateStorage: 'localStorage' }),
    snapshot: { cookieDomain: undefined, hasLocalStorage: true },
    plan: {
      kind: 'act',
      writes: [
        { ...alive, store: 'localStorageKey' },
        { ...write(`${SES}.expires`, `${NOW_MILLIS + 1800000}`), store: 'localStorageKey' },
        { ...write(ID, fresh(NEW_USER, 1)), store: 'localStorageKey' },
        { ...write(`${ID}.expires`, `${NOW_MILLIS + 63072000000}`), store: 'localStorageKey' },
      ],
    },
    page: { cookieDomain: '', source: 'new' },
  },
  {
    that: 'Snowplow in local storage: what is over is not there, what has no time is',
    config: snowplow({ stateStorage: 'localStorage' }),
    snapshot: {
      cookieDomain: undefined,
      hasLocalStorage: true,
      stored: jar({ [ID]: known, [SES]: '*', [`${SES}.expires`]: `${NOW_MILLIS}` }),
    },
    plan: { kind: 'act' },
    page: { clientId: USER, sessionNumber: 4, source: 'localStorage' },
  },
  {
    that: 'Snowplow in local storage: a lifetime of 0 is that of a session',
    config: snowplow({ stateStorage: 'localStorage' }, { cookieMaxAgeDays: 0 }),
    snapshot: { cookieDomain: undefined, hasLocalStorage: true },
    plan: {
      kind: 'act',
      writes: [
        alive,
        write(`${SES}.expires`, `${NOW_MILLIS + 1800000}`),
        write(ID, fresh(NEW_USER, 1)),
        write(`${ID}.expires`, `${NOW_MILLIS + 1800000}`),
      ],
    },
  },
  {
    that: 'Snowplow with state storage none is kept in memory',
    config: snowplow({ stateStorage: 'none' }),
    snapshot: {},
    plan: { kind: 'act', writes: [] },
    page: { source: 'memory', clientId: NEW_USER, hitNumber: 1 },
  },
];

const consentRows: DecisionRow[] = [
  {
    that: 'Snowplow: denied consent keeps user and session in memory, and counts there',
    config: snowplow(),
    snapshot: {
      consent: { state: 'denied', source: 'default' },
      page: {
        ...basePage,
        claims: { [SES]: { writer: 'gtm.1', eventId: 2 } },
        memory: {
          snowplow: {
            values: { id: `${USER}.1699999990.1.1699999990..${SESSION}...5.1` },
            isHitPending: true,
          },
        },
      },
    },
    plan: { kind: 'act', writes: [], erase: [] },
    page: {
      clientId: USER,
      hitNumber: 2,
      source: 'memory',
      reasons: ['consent_denied', 'snowplow_id_memory', 'snowplow_session_continued'],
    },
  },
  {
    that: 'Snowplow: a grant on the same page stores the user in memory, counted once',
    config: snowplow(),
    snapshot: {
      trigger: 'consentChange',
      page: {
        ...basePage,
        memory: {
          snowplow: {
            values: { id: `${USER}.1699999990.1.1699999990..${SESSION}...5.1` },
            isHitPending: true,
          },
        },
      },
    },
    plan: {
      kind: 'act',
      writes: [alive, write(ID, `${USER}.1699999990.1.1699999990..${SESSION}...5.1`)],
    },
    page: {
      source: 'promoted',
      memory: {},
      reasons: ['consent_granted', 'snowplow_id_promoted', 'snowplow_session_started'],
    },
  },
  {
    that: 'Snowplow: withdrawal erases both cookies',
    config: snowplow({}, withServer),
    snapshot: {
      trigger: 'consentChange',
      consent: { state: 'withdrawn', source: 'update' },
      stored: jar({ [ID]: known, [SES]: '*' }),
      page: { ...basePage, consent: 'granted' },
    },
    plan: { kind: 'act', writes: [], erase: cookies(ID, SES), server: 'forget' },
    page: { clientId: NEW_USER, source: 'memory' },
  },
  {
    that: 'Snowplow: a visitor whom only the server knows asks for the id cookie, never for the session’s',
    config: snowplow({}, withServer),
    snapshot: { serverId: SERVER_ID, stored: jar({ [ID]: 'nonsense' }) },
    plan: { kind: 'askServer', askFor: [ID], erase: cookies(ID) },
  },
  {
    that: 'Snowplow: a restored id goes on counting sessions',
    config: snowplow({}, withServer),
    snapshot: {
      serverId: SERVER_ID,
      stored: jar({ [ID]: known }),
      restore: { state: 'answered', askedFor: [ID] },
    },
    plan: { kind: 'act', server: 'none' },
    page: {
      source: 'restored',
      sessionNumber: 4,
      reasons: ['consent_granted', 'snowplow_id_restored', 'snowplow_session_started'],
    },
  },
  {
    that: 'd8a and Snowplow each keep their own cookies, and d8a gives the page its visitor',
    config: snowplow({}, { d8a: true, propertyIds: ['P'] }),
    snapshot: { stored: jar({ [ID]: known, [SES]: '*', _d8a: CLIENT }), serverId: SERVER_ID },
    plan: {
      kind: 'act',
      writes: [
        write('_d8a_P', 'S1.1.s1700000000$o1$g0$t1700000000$j0$d123'),
        alive,
        write(ID, counted),
      ],
    },
    page: {
      clientId: '5.1690000000',
      sessionNumber: 1,
      reasons: [
        'consent_granted',
        'client_id_stored',
        'session_new',
        'snowplow_id_stored',
        'snowplow_session_continued',
      ],
    },
  },
];

/** Each row: what the core decides about Snowplow's cookies, in one situation. */
export const snowplowDecisionRows: DecisionRow[] = [
  ...countingRows,
  ...trackerRows,
  ...olderTextRows,
  ...tidyRows,
  ...modeRows,
  ...consentRows,
];
