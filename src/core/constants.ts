import type { ReasonCode } from './reason-texts.ts';
import type { SnowplowConfig, TreasureDataConfig, VisitorIdentity } from './types.ts';

/** Longest value of a 31-bit random number, as d8a draws it: 0 to 2147483646. */
export const MAX_RANDOM = 2147483646;

/** What a d8a client cookie begins with; anything else is not read as one. */
export const D8A_CLIENT_VERSION = 'C1.1.';

/** What a d8a session cookie begins with. */
export const D8A_SESSION_VERSION = 'S1.1.';

/** Google Analytics' client cookie. It is read where its ID is to be taken over, and never written. */
export const GOOGLE_CLIENT_COOKIE = '_ga';

/** How many random numbers one decision may need: an id and a session id for each format. */
export const RANDOM_COUNT = 19;

/** The order in which d8a writes the tokens of a fresh session cookie. */
export const D8A_SESSION_KEYS = ['s', 'o', 'g', 't', 'j', 'd'];

/** Readable copy of the server id. Its name is Treasure Data's, so that their SDK finds it too. */
export const SERVER_ID_COOKIE = '_td_ssc_id';

/** What an empty data layer says about a consent type. */
export const NO_COMMANDS = { byDefault: undefined, byUpdate: undefined, anyDefaultGrants: false };

/** Version of the object in `window.firstPartyId`; another version is left alone. */
export const PAGE_STATE_VERSION = 2;

/** Cookie that finds out which domain a browser accepts; its value is new each time. */
export const PROBE_COOKIE = 'first_party_id_probe';

/** The one local storage key: permissions name keys exactly, so all values share it. */
export const LOCAL_STORAGE_KEY = 'first_party_id';

/** How long a page waits for the endpoint before it goes on without it. */
export const SERVER_TIMEOUT_MILLIS = 2000;

/** A timer trigger starts with the page, a moment before the tag's first run: that much is let pass. */
export const ENGAGEMENT_GRACE_MILLIS = 1000;

/** The visitor of a page that has been asked to forget. */
export const NOBODY = {
  clientId: '',
  sessionId: '',
  sessionNumber: 0,
  isNewSession: false,
  engaged: false,
  hitNumber: 0,
  source: 'none' as const,
};

/** What a format tells that has nothing of its own to tell. */
export const NO_DETAILS = { snowplow: undefined, treasureData: undefined };

/** The printable characters of ASCII, from code 32 on. */
export const CHARACTERS =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~';

/** Where SHA-1 begins. */
export const SHA1_START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

/** Treasure Data's choice of mode, `true` for signed. */
export const TD_SIGNED = '__td_signed';

/** Treasure Data's switch that stops events, `true` when they are stopped. */
export const TD_BLOCK_EVENTS = '__td_blockEvents';

/** Treasure Data's id across sites, which its SDK fetches. */
export const TD_GLOBAL = '_td_global';

/** Before a domain, the name of the cookie with which Treasure Data's SDK finds that domain. */
export const TD_PROBE = '_td_domain_';

/** A Snowplow tracker as it is without settings of its own. */
export const SNOWPLOW_DEFAULTS: SnowplowConfig = {
  cookieName: '_sp_',
  hash: '',
  hashedText: '',
  stateStorage: 'cookieAndLocalStorage',
  anonymousTracking: 'off',
  optOutCookie: '',
};

/** Treasure Data's SDK as it is without settings of its own, but in signed mode: consent has been asked for. */
export const TREASURE_DATA_DEFAULTS: TreasureDataConfig = {
  cookieName: '_td',
  startInSignedMode: true,
  storeConsentByLocalStorage: false,
};

/** Why it is this Snowplow user, by where the id comes from. */
export const SNOWPLOW_ID_REASONS: Record<VisitorIdentity['source'], ReasonCode> = {
  cookie: 'snowplow_id_stored',
  localStorage: 'snowplow_id_stored',
  restored: 'snowplow_id_restored',
  promoted: 'snowplow_id_promoted',
  new: 'snowplow_id_new',
  memory: 'snowplow_id_memory',
  none: 'snowplow_anonymous',
};

/** Why it is this Treasure Data visitor, by where the id comes from. */
export const TREASURE_DATA_ID_REASONS: Record<VisitorIdentity['source'], ReasonCode> = {
  cookie: 'treasure_data_id_stored',
  localStorage: 'treasure_data_id_stored',
  restored: 'treasure_data_id_restored',
  promoted: 'treasure_data_id_promoted',
  new: 'treasure_data_id_new',
  memory: 'treasure_data_id_memory',
  none: 'treasure_data_anonymous',
};
