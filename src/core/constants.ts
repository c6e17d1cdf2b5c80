/** Longest value of a 31-bit random number, as d8a draws it: 0 to 2147483646. */
export const MAX_RANDOM = 2147483646;

/** What a d8a client cookie begins with; anything else is not read as one. */
export const D8A_CLIENT_VERSION = 'C1.1.';

/** What a d8a session cookie begins with. */
export const D8A_SESSION_VERSION = 'S1.1.';

/** The order in which d8a writes the tokens of a fresh session cookie. */
export const D8A_SESSION_KEYS = ['s', 'o', 'g', 't', 'j', 'd'];

/** Readable copy of the server id. Its name is Treasure Data's, so that their SDK finds it too. */
export const SERVER_ID_COOKIE = '_td_ssc_id';

/** What an empty data layer says about a consent type. */
export const NO_COMMANDS = { byDefault: undefined, byUpdate: undefined, anyDefaultGrants: false };

/** Version of the object in `window.firstPartyId`; another version is left alone. */
export const PAGE_STATE_VERSION = 1;

/** Cookie that finds out which domain a browser accepts; its value is new each time. */
export const PROBE_COOKIE = 'first_party_id_probe';

/** The one local storage key: permissions name keys exactly, so all values share it. */
export const LOCAL_STORAGE_KEY = 'first_party_id';

/** How long a page waits for the endpoint before it goes on without it. */
export const SERVER_TIMEOUT_MILLIS = 2000;

/** A timer trigger starts with the page, a moment before the tag's first run: that much is let pass. */
export const ENGAGEMENT_GRACE_MILLIS = 1000;
