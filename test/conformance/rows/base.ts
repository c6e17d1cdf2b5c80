import type {
  ActPlan,
  Config,
  PageState,
  Plan,
  Snapshot,
  SnowplowIdentity,
  StoredEntry,
  StoredValue,
  StoredWrite,
} from '../../../src/core/types.ts';

/** 2023-11-14, the second 1700000000. */
export const NOW_MILLIS = 1700000000000;

export const baseConfig: Config = {
  d8a: true,
  snowplow: undefined,
  treasureData: undefined,
  oneVisitorId: false,
  adoptGoogleClientId: false,
  propertyIds: ['P'],
  cookiePrefix: '',
  cookieDomain: 'auto',
  cookieMaxAgeDays: 730,
  cookieSameSite: 'Lax',
  cookieUpdate: true,
  storage: 'cookie',
  sessionTimeoutMinutes: 30,
  engagementSeconds: 10,
  sessionKeeper: 'thisTag',
  consentType: 'analytics_storage',
  unsetConsent: 'grant',
  onWithdrawal: 'erase',
  waitForUpdateMillis: 0,
  serverUrl: '',
};

export const baseSnapshot: Snapshot = {
  action: 'identify',
  trigger: 'tag',
  nowMillis: NOW_MILLIS,
  randoms: [42, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
  consent: { state: 'granted', source: 'update' },
  stored: {},
  host: 'www.example.com',
  cookieDomain: 'example.com',
  hasLocalStorage: false,
  serverId: '',
  page: undefined,
  writer: 'gtm.1',
  eventId: 3,
  restore: { state: 'notAsked' },
};

export const basePage: PageState = {
  clientId: '7.1699999990',
  sessionId: '1699999990',
  sessionNumber: 1,
  isNewSession: true,
  engaged: false,
  hitNumber: 1,
  serverId: '',
  consent: 'denied',
  source: 'memory',
  cookieDomain: '',
  reasons: [],
  version: 2,
  startedMillis: NOW_MILLIS - 10000,
  snowplow: undefined,
  treasureData: undefined,
  memory: {},
  claims: {},
  attributes: '',
  snowplowHash: undefined,
};

/** A page whose identity lives in memory, counted once, ten seconds ago. */
export const memoryPage: PageState = {
  ...basePage,
  memory: {
    d8a: {
      values: { client: 'C1.1.7.1699999990', session: 'S1.1.s1699999990$o1$g0$t1699999990$j0$dm' },
      isHitPending: true,
    },
  },
  claims: { _d8a_P: { writer: 'gtm.1', eventId: 2 } },
};

/** A client cookie, and a session whose last hit was a minute ago. */
export const CLIENT = 'C1.1.5.1690000000';
export const SESSION = 'S1.1.s1699999000$o7$g0$t1699999940$j2$dabc';
/** The same session, its last hit 31 minutes ago. */
export const OLD_SESSION = 'S1.1.s1699990000$o7$g1$t1699998140$j2$dabc';

export function stored(value: string, domain?: string, isRemoved = false): StoredValue {
  return { value, domain, isRemoved };
}

/** Cookies to remove. */
export function cookies(...names: string[]): StoredEntry[] {
  return names.map((name) => ({ name, store: 'cookie' }));
}

/** Cookies with one value each. */
export function jar(cookies: Record<string, string>): Snapshot['stored'] {
  return Object.fromEntries(
    Object.entries(cookies).map(([name, value]) => [name, [stored(value)]]),
  );
}

export const knownJar = jar({ _d8a: CLIENT, _d8a_P: SESSION });

/** What a row says of a plan; of a write, name and value are enough. */
type Writes = (Pick<StoredWrite, 'name' | 'value'> & Partial<StoredWrite>)[];
type PartialPlan = Partial<Omit<ActPlan, 'page' | 'writes'>> & { writes?: Writes };
type AskPlan = Omit<Extract<Plan, { kind: 'askServer' }>, 'writes'> & { writes?: Writes };

export interface DecisionRow {
  /** A sentence about behaviour. */
  that: string;
  config?: Partial<Config>;
  snapshot: Partial<Snapshot>;
  plan: PartialPlan | AskPlan;
  page?: Partial<Omit<PageState, 'snowplow'>> & { snowplow?: Partial<SnowplowIdentity> };
}
