___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "First-Party ID",
  "categories": [
    "ANALYTICS",
    "TAG_MANAGEMENT",
    "UTILITY"
  ],
  "brand": {
    "id": "first_party_id",
    "displayName": "First-Party ID"
  },
  "description": "Gives your site one durable, consented, first-party visitor and session identity. It works beside the d8a tracker, and makes the identity last with a cookie endpoint on your own domain.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "propertyIds",
    "displayName": "Property ID",
    "simpleValueType": true,
    "help": "The d8a property this site reports to. Several are separated by commas; each has its own session cookie.",
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      },
      {
        "type": "REGEX",
        "args": [
          "^([A-Za-z0-9._-]+([ ,]+[A-Za-z0-9._-]+)*|.*[{][{].*)$"
        ],
        "errorMessage": "Letters, digits, full stop, underscore and hyphen; several are separated by commas."
      }
    ],
    "valueHint": "80e1d6d0-560d-419f-ac2a-fe9281e93386",
    "enablingConditions": [
      {
        "paramName": "d8a",
        "paramValue": true,
        "type": "EQUALS"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "serverUrl",
    "displayName": "Server cookie host",
    "simpleValueType": true,
    "help": "Where your cookie endpoint runs, without https://: a path on this site, or a subdomain. It makes the identity last; browsers may cut what scripts write to seven days. Leave it empty to work without an endpoint.",
    "valueHint": "www.example.com/fpid",
    "valueValidators": [
      {
        "type": "REGEX",
        "args": [
          "^(((https://)?[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+(/[A-Za-z0-9._~-]+)*/?)?|.*[{][{].*)$"
        ],
        "errorMessage": "A host, with a path if you like, such as www.example.com/fpid."
      }
    ]
  },
  {
    "type": "SELECT",
    "name": "consentType",
    "displayName": "Consent that permits storage",
    "macrosInSelect": false,
    "selectItems": [
      {
        "value": "analytics_storage",
        "displayValue": "analytics_storage"
      },
      {
        "value": "ad_storage",
        "displayValue": "ad_storage"
      },
      {
        "value": "ad_user_data",
        "displayValue": "ad_user_data"
      },
      {
        "value": "ad_personalization",
        "displayValue": "ad_personalization"
      },
      {
        "value": "functionality_storage",
        "displayValue": "functionality_storage"
      },
      {
        "value": "personalization_storage",
        "displayValue": "personalization_storage"
      },
      {
        "value": "security_storage",
        "displayValue": "security_storage"
      }
    ],
    "simpleValueType": true,
    "help": "The identity is kept only while this Google consent type is granted. Until then it lives in memory, and is kept under the same ID once the visitor agrees.",
    "defaultValue": "analytics_storage"
  },
  {
    "type": "GROUP",
    "name": "actionGroup",
    "displayName": "Action",
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "SELECT",
        "name": "action",
        "displayName": "Action",
        "macrosInSelect": true,
        "selectItems": [
          {
            "value": "identify",
            "displayValue": "Identify (page view)"
          },
          {
            "value": "engage",
            "displayValue": "Engage"
          },
          {
            "value": "newSession",
            "displayValue": "New session"
          },
          {
            "value": "forget",
            "displayValue": "Forget"
          }
        ],
        "simpleValueType": true,
        "help": "Identify counts a page view. Engage marks the session as engaged. New session starts one at once. Forget erases the visitor, here and at the endpoint.",
        "defaultValue": "identify"
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "consentGroup",
    "displayName": "More about consent",
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "SELECT",
        "name": "unsetConsent",
        "displayName": "While nobody has said anything about consent",
        "macrosInSelect": false,
        "selectItems": [
          {
            "value": "grant",
            "displayValue": "Treat it as granted"
          },
          {
            "value": "wait",
            "displayValue": "Keep the identity in memory"
          }
        ],
        "simpleValueType": true,
        "help": "Google treats a consent type that nobody has set as granted.",
        "defaultValue": "grant"
      },
      {
        "type": "SELECT",
        "name": "onWithdrawal",
        "displayName": "When consent is withdrawn",
        "macrosInSelect": false,
        "selectItems": [
          {
            "value": "erase",
            "displayValue": "Erase everything, here and at the endpoint"
          },
          {
            "value": "keep",
            "displayValue": "Keep what is stored, and do not use it"
          }
        ],
        "simpleValueType": true,
        "help": "A default that denies consent is never a withdrawal; an update that denies it is.",
        "defaultValue": "erase"
      },
      {
        "type": "TEXT",
        "name": "waitForUpdateMillis",
        "displayName": "Wait for a consent update",
        "simpleValueType": true,
        "help": "How long the first decision may wait for your consent tool; 0 does not wait.",
        "defaultValue": 0,
        "valueUnit": "milliseconds",
        "valueValidators": [
          {
            "type": "NON_NEGATIVE_NUMBER"
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "privacySignal",
        "displayName": "Privacy signal",
        "simpleValueType": true,
        "help": "Choose a variable that says true while the browser sends Global Privacy Control or Do Not Track, to honour it as a refusal."
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "formatsGroup",
    "displayName": "Identity formats",
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "CHECKBOX",
        "name": "d8a",
        "checkboxText": "d8a",
        "simpleValueType": true,
        "help": "Keeps the cookies of the d8a tracker.",
        "defaultValue": true
      },
      {
        "type": "CHECKBOX",
        "name": "adoptGoogleClientId",
        "checkboxText": "Take over Google Analytics’ client ID",
        "simpleValueType": true,
        "help": "A visitor who is new to d8a, and whom Google Analytics knows by its cookie _ga, gets that client ID. The cookie is only read, and only while consent permits.",
        "enablingConditions": [
          {
            "paramName": "d8a",
            "paramValue": true,
            "type": "EQUALS"
          }
        ]
      },
      {
        "type": "CHECKBOX",
        "name": "snowplow",
        "checkboxText": "Snowplow",
        "simpleValueType": true,
        "help": "Keeps the cookies of the Snowplow tracker, _sp_id and _sp_ses. A tracker that keeps its state in local storage needs the loader instead: permissions name storage keys exactly, and those end in digits of your site."
      },
      {
        "type": "TEXT",
        "name": "snowplowHash",
        "displayName": "Snowplow: digits",
        "simpleValueType": true,
        "help": "The four digits at the end of the cookie names, such as 1fff in _sp_id.1fff. Without them they are computed on each page, which takes 6 to 40 ms on a desktop, and a phone longer.",
        "valueHint": "1fff",
        "valueValidators": [
          {
            "type": "REGEX",
            "args": [
              "^([0-9a-f]{4})?$"
            ],
            "errorMessage": "Four of the digits 0 to 9 and the letters a to f."
          }
        ],
        "enablingConditions": [
          {
            "paramName": "snowplow",
            "paramValue": true,
            "type": "EQUALS"
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "snowplowCookieName",
        "displayName": "Snowplow: cookie name",
        "simpleValueType": true,
        "help": "The tracker’s cookieName: what its cookie names begin with.",
        "defaultValue": "_sp_",
        "valueValidators": [
          {
            "type": "REGEX",
            "args": [
              "^[A-Za-z0-9._-]*$"
            ]
          }
        ],
        "enablingConditions": [
          {
            "paramName": "snowplow",
            "paramValue": true,
            "type": "EQUALS"
          }
        ]
      },
      {
        "type": "SELECT",
        "name": "snowplowAnonymousTracking",
        "displayName": "Snowplow: anonymous tracking",
        "macrosInSelect": false,
        "selectItems": [
          {
            "value": "off",
            "displayValue": "Off"
          },
          {
            "value": "anonymous",
            "displayValue": "On: nothing is kept"
          },
          {
            "value": "withSessionTracking",
            "displayValue": "On, with session tracking: no user ID is kept"
          }
        ],
        "simpleValueType": true,
        "help": "As the tracker is set up. Cookies that are there already stay until consent is withdrawn.",
        "defaultValue": "off",
        "enablingConditions": [
          {
            "paramName": "snowplow",
            "paramValue": true,
            "type": "EQUALS"
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "snowplowOptOutCookie",
        "displayName": "Snowplow: opt-out cookie",
        "simpleValueType": true,
        "help": "Name of the cookie that opts a visitor out, whatever it holds. Snowplow’s cookies are then removed.",
        "enablingConditions": [
          {
            "paramName": "snowplow",
            "paramValue": true,
            "type": "EQUALS"
          }
        ]
      },
      {
        "type": "CHECKBOX",
        "name": "treasureData",
        "checkboxText": "Treasure Data",
        "simpleValueType": true,
        "help": "Keeps the client ID of Treasure Data’s SDK, the cookie _td, while it is in signed mode."
      },
      {
        "type": "TEXT",
        "name": "treasureDataCookieName",
        "displayName": "Treasure Data: cookie name",
        "simpleValueType": true,
        "help": "The SDK’s storage.name.",
        "defaultValue": "_td",
        "valueValidators": [
          {
            "type": "REGEX",
            "args": [
              "^[A-Za-z0-9._-]*$"
            ]
          }
        ],
        "enablingConditions": [
          {
            "paramName": "treasureData",
            "paramValue": true,
            "type": "EQUALS"
          }
        ]
      },
      {
        "type": "CHECKBOX",
        "name": "treasureDataStartInSignedMode",
        "checkboxText": "Treasure Data: start in signed mode",
        "simpleValueType": true,
        "help": "Whether a visitor who has chosen no mode is in signed mode, once consent permits to keep an ID. Clear it where your pages call setSignedMode.",
        "defaultValue": true,
        "enablingConditions": [
          {
            "paramName": "treasureData",
            "paramValue": true,
            "type": "EQUALS"
          }
        ]
      },
      {
        "type": "CHECKBOX",
        "name": "treasureDataStoreConsentByLocalStorage",
        "checkboxText": "Treasure Data: the choice of mode lies in local storage",
        "simpleValueType": true,
        "help": "As the SDK’s storeConsentByLocalStorage.",
        "enablingConditions": [
          {
            "paramName": "treasureData",
            "paramValue": true,
            "type": "EQUALS"
          }
        ]
      },
      {
        "type": "CHECKBOX",
        "name": "oneVisitorId",
        "checkboxText": "One visitor ID for all formats",
        "simpleValueType": true,
        "help": "A visitor who is new to a format gets there the ID that another format knows. Stored IDs are never changed. Without it each format has an ID of its own."
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "sessionGroup",
    "displayName": "Session",
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "TEXT",
        "name": "sessionTimeoutMinutes",
        "displayName": "Session timeout",
        "simpleValueType": true,
        "help": "A session ends after this time without a hit.",
        "defaultValue": 30,
        "valueUnit": "minutes",
        "valueValidators": [
          {
            "type": "NON_NEGATIVE_NUMBER"
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "engagementSeconds",
        "displayName": "Engagement",
        "simpleValueType": true,
        "help": "How long a page must have been open before an Engage tag counts.",
        "defaultValue": 10,
        "valueUnit": "seconds",
        "valueValidators": [
          {
            "type": "NON_NEGATIVE_NUMBER"
          }
        ]
      },
      {
        "type": "SELECT",
        "name": "sessionKeeper",
        "displayName": "Who counts page views",
        "macrosInSelect": false,
        "selectItems": [
          {
            "value": "thisTag",
            "displayValue": "This tag"
          },
          {
            "value": "tracker",
            "displayValue": "The tracker on the page"
          }
        ],
        "simpleValueType": true,
        "help": "Choose the tracker when a d8a or Snowplow tracker runs on the same pages: it then counts, and this tag creates only what is missing.",
        "defaultValue": "thisTag"
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "storageGroup",
    "displayName": "Storage",
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "SELECT",
        "name": "storage",
        "displayName": "Storage",
        "macrosInSelect": false,
        "selectItems": [
          {
            "value": "cookie",
            "displayValue": "Cookies"
          },
          {
            "value": "localStorage",
            "displayValue": "Local storage"
          },
          {
            "value": "none",
            "displayValue": "None: in memory only"
          }
        ],
        "simpleValueType": true,
        "help": "Where the d8a identity lies. Local storage belongs to one host: the identity is then not shared with subdomains. Snowplow and Treasure Data stay in cookies; None keeps none of them.",
        "defaultValue": "cookie"
      },
      {
        "type": "TEXT",
        "name": "cookieDomain",
        "displayName": "Cookie domain",
        "simpleValueType": true,
        "help": "auto finds the widest domain that the browser accepts. none keeps the cookies to one host.",
        "defaultValue": "auto"
      },
      {
        "type": "TEXT",
        "name": "cookiePrefix",
        "displayName": "Cookie prefix",
        "simpleValueType": true,
        "help": "Put before the d8a cookie names, as in the d8a tracker: with shop the client cookie is shop_d8a.",
        "valueValidators": [
          {
            "type": "REGEX",
            "args": [
              "^[A-Za-z0-9._-]*$"
            ]
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "cookieMaxAgeDays",
        "displayName": "Cookie lifetime",
        "simpleValueType": true,
        "help": "Browsers allow at most 400 days. With 0 the cookies end with the browser session.",
        "defaultValue": 730,
        "valueUnit": "days",
        "valueValidators": [
          {
            "type": "NON_NEGATIVE_NUMBER"
          }
        ]
      },
      {
        "type": "CHECKBOX",
        "name": "cookieUpdate",
        "checkboxText": "Start the lifetime anew at each page view",
        "simpleValueType": true,
        "help": "Once your endpoint keeps the cookies, it does this instead, once a session.",
        "defaultValue": true
      },
      {
        "type": "SELECT",
        "name": "cookieSameSite",
        "displayName": "SameSite",
        "macrosInSelect": false,
        "selectItems": [
          {
            "value": "Lax",
            "displayValue": "Lax"
          },
          {
            "value": "Strict",
            "displayValue": "Strict"
          },
          {
            "value": "None",
            "displayValue": "None"
          }
        ],
        "simpleValueType": true,
        "help": "Lax is right for nearly every site. None is for pages inside frames of other sites.",
        "defaultValue": "Lax"
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "dataLayerGroup",
    "displayName": "Data layer",
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "TEXT",
        "name": "dataLayerName",
        "displayName": "Data layer name",
        "simpleValueType": true,
        "help": "Permissions name the data layer, so another name also has to be built into the template; see the documentation.",
        "defaultValue": "dataLayer"
      }
    ]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

// First-Party ID 0.1.0
// Gives your site one durable, consented, first-party visitor and session
// identity. It works beside the d8a tracker, and makes the identity last with a
// cookie endpoint on your own domain.
// Generated; edit src/ instead.

// src/gtm/tag/apis.ts

const addConsentListener = require('addConsentListener');
const callLater = require('callLater');
const copyFromDataLayer = require('copyFromDataLayer');
const copyFromWindow = require('copyFromWindow');
const createQueue = require('createQueue');
const generateRandom = require('generateRandom');
const getCookieValues = require('getCookieValues');
const getTimestampMillis = require('getTimestampMillis');
const getType = require('getType');
const getUrl = require('getUrl');
const isConsentGranted = require('isConsentGranted');
const JSON = require('JSON');
const localStorage = require('localStorage');
const makeNumber = require('makeNumber');
const makeString = require('makeString');
const queryPermission = require('queryPermission');
const sendPixel = require('sendPixel');
const setCookie = require('setCookie');
const setInWindow = require('setInWindow');
const templateStorage = require('templateStorage');

// src/gtm/tag/constants.ts

/** What the field `action` can say. */
const ACTIONS = ['identify', 'engage', 'newSession', 'forget'];

/** The data layer event, with the identity under the key `firstPartyId`. */
const EVENT_NAME = 'first_party_id';

// src/core/constants.ts

/** Longest value of a 31-bit random number, as d8a draws it: 0 to 2147483646. */
const MAX_RANDOM = 2147483646;

/** What a d8a client cookie begins with; anything else is not read as one. */
const D8A_CLIENT_VERSION = 'C1.1.';

/** What a d8a session cookie begins with. */
const D8A_SESSION_VERSION = 'S1.1.';

/** Google Analytics' client cookie. It is read where its ID is to be taken over, and never written. */
const GOOGLE_CLIENT_COOKIE = '_ga';

/** How many random numbers one decision may need: an id and a session id for each format. */
const RANDOM_COUNT = 19;

/** The order in which d8a writes the tokens of a fresh session cookie. */
const D8A_SESSION_KEYS = ['s', 'o', 'g', 't', 'j', 'd'];

/** Readable copy of the server id. Its name is Treasure Data's, so that their SDK finds it too. */
const SERVER_ID_COOKIE = '_td_ssc_id';

/** What an empty data layer says about a consent type. */
const NO_COMMANDS = {
  byDefault: undefined,
  byUpdate: undefined,
  anyDefaultGrants: false,
};

/** Version of the object in `window.firstPartyId`; another version is left alone. */
const PAGE_STATE_VERSION = 2;

/** Cookie that finds out which domain a browser accepts; its value is new each time. */
const PROBE_COOKIE = 'first_party_id_probe';

/** The one local storage key: permissions name keys exactly, so all values share it. */
const LOCAL_STORAGE_KEY = 'first_party_id';

/** How long a page waits for the endpoint before it goes on without it. */
const SERVER_TIMEOUT_MILLIS = 2000;

/** A timer trigger starts with the page, a moment before the tag's first run: that much is let pass. */
const ENGAGEMENT_GRACE_MILLIS = 1000;

/** The visitor of a page that has been asked to forget. */
const NOBODY = {
  clientId: '',
  sessionId: '',
  sessionNumber: 0,
  isNewSession: false,
  engaged: false,
  hitNumber: 0,
  source: 'none',
};

/** What a format tells that has nothing of its own to tell. */
const NO_DETAILS = { snowplow: undefined, treasureData: undefined };

/** The printable characters of ASCII, from code 32 on. */
const CHARACTERS =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~';

/** Where SHA-1 begins. */
const SHA1_START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

/** Treasure Data's choice of mode, `true` for signed. */
const TD_SIGNED = '__td_signed';

/** Treasure Data's switch that stops events, `true` when they are stopped. */
const TD_BLOCK_EVENTS = '__td_blockEvents';

/** Treasure Data's id across sites, which its SDK fetches. */
const TD_GLOBAL = '_td_global';

/** Before a domain, the name of the cookie with which Treasure Data's SDK finds that domain. */
const TD_PROBE = '_td_domain_';

/** A Snowplow tracker as it is without settings of its own. */
const SNOWPLOW_DEFAULTS = {
  cookieName: '_sp_',
  hash: '',
  hashedText: '',
  stateStorage: 'cookieAndLocalStorage',
  anonymousTracking: 'off',
  optOutCookie: '',
};

/** Treasure Data's SDK as it is without settings of its own, but in signed mode: consent has been asked for. */
const TREASURE_DATA_DEFAULTS = {
  cookieName: '_td',
  startInSignedMode: true,
  storeConsentByLocalStorage: false,
};

/** Why it is this Snowplow user, by where the id comes from. */
const SNOWPLOW_ID_REASONS = {
  cookie: 'snowplow_id_stored',
  localStorage: 'snowplow_id_stored',
  restored: 'snowplow_id_restored',
  promoted: 'snowplow_id_promoted',
  new: 'snowplow_id_new',
  memory: 'snowplow_id_memory',
  none: 'snowplow_anonymous',
};

/** Why it is this Treasure Data visitor, by where the id comes from. */
const TREASURE_DATA_ID_REASONS = {
  cookie: 'treasure_data_id_stored',
  localStorage: 'treasure_data_id_stored',
  restored: 'treasure_data_id_restored',
  promoted: 'treasure_data_id_promoted',
  new: 'treasure_data_id_new',
  memory: 'treasure_data_id_memory',
  none: 'treasure_data_anonymous',
};

// src/gtm/tag/main.ts

/*
 * The tag's story: read the form, the data layers, the page and consent; let the core decide;
 * carry its plan out; tell the page; end.
 *
 * All but the form happens in callLater. A template has no `try`: an exception would end the tag
 * with nothing said, but in callLater it ends only one step. Waiting for the event to end also
 * lets a consent tool on the same event be heard, since Google applies its commands only then.
 */
const form = readForm(data);
const close = closeOnce(data.gtmOnSuccess, data.gtmOnFailure);

if (copyFromDataLayer('event') === EVENT_NAME) {
  // Its trigger takes in the tag's own event: whatever it did would fire it again, without end.
  data.gtmOnFailure();
} else if (form.problem === undefined) {
  start(
    newRun(form, {
      trigger: 'tag',
      eventId: data.gtmEventId || 0,
      close: close,
    })
  );
} else {
  publishProblem(form, close);
}

// src/gtm/tag/read-form.ts

/** The form's values as configuration. Variables may put anything into a field. */
function readForm(fields) {
  const dataLayerName = textOr(fields.dataLayerName, 'dataLayer');
  const chosen = textOr(fields.action, 'identify');
  const action = ACTIONS.filter((known) => known === chosen)[0];
  if (action === undefined)
    return { problem: 'action_unknown', dataLayerName: dataLayerName };
  const serverUrl = readServerUrl(fields.serverUrl);
  const config = readConfig(fields, serverUrl || '');
  const problem = findProblem(config);
  if (problem !== undefined)
    return { problem: problem, dataLayerName: dataLayerName };
  return {
    problem: undefined,
    action: action,
    config: config,
    dataLayerName: dataLayerName,
    privacySignal: isOn(fields.privacySignal),
    notes: readNotes(fields, serverUrl),
  };
}

/** Why the tag cannot run with this configuration. */
function findProblem(config) {
  if (config.d8a && config.propertyIds.length === 0)
    return 'property_id_missing';
  if (config.d8a && !config.propertyIds.every(isCookieNamePart))
    return 'property_id_invalid';
  const isAnyOn =
    config.d8a ||
    config.snowplow !== undefined ||
    config.treasureData !== undefined;
  return isAnyOn ? undefined : 'format_missing';
}

/** What is odd about the form, though the tag can run. */
function readNotes(fields, serverUrl) {
  const notes = serverUrl === undefined ? ['server_url_invalid'] : [];
  const snowplow = readSnowplow(fields);
  const isHashOdd =
    snowplow !== undefined && snowplow.hash !== textOr(fields.snowplowHash, '');
  return isHashOdd ? notes.concat(['snowplow_hash_invalid']) : notes;
}

function readConfig(fields, serverUrl) {
  return {
    d8a: fields.d8a !== false,
    snowplow: readSnowplow(fields),
    treasureData: readTreasureData(fields),
    oneVisitorId: isOn(fields.oneVisitorId),
    adoptGoogleClientId: isOn(fields.adoptGoogleClientId),
    propertyIds: splitList(textOr(fields.propertyIds, '')),
    cookiePrefix: namePartOr(fields.cookiePrefix, ''),
    cookieDomain: textOr(fields.cookieDomain, 'auto').toLowerCase(),
    cookieMaxAgeDays: numberOr(fields.cookieMaxAgeDays, 730),
    cookieSameSite: oneOf(
      fields.cookieSameSite,
      ['Lax', 'Strict', 'None'],
      'Lax'
    ),
    cookieUpdate: fields.cookieUpdate !== false,
    storage: oneOf(
      fields.storage,
      ['cookie', 'localStorage', 'none'],
      'cookie'
    ),
    sessionTimeoutMinutes: numberOr(fields.sessionTimeoutMinutes, 30),
    engagementSeconds: numberOr(fields.engagementSeconds, 10),
    sessionKeeper: oneOf(
      fields.sessionKeeper,
      ['thisTag', 'tracker'],
      'thisTag'
    ),
    consentType: textOr(fields.consentType, 'analytics_storage'),
    unsetConsent: oneOf(fields.unsetConsent, ['grant', 'wait'], 'grant'),
    onWithdrawal: oneOf(fields.onWithdrawal, ['erase', 'keep'], 'erase'),
    waitForUpdateMillis: numberOr(fields.waitForUpdateMillis, 0),
    serverUrl: serverUrl,
  };
}

/** Host and path without scheme; `undefined` for what cannot be called by https. */
function readServerUrl(value) {
  const text = textOr(value, '');
  const start = text.indexOf('https://') === 0 ? 'https://'.length : 0;
  const end = text.slice(-1) === '/' ? text.length - 1 : text.length;
  const url = text.slice(start, end);
  if (url === '') return text === '' ? '' : undefined;
  const isUrl =
    url.match('^[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+(/[A-Za-z0-9._~-]+)*$') !==
    null;
  return isUrl ? url : undefined;
}

// src/gtm/tag/guard.ts

/**
 * Runs a step so that the tag ends whatever happens: what a step throws goes no further than its
 * callLater, and the check behind it then ends the run.
 */
function guard(run, step) {
  let isDone = false;
  callLater(() => {
    step();
    isDone = true;
  });
  callLater(() => {
    if (isDone) return;
    publishProblem(
      { problem: 'internal_error', dataLayerName: run.form.dataLayerName },
      run.close
    );
  });
}

/** One callback for success and failure, of which only the first call counts. */
function closeOnce(onSuccess, onFailure) {
  let isClosed = false;
  return (isSuccess) => {
    if (isClosed) return;
    isClosed = true;
    if (isSuccess) onSuccess();
    else onFailure();
  };
}

// src/gtm/tag/run.ts

/** A run about to begin: nothing read yet. */
function newRun(form, begin) {
  return {
    form: form,
    action: begin.trigger === 'tag' ? form.action : 'identify',
    config: form.config,
    trigger: begin.trigger,
    eventId: begin.eventId,
    close: begin.close,
    startedMillis: getTimestampMillis(),
    shared: sharedState(),
    isWaiting: false,
    isRecordReadable: false,
    isDataLayerRead: false,
    gtag: NO_COMMANDS,
    d8a: NO_COMMANDS,
    isPageOurs: false,
    page: undefined,
    consent: undefined,
    stored: {},
    cookieDomain: undefined,
    hasLocalStorage: false,
    serverId: '',
    restore: { state: 'notAsked' },
    notes: form.notes.slice(),
  };
}

/** From the first look at the page to the tag's end. */
function start(run) {
  // What a page has put there can make a copy throw; the run then goes on without it.
  callLater(() => readDataLayers(run));
  callLater(() => tryRecord(run));
  guard(run, () => {
    listenToConsent(run, (close) => {
      start(
        newRun(run.form, {
          trigger: 'consentChange',
          eventId: run.eventId,
          close: close,
        })
      );
    });
    waitForConsent(run);
  });
}

/** The sandbox has no timer: it looks again until there is an update, or the time is over. */
function waitForConsent(run) {
  const limitMillis = run.config.waitForUpdateMillis;
  const isTimeOver = getTimestampMillis() - run.startedMillis >= limitMillis;
  run.isWaiting = !isTimeOver && !hasConsentAnswer(run);
  if (run.isWaiting) {
    guard(run, () => waitForConsent(run));
    return;
  }
  if (limitMillis > 0 && isTimeOver) run.notes.push('consent_wait_over');
  consider(run);
}

function hasConsentAnswer(run) {
  if (run.form.privacySignal) return true;
  const entry = readRecord(run);
  if (entry !== undefined) return entry.byUpdate !== undefined;
  const hasHeard =
    run.shared.heardUpdates[run.config.consentType] !== undefined;
  return hasHeard || run.gtag.byUpdate !== undefined;
}

/**
 * Reads page, consent and storage, and acts. These steps stand in line together, so that no other
 * run comes between what this one reads and what it writes.
 */
function consider(run) {
  run.consent = undefined;
  run.stored = {};
  run.cookieDomain = undefined;
  run.hasLocalStorage = false;
  callLater(() => readPage(run));
  callLater(() => {
    run.consent = resolveNow(run);
  });
  callLater(() => readStorage(run));
  guard(run, () => act(run, () => consider(run)));
}

// src/gtm/tag/publish.ts

/** Shares the page state with other tags, containers and variables on this page. */
function publishPage(run, page) {
  run.shared.page = page;
  if (run.isPageOurs) setInWindow('firstPartyId', page, true);
}

/** Pushes the `first_party_id` event: in Preview it says which identity was used, and why. */
function publishEvent(dataLayerName, page) {
  pushEvent(dataLayerName, {
    clientId: page.clientId,
    sessionId: page.sessionId,
    sessionNumber: page.sessionNumber,
    isNewSession: page.isNewSession,
    engaged: page.engaged,
    hitNumber: page.hitNumber,
    serverId: page.serverId,
    consent: page.consent,
    source: page.source,
    cookieDomain: page.cookieDomain,
    snowplow: page.snowplow,
    treasureData: page.treasureData,
    reasons: page.reasons,
  });
}

/** Says why there is no identity, and ends the tag as failed. */
function publishProblem(found, close) {
  pushEvent(found.dataLayerName, { reasons: [found.problem] });
  callLater(() => close(false));
}

function pushEvent(dataLayerName, identity) {
  // A page may have put something else in the data layer's place, which cannot be pushed to.
  callLater(() => {
    if (!mayUseDataLayer(dataLayerName)) return;
    // Google merges lists in the data layer entry by entry; the null keeps old reasons out.
    createQueue(dataLayerName)(
      { firstPartyId: null },
      { event: EVENT_NAME, firstPartyId: identity }
    );
  });
}

// src/gtm/tag/read-values.ts

/** The text of a field without the space around it; an empty one gives the default. */
function textOr(value, otherwise) {
  if (getType(value) !== 'string' && getType(value) !== 'number')
    return otherwise;
  const text = makeString(value).trim();
  return text === '' ? otherwise : text;
}

/** A number of at least 0; an empty field, or anything else, gives the default. */
function numberOr(value, otherwise) {
  if (textOr(value, '') === '') return otherwise;
  const number = makeNumber(value);
  return number >= 0 && number - number === 0 ? number : otherwise;
}

/** One of the choices; anything else gives the default. */
function oneOf(value, choices, otherwise) {
  return choices.filter((choice) => choice === value)[0] || otherwise;
}

/** Whether a field or a variable says yes. */
function isOn(value) {
  return ['true', '1', 'yes'].indexOf(makeString(value).toLowerCase()) !== -1;
}

/** A text that can stand in a cookie name. */
function namePartOr(value, otherwise) {
  const text = textOr(value, otherwise);
  return isCookieNamePart(text) ? text : otherwise;
}

function isCookieNamePart(text) {
  return text.match('^[A-Za-z0-9._-]+$') !== null;
}

// src/gtm/tag/read-format-fields.ts

/** Snowplow's part of the form; `undefined` when it is off. Permissions leave it only cookies. */
function readSnowplow(fields) {
  if (!isOn(fields.snowplow)) return undefined;
  const hash = textOr(fields.snowplowHash, '').toLowerCase();
  return {
    cookieName: namePartOr(
      fields.snowplowCookieName,
      SNOWPLOW_DEFAULTS.cookieName
    ),
    hash: hash.match('^[0-9a-f]{4}$') === null ? '' : hash,
    hashedText: '',
    stateStorage: 'cookie',
    anonymousTracking: oneOf(
      fields.snowplowAnonymousTracking,
      ['off', 'anonymous', 'withSessionTracking'],
      'off'
    ),
    optOutCookie: namePartOr(fields.snowplowOptOutCookie, ''),
  };
}

/** Treasure Data's part of the form; `undefined` when it is off. */
function readTreasureData(fields) {
  if (!isOn(fields.treasureData)) return undefined;
  return {
    cookieName: namePartOr(
      fields.treasureDataCookieName,
      TREASURE_DATA_DEFAULTS.cookieName
    ),
    startInSignedMode: fields.treasureDataStartInSignedMode !== false,
    storeConsentByLocalStorage: isOn(
      fields.treasureDataStoreConsentByLocalStorage
    ),
  };
}

// src/gtm/tag/shared-state.ts

/** The one state of this template in this container; template storage keeps it by reference. */
function sharedState() {
  const known = templateStorage.getItem('state');
  if (known !== null && known !== undefined) return known;
  const fresh = {
    writer: 'gtm.' + generateRandom(0, MAX_RANDOM),
    listening: {},
    heardUpdates: {},
    calls: [],
    page: undefined,
  };
  templateStorage.setItem('state', fresh);
  return fresh;
}

// src/gtm/tag/read-data-layers.ts

/** Copies both data layers. A page can make this throw: an object without a prototype does. */
function readDataLayers(run) {
  const type = run.config.consentType;
  run.d8a = readConsentCommands(copyFromWindow('d8aLayer'), type);
  if (!mayUseDataLayer(run.form.dataLayerName)) {
    run.notes.push('data_layer_not_permitted');
  } else {
    run.gtag = readConsentCommands(
      copyFromWindow(run.form.dataLayerName),
      type
    );
  }
  run.isDataLayerRead = true;
}

function mayUseDataLayer(name) {
  return queryPermission('access_globals', 'readwrite', name);
}

// src/gtm/tag/read-signals.ts

/** What is known about consent at this moment. */
function readSignals(run) {
  const type = run.config.consentType;
  return {
    isGranted: isConsentGranted(type),
    entry: readRecord(run),
    heardUpdate: run.shared.heardUpdates[type],
    gtag: run.gtag,
    d8a: run.d8a,
    privacySignal: run.form.privacySignal,
  };
}

/**
 * Google's record of the form's consent type, which also shows what consent tools say through the
 * sandbox's APIs: the data layer does not.
 */
function readRecord(run) {
  if (!run.isRecordReadable) return undefined;
  return readConsentEntry(copyRecord(), run.config.consentType);
}

/** A page can make the copy throw: tried in a step of its own, the run goes on without it. */
function tryRecord(run) {
  copyRecord();
  run.isRecordReadable = true;
}

function copyRecord() {
  return copyFromWindow('google_tag_data.ics.entries');
}

/** The state of consent at this moment. */
function resolveNow(run) {
  const before = run.page === undefined ? undefined : run.page.consent;
  return resolveConsent(readSignals(run), before);
}

// src/gtm/tag/listen-to-consent.ts

/**
 * Begins one more run whenever consent changes on this page.
 *
 * Listeners cannot be taken away, so each form adds one, however often its tag fires. Google calls
 * it on an update and when the wait for one is over, and only when what is in force has changed
 * since: a default that came late as well.
 */
function listenToConsent(run, again) {
  const type = run.config.consentType;
  const key = [type, run.config.cookiePrefix]
    .concat(storedNames(run.config))
    .join('|');
  const shared = run.shared;
  if (run.action !== 'identify' || shared.listening[key] === true) return;
  shared.listening[key] = true;
  addConsentListener(type, (_type, isGranted) => {
    shared.heardUpdates[type] = isGranted;
    // A run that waits for this update goes on by itself.
    if (run.isWaiting) return;
    again(closeOnce(doNothing, doNothing));
  });
}

/** What tells one form from another: the names that it keeps. */
function storedNames(config) {
  return storedEntries(allFormats(), config).map((entry) => entry.name);
}

/** Google has been told long ago how the tag ended. */
function doNothing() {
  return undefined;
}

// src/gtm/tag/read-page.ts

/** The page's shared state, from any tag or loader; where the name is taken, only our own. */
function readPage(run) {
  run.page = run.shared.page;
  const value = copyFromWindow('firstPartyId');
  if (value === undefined) run.isPageOurs = true;
  if (!isPageState(value)) return;
  run.isPageOurs = true;
  run.page = value;
}

function isPageState(value) {
  if (getType(value) !== 'object') return false;
  const state = value;
  if (
    state.version !== PAGE_STATE_VERSION ||
    getType(state.claims) !== 'object'
  )
    return false;
  if (
    getType(state.startedMillis) !== 'number' ||
    getType(state.consent) !== 'string'
  )
    return false;
  if (getType(state.attributes) !== 'string') return false;
  return isRecordOf(state.memory, isMemory);
}

function isMemory(value) {
  if (getType(value) !== 'object') return false;
  return isRecordOf(value.values, (text) => getType(text) === 'string');
}

function isRecordOf(value, test) {
  if (getType(value) !== 'object') return false;
  const record = value;
  for (const key in record) {
    if (!test(record[key])) return false;
  }
  return true;
}

// src/gtm/tag/read-storage.ts

/**
 * Reads what consent permits: everything to keep it, the names there are to erase them, and
 * otherwise nothing. Blocked storage can make this throw; the run then goes on without it.
 */
function readStorage(run) {
  if (run.consent === undefined) return;
  const mayKeep =
    permitsStorage(run.config, run.consent) && run.action !== 'forget';
  if (!mayKeep && !isErasing(run, run.consent)) return;
  run.serverId = getCookieValues(SERVER_ID_COOKIE, false)[0] || '';
  if (run.config.storage === 'none') return;
  const formats = allFormats();
  const needsDomain = mayKeep || namesNeedDomain(run.config);
  const hasCookies = usesStore(formats, run.config, 'cookie');
  const cookieDomain =
    needsDomain && hasCookies ? findCookieDomain(run) : undefined;
  run.config = settleNames(formats, run.form.config, {
    host: getUrl('host'),
    cookieDomain: cookieDomain,
    page: run.page,
  });
  const entries = storedEntries(formats, run.config);
  const cookies = entries.filter((entry) => entry.store === 'cookie');
  // What is there but hidden would be overwritten: the run then has nowhere to write.
  if (
    mayKeep &&
    !cookies.every((entry) => isDispensable(entry) || mayRead(entry))
  )
    return;
  const domains = duplicateDomains(run.config, cookieDomain);
  cookies.filter(mayRead).forEach((entry) => {
    const isSeparated = mayKeep && entry.isOurs;
    run.stored[entry.name] = isSeparated
      ? separateDuplicates(entry.name, domains)
      : readCookie(entry.name);
  });
  run.cookieDomain = cookieDomain;
  readLocal(run, entries, mayKeep);
}

/** Last, since local storage can throw at every use; without it the cookies still count. */
function readLocal(run, entries, mayKeep) {
  const local = entries.filter((entry) => entry.store !== 'cookie');
  const isUsable = mayKeep && local.length > 0 && isLocalStorageUsable();
  local.forEach((entry) => {
    run.stored[entry.name] = readLocalEntry(entry);
  });
  run.hasLocalStorage = isUsable;
}

function readLocalEntry(entry) {
  return entry.store === 'localStorage'
    ? readLocalValue(entry.name)
    : readLocalKey(entry.name);
}

/** A policy of the page's, or the container's owner, can refuse single names. */
function mayRead(entry) {
  return queryPermission('get_cookies', entry.name);
}

/** Without these the visitor is still known, and so is what they have refused. */
function isDispensable(entry) {
  return [GOOGLE_CLIENT_COOKIE, TD_GLOBAL].indexOf(entry.name) !== -1;
}

function isErasing(run, consent) {
  if (run.action === 'forget') return true;
  return consent.state === 'withdrawn' && run.config.onWithdrawal === 'erase';
}

// src/gtm/tag/act.ts

/**
 * Decides and carries out. Where the endpoint is asked to bring back cookies first, its answer
 * leads to another look, and so does consent that has changed while the endpoint was answering.
 */
function act(run, lookAgain) {
  if (run.consent === undefined) {
    publishProblem(
      { problem: 'internal_error', dataLayerName: run.form.dataLayerName },
      run.close
    );
    return;
  }
  const plan = decide(allFormats(), run.config, takeSnapshot(run, run.consent));
  if (plan.kind === 'act') {
    carryOut(run, plan, lookAgain);
    return;
  }
  eraseValues(plan.erase);
  writeValues(run, plan.writes);
  callServer(run, '/id.gif', (isAnswered) => {
    run.restore = {
      state: isAnswered ? 'answered' : 'unreachable',
      askedFor: plan.askFor,
    };
    lookAgain();
  });
}

function carryOut(run, plan, lookAgain) {
  eraseValues(plan.erase);
  writeValues(run, plan.writes);
  if (!run.isDataLayerRead) run.notes.push('data_layer_unreadable');
  if (!run.isPageOurs) run.notes.push('page_object_foreign');
  noteReasons(run, plan.page);
  // At once, so that another tag of this event sees this one's hit and identity.
  publishPage(run, plan.page);
  if (plan.server === 'none') {
    finish(run, plan.page, true);
    return;
  }
  callServer(run, plan.server === 'forget' ? '/forget.gif' : '/id.gif', () => {
    finishAfterServer(run, plan.page, lookAgain);
  });
}

// src/gtm/tag/find-cookie-domain.ts

/**
 * The first domain on which the browser keeps a cookie of ours; `undefined` when it keeps none.
 *
 * The sandbox's own `domain: 'auto'` takes an identical cookie that was there before for a
 * success, so the probe has a new value each time. The answer holds for the page.
 */
function findCookieDomain(run) {
  const configured = run.config.cookieDomain;
  if (
    configured === 'auto' &&
    run.page !== undefined &&
    run.page.attributes !== ''
  ) {
    return run.page.cookieDomain;
  }
  const candidates = configuredDomainCandidates(configured, getUrl('host'));
  const accepted = candidates.filter(firstAccepted());
  const isRefused =
    configured !== 'auto' &&
    configured !== 'none' &&
    accepted[0] !== candidates[0];
  if (isRefused && accepted.length > 0) run.notes.push('cookie_domain_refused');
  return accepted[0];
}

/** A test that probes candidates until one is accepted, and none after that. */
function firstAccepted() {
  let isFound = false;
  return (domain) => {
    if (isFound) return false;
    isFound = acceptsCookie(domain);
    return isFound;
  };
}

function acceptsCookie(domain) {
  const value = 'p' + generateRandom(0, MAX_RANDOM);
  writeCookie(PROBE_COOKIE, value, {
    domain: domain,
    sameSite: 'Lax',
    maxAgeSeconds: undefined,
  });
  const isKept = getCookieValues(PROBE_COOKIE, false).indexOf(value) !== -1;
  if (isKept) eraseCookie(PROBE_COOKIE, domain);
  return isKept;
}

// src/gtm/tag/read-cookie.ts

/** Every value under a name, undecoded: decoding a malformed one would throw. */
function readCookie(name) {
  return getCookieValues(name, false).map((value) => ({
    value: value,
    domain: undefined,
    isRemoved: false,
  }));
}

/**
 * As readCookie, but of several values under one name only the one on the widest domain stays.
 *
 * A browser does not say on which domain a cookie lies. Removing them one domain at a time, from
 * this host alone outwards, shows it: what disappears has lain there. The core may write it again.
 */
function separateDuplicates(name, domains) {
  const removed = [];
  domains.forEach((domain) => {
    const before = getCookieValues(name, false);
    if (before.length < 2) return;
    eraseCookie(name, domain);
    missingFrom(getCookieValues(name, false), before).forEach((value) => {
      removed.push({ value: value, domain: domain, isRemoved: true });
    });
  });
  // Longer paths come first (RFC 6265, 5.4): out of reach, and on this part of the site alone.
  return removed.concat(readCookie(name).slice(-1));
}

/** Where duplicates can lie, this host alone first; the widest domain that is known keeps its cookie. */
function duplicateDomains(config, cookieDomain) {
  const all = cookieDomainCandidates(getUrl('host'));
  const isWidest = config.cookieDomain === 'auto' && cookieDomain !== undefined;
  return all.slice(isWidest ? all.indexOf(cookieDomain) + 1 : 0).reverse();
}

function missingFrom(after, before) {
  const left = after.slice();
  return before.filter((value) => {
    const index = left.indexOf(value);
    if (index === -1) return true;
    left.splice(index, 1);
    return false;
  });
}

// src/gtm/tag/local-values.ts

/** Values lie in one object under one key: `{<cookie name>: <value>, …, expiresMillis}`. */
function readLocalValue(name) {
  const value = readKept()[name];
  return typeof value === 'string'
    ? [{ value: value, domain: undefined, isRemoved: false }]
    : [];
}

/** A value under a key of its own. */
function readLocalKey(key) {
  const value = localStorage === undefined ? null : localStorage.getItem(key);
  return value === null
    ? []
    : [{ value: value, domain: undefined, isRemoved: false }];
}

function eraseLocalKey(key) {
  if (localStorage !== undefined) localStorage.removeItem(key);
}

function isLocalStorageUsable() {
  if (localStorage === undefined) return false;
  const text = JSON.stringify(readKept());
  const isWritten = localStorage.setItem(LOCAL_STORAGE_KEY, text);
  if (text === '{}') localStorage.removeItem(LOCAL_STORAGE_KEY);
  return isWritten;
}

function writeLocalValues(writes) {
  if (localStorage === undefined || writes.length === 0) return;
  const kept = readKept();
  writes.forEach((write) => {
    kept[write.name] = write.value;
    if (write.maxAgeSeconds === undefined) return;
    kept.expiresMillis = getTimestampMillis() + write.maxAgeSeconds * 1000;
  });
  localStorage.setItem(LOCAL_STORAGE_KEY, JSON.stringify(kept));
}

/** Removes these values, and the key itself when nothing is left under it. */
function eraseLocalValues(entries) {
  if (localStorage === undefined || entries.length === 0) return;
  const names = entries.map((entry) => entry.name);
  const kept = readKept();
  const left = {};
  let count = 0;
  for (const name in kept) {
    if (names.indexOf(name) !== -1) continue;
    left[name] = kept[name];
    if (name !== 'expiresMillis') count = count + 1;
  }
  if (count === 0) localStorage.removeItem(LOCAL_STORAGE_KEY);
  else localStorage.setItem(LOCAL_STORAGE_KEY, JSON.stringify(left));
}

function readKept() {
  const text =
    localStorage === undefined ? null : localStorage.getItem(LOCAL_STORAGE_KEY);
  const kept = text === null ? undefined : JSON.parse(text);
  if (getType(kept) !== 'object') return {};
  const values = kept;
  const expiresMillis = values.expiresMillis;
  const isOver =
    typeof expiresMillis === 'number' && expiresMillis <= getTimestampMillis();
  return isOver ? {} : values;
}

// src/gtm/tag/take-snapshot.ts

/** Everything the core decides from, as it is now. */
function takeSnapshot(run, consent) {
  return {
    action: run.action,
    trigger: run.trigger,
    nowMillis: getTimestampMillis(),
    randoms: drawRandoms(),
    consent: consent,
    stored: run.stored,
    host: getUrl('host'),
    cookieDomain: run.cookieDomain,
    hasLocalStorage: run.hasLocalStorage,
    serverId: run.serverId,
    page: run.page,
    writer: run.shared.writer,
    eventId: run.eventId,
    restore: run.restore,
  };
}

function drawRandoms() {
  const randoms = [];
  for (let count = 0; count < RANDOM_COUNT; count++) {
    randoms.push(generateRandom(0, MAX_RANDOM));
  }
  return randoms;
}

// src/gtm/tag/keep-values.ts

/** Writes values, each to its store. */
function writeValues(run, writes) {
  const domain = run.cookieDomain || '';
  writeLocalValues(writes.filter((write) => write.store === 'localStorage'));
  const cookies = writes.filter((write) => write.store === 'cookie');
  cookies.forEach((write) => {
    const settings = {
      domain: domain,
      sameSite: write.sameSite,
      maxAgeSeconds: write.maxAgeSeconds,
    };
    writeCookie(write.name, write.value, settings);
    if (!isAmongOthers(write)) return;
    eraseElsewhere(write.name, domain);
    // Some cookie stores take a host's own cookie and one of its domain for the same.
    if (!isKept(write)) writeCookie(write.name, write.value, settings);
  });
  if (!cookies.every(isKept)) run.notes.push('cookie_not_kept');
}

/** A browser drops without a word what it does not want, such as a cookie that https has reserved. */
function isKept(write) {
  return getCookieValues(write.name, false).indexOf(write.value) !== -1;
}

function isAmongOthers(write) {
  return isKept(write) && getCookieValues(write.name, false).length > 1;
}

/**
 * What lay alone on another domain now stands beside the value just written. A narrower one would
 * outlive it, and a wider one, beside a domain that the form names, would be read in its place.
 */
function eraseElsewhere(name, domain) {
  cookieDomainCandidates(getUrl('host'))
    .filter((candidate) => candidate !== domain)
    .forEach((candidate) => eraseCookie(name, candidate));
}

/** Removes values, cookies from every domain they may lie on. */
function eraseValues(entries) {
  const domains = cookieDomainCandidates(getUrl('host'));
  eraseLocalValues(entries.filter((entry) => entry.store === 'localStorage'));
  entries
    .filter((entry) => entry.store === 'cookie')
    .forEach((entry) =>
      domains.forEach((domain) => eraseCookie(entry.name, domain))
    );
  entries
    .filter((entry) => entry.store === 'localStorageKey')
    .forEach((entry) => eraseLocalKey(entry.name));
}

// src/gtm/tag/call-server.ts

/**
 * Calls the endpoint and goes on with its answer, or without one when it takes too long.
 *
 * The call leaves after the steps that are due now, so that all tags of one event share one call
 * and it carries what they have all written.
 */
function callServer(run, path, next) {
  const askedMillis = getTimestampMillis();
  let isOver = false;
  const goOn = (answer) => {
    if (isOver) return;
    isOver = true;
    run.notes.push(answer);
    guard(run, () => next(answer === 'server_answered'));
  };
  const waitForAnswer = () => {
    if (isOver) return;
    if (getTimestampMillis() - askedMillis >= SERVER_TIMEOUT_MILLIS)
      goOn('server_timeout');
    else callLater(waitForAnswer);
  };
  lineUp(run.shared, {
    url: 'https://' + run.config.serverUrl + path,
    isForgetting: path === '/forget.gif',
    isSent: false,
    waiters: [goOn],
  });
  callLater(waitForAnswer);
}

/**
 * One call after the other: the answer to a call still under way would bring back the cookies of a
 * visitor whom the next one forgets. Also a call that no run waits for any more is under way.
 */
function lineUp(shared, call) {
  const last = shared.calls[shared.calls.length - 1];
  const isSame = last !== undefined && last.url === call.url;
  if (isSame && (!last.isSent || call.isForgetting)) {
    last.waiters = last.waiters.concat(call.waiters);
    return;
  }
  shared.calls.push(call);
  if (last === undefined) callLater(() => sendFirst(shared));
}

function sendFirst(shared) {
  const call = shared.calls[0];
  if (call === undefined) return;
  call.isSent = true;
  // The time keeps the browser from answering out of its image cache.
  sendPixel(
    call.url + '?r=' + getTimestampMillis(),
    () => end(shared, call, 'server_answered'),
    () => end(shared, call, 'server_unreachable')
  );
}

function end(shared, call, answer) {
  if (shared.calls[0] !== call) return;
  shared.calls.shift();
  call.waiters.forEach((waiter) => waiter(answer));
  if (shared.calls.length > 0) callLater(() => sendFirst(shared));
}

// src/gtm/tag/finish.ts

/** Adds to the core's reasons what this run has met on its way, each once. */
function noteReasons(run, page) {
  const all = page.reasons.concat(run.notes);
  page.reasons = all.filter((reason, index) => all.indexOf(reason) === index);
  run.notes = [];
}

/** Pushes the event that says which identity is used and why, and tells Google the tag has ended. */
function finish(run, page, isSuccess) {
  publishEvent(run.form.dataLayerName, page);
  callLater(() => run.close(isSuccess));
}

/** As finish, with what the endpoint's answer has brought. */
function finishAfterServer(run, page, lookAgain) {
  callLater(() => readPage(run));
  guard(run, () => {
    const consent = resolveNow(run);
    // An answer that comes after a withdrawal may have set cookies again; one to forget has not.
    if (consent.state !== page.consent && run.action !== 'forget') {
      run.restore = { state: 'answered', askedFor: [] };
      lookAgain();
      return;
    }
    const mayRead =
      permitsStorage(run.config, consent) && run.action !== 'forget';
    if (mayRead && !isOvertaken(run, page)) page.serverId = readServerId(run);
    // A visitor whom the endpoint may still know is not forgotten, and the next page brings them back.
    const isSuccess = run.action !== 'forget' || isAnswered(run);
    noteReasons(run, page);
    republish(run, page);
    finish(run, page, isSuccess);
  });
}

function readServerId(run) {
  const serverId = getCookieValues(SERVER_ID_COOKIE, false)[0] || '';
  if (isAnswered(run) && serverId === '')
    run.notes.push('server_cookie_missing');
  return serverId;
}

function isAnswered(run) {
  return run.notes.indexOf('server_answered') !== -1;
}

/** Whether the visitor has been forgotten meanwhile, or somebody is known again. */
function isOvertaken(run, page) {
  return (
    run.page !== undefined &&
    (run.page.source === 'none') !== (page.source === 'none')
  );
}

/** Another run may have published meanwhile; only what the endpoint has changed is added to it. */
function republish(run, page) {
  if (run.page === undefined || isOvertaken(run, page)) return;
  run.page.serverId = page.serverId;
  run.page.reasons = page.reasons;
  publishPage(run, run.page);
}

// src/gtm/tag/write-cookie.ts

/** Writes a value as it is, for this host alone when the domain is ''. */
function writeCookie(name, value, settings) {
  const isSecure = getUrl('protocol') === 'https';
  const options = {
    path: '/',
    // Browsers refuse SameSite=None without Secure, and Secure on http.
    samesite:
      settings.sameSite === 'None' && !isSecure ? 'Lax' : settings.sameSite,
    secure: isSecure,
  };
  if (settings.domain !== '') options.domain = settings.domain;
  // Without a lifetime the cookie ends with the browser session.
  if (settings.maxAgeSeconds !== undefined)
    options['max-age'] = settings.maxAgeSeconds;
  setCookie(name, value, options, false);
}

/** Removes a cookie from one domain; a cookie of the same name on another domain stays. */
function eraseCookie(name, domain) {
  writeCookie(name, '', { domain: domain, sameSite: 'Lax', maxAgeSeconds: 0 });
}

// src/core/split-list.ts

/** The parts of a text that commas or spaces separate. */
function splitList(text) {
  return text
    .split(' ')
    .join(',')
    .split(',')
    .filter((part) => part !== '');
}

// src/core/consent/read-commands.ts

/**
 * What the consent commands in a data layer say about one type.
 *
 * A command is what `gtag('consent', 'default' | 'update', {type: 'granted' | 'denied'})` leaves
 * behind: a list of three. Anything may stand beside it, also nothing at all: what another
 * template pushed reads as `undefined`.
 */
function readConsentCommands(entries, consentType) {
  if (!isRecord(entries)) return NO_COMMANDS;
  const length = entries.length;
  if (typeof length !== 'number') return NO_COMMANDS;
  const found = {
    byDefault: undefined,
    byUpdate: undefined,
    anyDefaultGrants: false,
  };
  for (let index = 0; index < length; index++) {
    noteCommand(found, entries['' + index], consentType);
  }
  return found;
}

function noteCommand(found, entry, consentType) {
  if (!isRecord(entry) || entry['0'] !== 'consent' || !isRecord(entry['2']))
    return;
  const value = entry['2'][consentType];
  if (value === undefined || value === null) return;
  const isGranted = value === 'granted';
  if (entry['1'] === 'update') found.byUpdate = isGranted;
  if (entry['1'] !== 'default') return;
  found.byDefault = isGranted;
  if (isGranted) found.anyDefaultGrants = true;
}

// src/core/consent/read-entry.ts

/**
 * What Google's own record says about one type. It lies in `google_tag_data.ics.entries`, is not
 * documented and may change: in another shape it reads as `undefined`.
 */
function readConsentEntry(entries, consentType) {
  if (!isRecord(entries)) return undefined;
  const entry = entries[consentType];
  if (!isRecord(entry)) return undefined;
  const byDefault = toBoolean(entry['default']);
  const byUpdate = toBoolean(entry['update']);
  if (byDefault === undefined && byUpdate === undefined) return undefined;
  return { byDefault: byDefault, byUpdate: byUpdate };
}

function toBoolean(value) {
  return typeof value === 'boolean' ? value : undefined;
}

// src/core/consent/resolve-consent.ts

/**
 * From signals to one of four states.
 *
 * Google's word decides whether storage is permitted. It cannot tell "granted" from "nobody has
 * said anything", nor a default from a withdrawal. Google's record tells that, whoever has spoken;
 * without it the commands in the data layer and the consent listener do. d8a's own consent counts
 * only where gtag has said nothing about the type.
 */
function resolveConsent(signals, before) {
  if (signals.privacySignal)
    return { state: 'denied', source: 'privacySignal' };
  if (signals.entry !== undefined) {
    return resolveRecorded(signals.entry, signals.isGranted, before);
  }
  const gtag = signals.gtag;
  if (!signals.isGranted)
    return resolveRefusal(gtag, signals.heardUpdate, before);
  if (signals.heardUpdate === true || gtag.byUpdate === true) {
    return { state: 'granted', source: 'update' };
  }
  // Defaults for other regions stand in the same data layer; Google has applied the right one.
  if (gtag.anyDefaultGrants) return { state: 'granted', source: 'default' };
  if (gtag.byUpdate !== undefined || gtag.byDefault !== undefined) {
    return { state: 'unset', source: 'google' };
  }
  return resolveD8aConsent(signals.d8a);
}

/** The listener hears a default that comes late as it hears an update: here it does not count. */
function resolveRecorded(entry, isGranted, before) {
  if (!isGranted) return resolveRefusal(entry, undefined, before);
  return {
    state: 'granted',
    source: entry.byUpdate === undefined ? 'default' : 'update',
  };
}

/** A refusal is a withdrawal only when an update says so; a default never is. */
function resolveRefusal(said, heardUpdate, before) {
  if (
    heardUpdate === false ||
    said.byUpdate === false ||
    before === 'withdrawn'
  ) {
    return { state: 'withdrawn', source: 'update' };
  }
  return {
    state: 'denied',
    source: said.byDefault === undefined ? 'google' : 'default',
  };
}

function resolveD8aConsent(d8a) {
  if (d8a.byUpdate !== undefined) {
    return { state: d8a.byUpdate ? 'granted' : 'withdrawn', source: 'd8a' };
  }
  if (d8a.byDefault !== undefined) {
    return { state: d8a.byDefault ? 'granted' : 'denied', source: 'd8a' };
  }
  return { state: 'unset', source: 'none' };
}

/** Whether identity may be read and written. */
function permitsStorage(config, consent) {
  if (consent.state === 'unset') return config.unsetConsent === 'grant';
  return consent.state === 'granted';
}

// src/core/stored-entries.ts

/**
 * The configuration with everything filled in that names depend on. A host calls this once it knows
 * where cookies stick, and uses the answer from there on.
 */
function settleNames(formats, config, place) {
  return formats
    .filter((format) => format.isOn(config))
    .reduce((settled, format) => format.settle(settled, place), config);
}

/** What to read before a decision: everything that this configuration keeps or looks at. */
function storedEntries(formats, config) {
  return formats
    .filter((format) => format.isOn(config))
    .reduce((sofar, format) => sofar.concat(format.entries(config)), []);
}

/** Whether any format keeps its identity in this store. */
function usesStore(formats, config, store) {
  return formats.some(
    (format) => format.isOn(config) && format.storeOf(config) === store
  );
}

/** Whether names depend on where cookies stick, so that erasing needs to know it too. */
function namesNeedDomain(config) {
  return config.snowplow !== undefined && config.snowplow.hash === '';
}

// src/core/formats/all-formats.ts

/** Every format, in the order in which one of them gives the page its visitor. */
function allFormats() {
  return [d8aFormat(), snowplowFormat(), treasureDataFormat()];
}

// src/core/decide.ts

/**
 * From configuration and snapshot to a plan: the one entry of the core.
 *
 * It touches nothing. The same snapshot always gives the same plan, on every host. Whether anything
 * may be kept is settled here once; what that means for its cookies, each format says.
 */
function decide(formats, config, snapshot) {
  const members = formats
    .filter((format) => format.isOn(config))
    .map((format) => ({
      format: format,
      run: runOf(format, config, snapshot),
    }));
  if (config.oneVisitorId) shareUuid(members);
  if (snapshot.action === 'forget') return forget(members, config, snapshot);
  if (
    snapshot.consent.state === 'withdrawn' &&
    config.onWithdrawal === 'erase'
  ) {
    return withdraw(members, config, snapshot);
  }
  if (!permitsStorage(config, snapshot.consent))
    return keepInMemory(members, snapshot, []);
  if (config.storage === 'none')
    return keepInMemory(members, snapshot, ['storage_none']);
  return keepStored(members, config, snapshot);
}

function runOf(format, config, snapshot) {
  return {
    config: config,
    snapshot: snapshot,
    isHit: isUncountedHit(format, config, snapshot),
    mayCallServer:
      format.storeOf(config) === 'cookie' && mayAskServer(config, snapshot),
    memory: memoryOf(format, snapshot),
    sharedUuid: '',
  };
}

/** A visitor known in one format is known by that id wherever else they are new. */
function shareUuid(members) {
  const first = members[0];
  if (first === undefined) return;
  const snapshot = first.run.snapshot;
  const known = members
    .map((member) => member.format.knownUuid(member.run))
    .filter((uuid) => uuid !== '')[0];
  // What is read after a withdrawal is read to be erased.
  const isKnown = known !== undefined && snapshot.consent.state !== 'withdrawn';
  const uuid = isKnown ? known : newUuid(snapshot.randoms.slice(0, 5));
  members.forEach((member) => {
    member.run.sharedUuid = uuid;
  });
}

// src/core/consent/is-record.ts

/** Whether a value from a page has properties to look at. */
function isRecord(value) {
  return typeof value === 'object' && value !== null;
}

// src/core/formats/d8a/d8a-format.ts

/** The d8a web tracker: a client cookie, and a session cookie for each property. */
function d8aFormat() {
  return {
    name: 'd8a',
    isOn: (config) => config.d8a,
    storeOf: (config) => config.storage,
    settle: (config) => config,
    entries: (config) => d8aEntries(config).concat(googleEntries(config)),
    counters: sessionNames,
    knownUuid: () => '',
    keep: keepD8a,
    keepInMemory: keepD8aInMemory,
    writeBack: planWriteBack,
    erasable: (run) => presentEntries(run.snapshot, d8aEntries(run.config)),
  };
}

function d8aEntries(config) {
  const store = config.storage === 'localStorage' ? 'localStorage' : 'cookie';
  return d8aNames(config).map((name) => ({
    name: name,
    store: store,
    isOurs: true,
  }));
}

// src/core/formats/snowplow/snowplow-format.ts

/** The Snowplow tracker: one cookie for user and session, one that lives as long as a session. */
function snowplowFormat() {
  return {
    name: 'snowplow',
    isOn: (config) => config.snowplow !== undefined,
    storeOf: (config) => {
      const snowplow = snowplowSettingsOf(config);
      return snowplow.stateStorage === 'none'
        ? 'none'
        : snowplowStore(snowplow);
    },
    settle: settleSnowplow,
    entries: entriesOf,
    counters: (config) => [sessionNameOf(snowplowSettingsOf(config))],
    knownUuid: knownUserId,
    keep: (run) => keepSnowplow(run, snowplowSettingsOf(run.config)),
    keepInMemory: (run) =>
      keepSnowplowInMemory(run, snowplowSettingsOf(run.config)),
    writeBack: (run) => writeBackSnowplow(run, snowplowSettingsOf(run.config)),
    erasable: (run) =>
      presentEntries(
        run.snapshot,
        snowplowEntries(snowplowSettingsOf(run.config))
      ),
  };
}

/** The settings of a format that is on. */
function snowplowSettingsOf(config) {
  return config.snowplow || SNOWPLOW_DEFAULTS;
}

/** The opt-out cookie is the page's own. */
function entriesOf(config) {
  const snowplow = snowplowSettingsOf(config);
  const own = snowplowEntries(snowplow);
  if (snowplow.optOutCookie === '') return own;
  return own.concat([
    { name: snowplow.optOutCookie, store: 'cookie', isOurs: false },
  ]);
}

function knownUserId(run) {
  const snowplow = snowplowSettingsOf(run.config);
  if (snowplow.anonymousTracking !== 'off' || isOptedOut(run, snowplow))
    return '';
  const stored = findId(run, snowplow);
  const id = stored === undefined ? findInMemory(run) : stored.parsed;
  return id !== undefined && isUuid(id.userId) ? id.userId : '';
}

// src/core/formats/treasure-data/treasure-data-format.ts

/** Treasure Data's SDK: a client id in signed mode, none in anonymous mode, and no sessions. */
function treasureDataFormat() {
  return {
    name: 'treasureData',
    isOn: (config) => config.treasureData !== undefined,
    storeOf: () => 'cookie',
    settle: (config) => config,
    entries: (config) => treasureDataEntries(tdSettingsOf(config)),
    counters: () => [],
    knownUuid: knownClientId,
    keep: (run) => keepTreasureData(run, tdSettingsOf(run.config)),
    keepInMemory: (run) =>
      keepTreasureDataInMemory(run, tdSettingsOf(run.config)),
    writeBack: (run) => writeBackTreasureData(run, tdSettingsOf(run.config)),
    erasable: (run) => erasableTd(run, tdSettingsOf(run.config)),
  };
}

/** The settings of a format that is on. */
function tdSettingsOf(config) {
  return config.treasureData || TREASURE_DATA_DEFAULTS;
}

function knownClientId(run) {
  const clientId = findClientId(run, tdSettingsOf(run.config));
  return clientId !== undefined && isUuid(clientId) ? clientId : '';
}

// src/core/cookie-domain.ts

/**
 * Domains to try for a cookie, from the broadest to this host alone, which is ''.
 *
 * Which of them a browser accepts, only the browser knows: it refuses public suffixes such as
 * `co.uk` and `github.io`. An IP address and a host of one label have no domain.
 */
function cookieDomainCandidates(host) {
  const labels = host.split('.').filter((label) => label !== '');
  if (isAddress(host, labels)) return [''];
  const candidates = [];
  for (let count = 2; count <= labels.length; count++) {
    candidates.push(labels.slice(labels.length - count).join('.'));
  }
  return candidates.concat(['']);
}

/** The candidates for a configured domain: it first, then those of the host. */
function configuredDomainCandidates(configured, host) {
  if (configured === 'none') return [''];
  if (configured === 'auto' || configured === '')
    return cookieDomainCandidates(host);
  const domain =
    configured.indexOf('.') === 0 ? configured.slice(1) : configured;
  return [domain].concat(
    cookieDomainCandidates(host).filter((candidate) => candidate !== domain)
  );
}

function isAddress(host, labels) {
  const isIpv4 =
    labels.length === 4 && toFiniteNumber(labels[3] || '') !== undefined;
  return isIpv4 || host.indexOf(':') !== -1;
}

// src/core/erase-stored.ts

/** Consent is withdrawn: everything we keep goes, here and at the endpoint, and a new page identity begins. */
function withdraw(members, config, snapshot) {
  const erase = erasableEntries(members);
  // The server's readable id stands for its HttpOnly ones: while it is there, there is something to forget.
  const isKnownToServer = snapshot.serverId !== '' || erase.length > 0;
  return {
    kind: 'act',
    writes: [],
    erase: erase,
    server: config.serverUrl !== '' && isKnownToServer ? 'forget' : 'none',
    page: pageInMemory(members, snapshot, erase.length > 0 ? ['erased'] : []),
  };
}

/** The page asks to forget the visitor, whatever the state of consent. */
function forget(members, config, snapshot) {
  return {
    kind: 'act',
    writes: [],
    erase: erasableEntries(members),
    server: config.serverUrl === '' ? 'none' : 'forget',
    page: nextPageState(members, snapshot, {
      plans: [],
      why: ['forgotten'],
      cookieDomain: '',
      serverId: '',
      attributes: '',
    }),
  };
}

function erasableEntries(members) {
  return members.reduce(
    (sofar, member) => sofar.concat(member.format.erasable(member.run)),
    []
  );
}

// src/core/keep-in-memory.ts

/** An identity that lives as long as the page: nothing is read, written or erased. */
function keepInMemory(members, snapshot, why) {
  return {
    kind: 'act',
    writes: [],
    erase: [],
    server: 'none',
    page: pageInMemory(members, snapshot, why),
  };
}

/** The page state around identities in memory: the page's own, or new ones after a withdrawal. */
function pageInMemory(members, snapshot, why) {
  const plans = members.map((member) => member.format.keepInMemory(member.run));
  return nextPageState(members, snapshot, {
    plans: plans,
    why: why,
    cookieDomain: '',
    serverId: snapshot.consent.state === 'withdrawn' ? '' : snapshot.serverId,
    attributes: '',
  });
}

// src/core/keep-stored.ts

/** Consent permits to keep an identity: what each format plans, as one plan. */
function keepStored(members, config, snapshot) {
  const plans = [];
  const open = [];
  let askFor = [];
  let damaged = [];
  members.forEach((member) => {
    const why = whyBlocked(member);
    if (why.length === 0) open.push(member);
    const plan = planOne(member, why);
    if (plan.kind === 'act') {
      plans.push(plan);
      return;
    }
    askFor = askFor.concat(plan.askFor);
    damaged = damaged.concat(plan.erase);
  });
  if (askFor.length > 0) {
    const back = writeBack(open, damaged);
    return { kind: 'askServer', askFor: askFor, erase: damaged, writes: back };
  }
  const writes = plans.reduce((sofar, plan) => sofar.concat(plan.writes), []);
  const erase = plans.reduce((sofar, plan) => sofar.concat(plan.erase), []);
  const settled = erase.concat(writes);
  const isKept = plans.some((plan) => plan.memory === undefined);
  const hasCookies = isKept && snapshot.cookieDomain !== undefined;
  return {
    kind: 'act',
    writes: writes.concat(writeBack(open, settled)),
    erase: erase,
    server: plans.some((plan) => plan.callsServer) ? 'renew' : 'none',
    page: nextPageState(members, snapshot, {
      plans: plans,
      why: [],
      cookieDomain: isKept ? snapshot.cookieDomain || '' : '',
      serverId: snapshot.serverId,
      attributes: hasCookies ? attributesOf(config, snapshot) : '',
    }),
  };
}

/** Reading has removed these; what no plan writes or erases goes back, whatever the action. */
function writeBack(open, settled) {
  const names = settled.map((entry) => entry.name);
  return open
    .reduce(
      (sofar, member) => sofar.concat(member.format.writeBack(member.run)),
      []
    )
    .filter((write) => names.indexOf(write.name) === -1);
}

/** A format whose storage the browser blocks is kept in memory. */
function planOne(member, why) {
  if (why.length === 0) return member.format.keep(member.run);
  const plan = member.format.keepInMemory(member.run);
  plan.reasons = why.concat(plan.reasons);
  return plan;
}

function whyBlocked(member) {
  const store = member.format.storeOf(member.run.config);
  const snapshot = member.run.snapshot;
  if (store === 'none') return ['storage_none'];
  if (store === 'cookie')
    return snapshot.cookieDomain === undefined ? ['cookies_blocked'] : [];
  return snapshot.hasLocalStorage ? [] : ['local_storage_blocked'];
}

// src/core/count-hit.ts

/**
 * Whether this run is a page view that a format has not counted yet.
 *
 * The first container that identifies on a page counts its hits; another one only reads. Within
 * that container one event is one hit, however many tags fire on it. A page that was counted in
 * memory while consent was denied is counted once more when the stored session takes over.
 */
function isUncountedHit(format, config, snapshot) {
  if (snapshot.action !== 'identify') return false;
  const page = snapshot.page;
  if (snapshot.trigger === 'consentChange') {
    const memory = page === undefined ? undefined : page.memory[format.name];
    return memory !== undefined && memory.isHitPending;
  }
  if (page === undefined) return true;
  // One counted session is enough: all properties of a tag share theirs.
  return !format
    .counters(config)
    .some((name) => isCounted(page.claims[name], snapshot));
}

function isCounted(claim, snapshot) {
  if (claim === undefined) return false;
  return claim.writer !== snapshot.writer || claim.eventId === snapshot.eventId;
}

/** The page's claims with this run's session cookies claimed, where nobody had claimed them. */
function claimHits(names, snapshot) {
  const claims = {};
  const before = snapshot.page === undefined ? {} : snapshot.page.claims;
  for (const name in before) {
    const claim = before[name];
    if (claim !== undefined) claims[name] = claim;
  }
  if (snapshot.action !== 'identify') return claims;
  names.forEach((name) => {
    const claim = claims[name];
    if (claim !== undefined && claim.writer !== snapshot.writer) return;
    claims[name] = { writer: snapshot.writer, eventId: snapshot.eventId };
  });
  return claims;
}

// src/core/ask-server.ts

/** The endpoint is asked once a run, and never about an engagement. */
function mayAskServer(config, snapshot) {
  if (config.serverUrl === '') return false;
  return snapshot.action !== 'engage' && snapshot.restore.state === 'notAsked';
}

/**
 * An endpoint that does not answer, or whose cookie is blocked, is asked again at the hits 2, 4, 8
 * and so on of a session, by who counts them. At the first one the session's start has asked.
 */
function isRetryHit(run, hitNumber) {
  if (!run.isHit || run.snapshot.serverId !== '') return false;
  return hitNumber > 1 && (hitNumber & (hitNumber - 1)) === 0;
}

// src/core/page-memory.ts

/** Withdrawal starts a new identity; after it, as while denied, the page keeps the one it has. */
function memoryOf(format, snapshot) {
  const page = snapshot.page;
  if (page === undefined) return undefined;
  if (snapshot.consent.state === 'withdrawn' && page.consent !== 'withdrawn')
    return undefined;
  return page.memory[format.name];
}

/** What the page keeps after these plans; formats of other tags stay as they are. */
function nextMemory(members, snapshot, plans) {
  const memory = {};
  const before = snapshot.page === undefined ? {} : snapshot.page.memory;
  const planned = members.map((member) => member.format.name);
  for (const name in before) {
    const kept = before[name];
    if (kept !== undefined && planned.indexOf(name) === -1) memory[name] = kept;
  }
  plans.forEach((plan, index) => {
    const name = planned[index];
    if (name !== undefined && plan.memory !== undefined)
      memory[name] = plan.memory;
  });
  return memory;
}

// src/core/new-uuid.ts

/**
 * A UUID of version 4, lower case, out of five random integers.
 *
 * Each gives seven hex digits, its low 28 bits; four bits are the version, two the variant.
 */
function newUuid(randoms) {
  const digits = randoms.map(sevenDigits).join('');
  const variant = '89ab'.charAt((randoms[4] || 0) & 3);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    '4' + digits.slice(12, 15),
    variant + digits.slice(15, 18),
    digits.slice(18, 30),
  ].join('-');
}

function sevenDigits(random) {
  return ('000000' + (random & 0xfffffff).toString(16)).slice(-7);
}

function isUuid(text) {
  return (
    text.match(
      '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
    ) !== null
  );
}

// src/core/formats/d8a/google-client.ts

/** Google Analytics' client cookie, `GA1.<n>.<random>.<seconds>`: it ends in a client ID as d8a has it. */
function readGoogleClient(text) {
  const found = text.match('^GA1[.][0-9-]+[.]([0-9]+[.]([0-9]+))$');
  if (found === null) return undefined;
  return {
    value: found[1] || '',
    bornSeconds: toFiniteNumber(found[2] || '') || 0,
  };
}

/** Google's client ID, the oldest of several, where it is to be taken over. */
function findGoogleClientId(run) {
  if (!run.config.adoptGoogleClientId) return undefined;
  const picked = pickStored(
    valuesOf(run.snapshot, GOOGLE_CLIENT_COOKIE),
    readGoogleClient
  );
  return picked === undefined ? undefined : picked.parsed;
}

/** The cookie is Google's: it is neither written nor erased. */
function googleEntries(config) {
  if (!config.adoptGoogleClientId) return [];
  return [{ name: GOOGLE_CLIENT_COOKIE, store: 'cookie', isOurs: false }];
}

// src/core/formats/d8a/d8a-names.ts

function clientNameOf(config) {
  return d8aClientName(config.cookiePrefix);
}

function sessionNames(config) {
  return config.propertyIds.map((propertyId) =>
    d8aSessionName(config.cookiePrefix, propertyId)
  );
}

/** Every name that d8a keeps. */
function d8aNames(config) {
  return [clientNameOf(config)].concat(sessionNames(config));
}

// src/core/formats/d8a/keep-d8a.ts

/** The stored client ID and session, else the page's own promoted, else new ones. */
function keepD8a(run) {
  const config = run.config;
  const snapshot = run.snapshot;
  const finding = findD8a(run);
  if (finding.client.state === 'otherVersion') {
    const plan = keepD8aInMemory(run);
    const why = ['client_id_other_version'];
    plan.reasons = why.concat(plan.reasons);
    return plan;
  }
  // An id made now would be nobody's: an engagement without a visitor stores nothing.
  if (snapshot.action === 'engage' && finding.client.state !== 'sound')
    return keepD8aInMemory(run);
  const restore = planRestore(run, finding);
  if (restore !== undefined) return restore;
  const outcome = {
    finding: finding,
    change: changeSession(run, finding),
    clientId: chooseClientId(run, finding),
  };
  return {
    kind: 'act',
    writes: planWrites(config, snapshot, outcome),
    erase: [],
    callsServer: callsServerForD8a(run, outcome),
    visitor: describeD8a(
      outcome.clientId,
      outcome.change.session,
      sourceOf(config, snapshot, finding)
    ),
    details: NO_DETAILS,
    memory: undefined,
    reasons: d8aReasons(config, snapshot, outcome),
  };
}

function chooseClientId(run, finding) {
  if (finding.client.state === 'sound') return finding.client.value;
  if (finding.memory !== undefined) return finding.memory.clientId;
  return finding.googleClientId === undefined
    ? newClientId(run)
    : finding.googleClientId;
}

/** The page's own session is promoted as it is when consent comes: its hit has been counted. */
function changeSession(run, finding) {
  const config = run.config;
  const snapshot = run.snapshot;
  if (finding.session !== undefined) {
    return advanceSession(config, snapshot, {
      session: finding.session,
      isHit: run.isHit,
    });
  }
  const memory = finding.memory;
  if (memory === undefined || finding.client.state === 'sound') {
    return advanceSession(config, snapshot, {
      session: undefined,
      isHit: run.isHit,
    });
  }
  const change = advanceSession(config, snapshot, {
    session: memory.session,
    isHit: run.isHit && snapshot.trigger === 'tag',
  });
  const isCounted = change.reason === 'hit_already_counted';
  return {
    session: change.session,
    isStarted: true,
    reason: isCounted ? 'session_new' : change.reason,
  };
}

// src/core/formats/d8a/keep-d8a-in-memory.ts

/** A client ID and a session that the page keeps for itself. */
function keepD8aInMemory(run) {
  const snapshot = run.snapshot;
  const values = run.memory === undefined ? {} : run.memory.values;
  const known = parseD8aClient(values.client || '');
  const clientId = known === undefined ? newClientId(run) : known;
  const change = advanceSession(run.config, snapshot, {
    session: parseD8aSession(values.session || ''),
    isHit: snapshot.trigger === 'tag' && run.isHit,
  });
  return quietPlan({
    visitor: describeD8a(clientId, change.session, 'memory'),
    details: NO_DETAILS,
    memory: {
      values: {
        client: printD8aClient(clientId),
        session: printD8aSession(change.session),
      },
      isHitPending: isHitPending(run),
    },
    reasons: ['client_id_memory', change.reason],
  });
}

// src/core/formats/d8a/plan-d8a-writes.ts

/** The values to write: what is missing, what has changed, and what an engagement changes. */
function planWrites(config, snapshot, outcome) {
  if (snapshot.action === 'engage' && outcome.change.reason !== 'engaged')
    return [];
  const before = outcome.finding.session;
  const text = printD8aSession(outcome.change.session);
  const isChanged =
    before === undefined ||
    printD8aSession(before) !== text ||
    haveAttributesChanged(config, snapshot);
  const sessions = outcome.finding.sessions
    .filter(
      (reading) =>
        reading.state !== 'otherVersion' &&
        (isChanged || reading.state !== 'sound')
    )
    .map((reading) => writeD8a(config, reading.name, text));
  return sessions.concat(planClientWrite(config, snapshot, outcome));
}

/** What reading has removed, as it was. */
function planWriteBack(run) {
  // All is read once more for this, and nearly never has anything been removed.
  if (!hasDuplicates(run.snapshot, d8aNames(run.config))) return [];
  const finding = findD8a(run);
  const config = run.config;
  return finding.sessions
    .filter(isRemoved)
    .map((session) =>
      writeD8a(config, session.name, printD8aSession(session.value))
    )
    .concat(
      [finding.client]
        .filter(isRemoved)
        .map((client) =>
          writeD8a(config, client.name, printD8aClient(client.value))
        )
    );
}

function isRemoved(reading) {
  return reading.state === 'sound' && reading.isRemoved;
}

/**
 * A script's write shortens a cookie in WebKit to seven days. So once the endpoint keeps the
 * client cookie, which its readable id shows, script never writes the same value again.
 */
function planClientWrite(config, snapshot, outcome) {
  const client = outcome.finding.client;
  const write = [
    writeD8a(config, client.name, printD8aClient(outcome.clientId)),
  ];
  if (client.state !== 'sound' || haveAttributesChanged(config, snapshot))
    return write;
  const isSliding = config.cookieUpdate && config.sessionKeeper === 'thisTag';
  const isHit =
    snapshot.action === 'identify' || snapshot.action === 'newSession';
  return isSliding && isHit && snapshot.serverId === '' ? write : [];
}

function writeD8a(config, name, value) {
  const store = config.storage === 'localStorage' ? 'localStorage' : 'cookie';
  return writeOf(config, { name: name, store: store }, value);
}

// src/core/stored-values.ts

function valuesOf(snapshot, name) {
  return snapshot.stored[name] || [];
}

/** Those entries under which something lies. */
function presentEntries(snapshot, entries) {
  return entries
    .filter((entry) => valuesOf(snapshot, entry.name).length > 0)
    .map((entry) => ({ name: entry.name, store: entry.store }));
}

function hasDuplicates(snapshot, names) {
  return names.some((name) =>
    valuesOf(snapshot, name).some((found) => found.isRemoved)
  );
}

/** What is worth telling about how these names were stored. */
function storageReasons(config, snapshot, names) {
  const reasons = [];
  if (hasDuplicates(snapshot, names)) reasons.push('duplicate_removed');
  if (haveAttributesChanged(config, snapshot))
    reasons.push('attributes_changed');
  return reasons;
}

/** Whether the endpoint was asked in this run to bring this back. */
function wasAskedFor(snapshot, name) {
  const restore = snapshot.restore;
  return restore.state !== 'notAsked' && restore.askedFor.indexOf(name) !== -1;
}

/** A write with the lifetime that the form says. */
function writeOf(config, entry, value) {
  const days = config.cookieMaxAgeDays;
  return {
    name: entry.name,
    store: entry.store,
    value: value,
    // Browsers ignore a lifetime that is not whole.
    maxAgeSeconds: days > 0 ? toSeconds(days * 86400000) : undefined,
    sameSite: config.cookieSameSite,
  };
}

/** One text for all cookie settings, so that a change within a page is seen. */
function attributesOf(config, snapshot) {
  const domain = snapshot.cookieDomain || '';
  return [
    domain,
    config.cookieMaxAgeDays,
    config.cookieSameSite,
    config.cookiePrefix,
  ].join('|');
}

function haveAttributesChanged(config, snapshot) {
  if (snapshot.page === undefined || snapshot.page.attributes === '')
    return false;
  return snapshot.page.attributes !== attributesOf(config, snapshot);
}

// src/core/formats/snowplow/snowplow-names.ts

function idNameOf(snowplow) {
  return snowplow.cookieName + 'id.' + snowplow.hash;
}

function sessionNameOf(snowplow) {
  return snowplow.cookieName + 'ses.' + snowplow.hash;
}

/** The key of local storage that says until when another one holds. */
function expiryNameOf(name) {
  return name + '.expires';
}

function snowplowStore(snowplow) {
  return snowplow.stateStorage === 'localStorage'
    ? 'localStorageKey'
    : 'cookie';
}

/** What the tracker would store; nothing while the names are not known. */
function snowplowEntries(snowplow) {
  if (snowplow.hash === '' || snowplow.stateStorage === 'none') return [];
  const store = snowplowStore(snowplow);
  const names = [idNameOf(snowplow), sessionNameOf(snowplow)];
  const all =
    store === 'cookie' ? names : names.concat(names.map(expiryNameOf));
  const isOurs = snowplow.anonymousTracking !== 'anonymous';
  return all.map((name) => ({ name: name, store: store, isOurs: isOurs }));
}

/** The configuration with the hash, computed where the form does not give it, once a page. */
function settleSnowplow(config, place) {
  const snowplow = config.snowplow;
  if (snowplow === undefined || snowplow.hash !== '') return config;
  const text = hashedText(config, place);
  if (text === undefined) return config;
  const known = place.page === undefined ? undefined : place.page.snowplowHash;
  const isKnown = known !== undefined && known.text === text;
  return withSnowplow(config, {
    cookieName: snowplow.cookieName,
    hash: isKnown ? known.digits : snowplowHash(text),
    hashedText: text,
    stateStorage: snowplow.stateStorage,
    anonymousTracking: snowplow.anonymousTracking,
    optOutCookie: snowplow.optOutCookie,
  });
}

/** Domain and path of the cookies. Snowplow takes the host where a cookie has no domain. */
function hashedText(config, place) {
  if (config.cookieDomain === 'none') return place.host + '/';
  if (config.cookieDomain !== 'auto') return config.cookieDomain + '/';
  if (place.cookieDomain === undefined) return undefined;
  return (place.cookieDomain === '' ? place.host : place.cookieDomain) + '/';
}

function withSnowplow(config, snowplow) {
  const copy = {};
  for (const name in config) copy[name] = config[name];
  copy.snowplow = snowplow;
  return copy;
}

// src/core/formats/snowplow/keep-snowplow.ts

/** Consent and storage permit to keep Snowplow's identity, where its own settings do. */
function keepSnowplow(run, snowplow) {
  if (snowplow.hash === '') {
    const plan = keepSnowplowInMemory(run, snowplow);
    const why = ['snowplow_hash_unknown'];
    plan.reasons = why.concat(plan.reasons);
    return plan;
  }
  if (isOptedOut(run, snowplow)) {
    const plan = describeNobody(snowplow, 'snowplow_opted_out');
    plan.erase = presentEntries(run.snapshot, snowplowEntries(snowplow));
    return plan;
  }
  if (snowplow.anonymousTracking === 'anonymous') {
    return describeNobody(snowplow, 'snowplow_anonymous');
  }
  const stored = findId(run, snowplow);
  if (stored !== undefined) return keepSnowplowStored(run, snowplow, stored);
  if (run.snapshot.action === 'engage')
    return keepSnowplowInMemory(run, snowplow);
  const entry = { name: idNameOf(snowplow), store: snowplowStore(snowplow) };
  const restore = restoreEntry(run, entry);
  return restore === undefined
    ? keepSnowplowStored(run, snowplow, undefined)
    : restore;
}

// src/core/formats/snowplow/keep-snowplow-in-memory.ts

/** A user and a session that the page keeps for itself. */
function keepSnowplowInMemory(run, snowplow) {
  if (snowplow.anonymousTracking === 'anonymous') {
    return describeNobody(snowplow, 'snowplow_anonymous');
  }
  const known = findInMemory(run);
  const id = known === undefined ? newVisitor(run) : known;
  const change = advanceSnowplowSession(run, {
    id: id,
    isAlive: isSessionRecent(run, id),
    isNew: known === undefined,
    isHit: run.isHit && run.snapshot.trigger === 'tag',
  });
  const why = ['snowplow_id_memory'];
  return quietPlan({
    visitor: describeSnowplow(change.id, 'memory'),
    details: snowplowDetails(change.id, snowplow),
    memory: {
      values: { id: printSnowplowId(change.id) },
      isHitPending: isHitPending(run),
    },
    reasons: why.concat(change.reasons),
  });
}

// src/core/formats/snowplow/plan-snowplow-writes.ts

/** The session's cookie whenever the session is used, the id's when it has changed. */
function planSnowplowWrites(run, snowplow, visit) {
  const session = visit.change.isUsed ? sessionWrites(run, snowplow) : [];
  const text = idText(visit.stored, visit.change.id);
  return writesId(run, visit.stored, text)
    ? session.concat(idWrites(run, snowplow, text))
    : session;
}

/** What reading has removed: the id as it was, and the session's cookie where none is left. */
function writeBackSnowplow(run, snowplow) {
  const stored = findId(run, snowplow);
  const isIdRemoved = stored !== undefined && stored.found.isRemoved;
  const sessions = liveValues(run, snowplow, sessionNameOf(snowplow)).filter(
    (found) => found.value !== ''
  );
  const isSessionRemoved =
    sessions.length > 0 && sessions.every((found) => found.isRemoved);
  const writes = isSessionRemoved ? sessionWrites(run, snowplow) : [];
  return isIdRemoved
    ? writes.concat(idWrites(run, snowplow, stored.found.value))
    : writes;
}

/** An id that has not changed keeps the text that its tracker gave it, in older forms too. */
function idText(stored, id) {
  const text = printSnowplowId(id);
  if (stored === undefined || printSnowplowId(stored.parsed) !== text)
    return text;
  return stored.found.value;
}

function writesId(run, stored, text) {
  if (stored === undefined) return true;
  return haveSettingsChanged(run) || stored.found.value !== text;
}

function idWrites(run, snowplow, text) {
  const entry = { name: idNameOf(snowplow), store: snowplowStore(snowplow) };
  return withExpiry(run, writeOf(run.config, entry, text));
}

function sessionWrites(run, snowplow) {
  const entry = {
    name: sessionNameOf(snowplow),
    store: snowplowStore(snowplow),
  };
  const write = writeOf(run.config, entry, '*');
  const minutes = run.config.sessionTimeoutMinutes;
  write.maxAgeSeconds = minutes > 0 ? toSeconds(minutes * 60000) : undefined;
  return withExpiry(run, write);
}

/** Local storage has no lifetimes: the time at which a value is over lies beside it. */
function withExpiry(run, write) {
  if (write.store === 'cookie') return [write];
  const seconds = write.maxAgeSeconds || run.config.sessionTimeoutMinutes * 60;
  const entry = { name: expiryNameOf(write.name), store: write.store };
  return [
    write,
    writeOf(run.config, entry, '' + (run.snapshot.nowMillis + seconds * 1000)),
  ];
}

// src/core/formats/snowplow/find-snowplow.ts

function stepOf(run) {
  return {
    nowMillis: run.snapshot.nowMillis,
    visitCount: 1,
    sessionId: newUuid(run.snapshot.randoms.slice(9, 14)),
  };
}

/** Reads an id cookie in the light of this run. */
function idParser(run) {
  const step = stepOf(run);
  return (text) => {
    const id = parseSnowplowId(text, step);
    return id === undefined
      ? undefined
      : { value: id, bornSeconds: id.createdSeconds };
  };
}

function findId(run, snowplow) {
  return pickStored(
    liveValues(run, snowplow, idNameOf(snowplow)),
    idParser(run)
  );
}

/** Whether the stored session goes on: its cookie is there. */
function isSessionStored(run, snowplow) {
  return liveValues(run, snowplow, sessionNameOf(snowplow)).some(
    (found) => found.value !== ''
  );
}

/** The values under a name. What local storage holds is over at the time that lies beside it. */
function liveValues(run, snowplow, name) {
  const values = valuesOf(run.snapshot, name);
  if (snowplowStore(snowplow) === 'cookie') return values;
  const expiry = valuesOf(run.snapshot, expiryNameOf(name))[0];
  const expiresMillis =
    expiry === undefined ? undefined : toFiniteNumber(expiry.value);
  const isOver =
    expiresMillis !== undefined && expiresMillis <= run.snapshot.nowMillis;
  return isOver ? [] : values;
}

/** The id that the page keeps in memory. */
function findInMemory(run) {
  const text = run.memory === undefined ? '' : run.memory.values.id || '';
  return parseSnowplowId(text, stepOf(run));
}

/** Whether a session that has no cookie goes on. */
function isSessionRecent(run, id) {
  const idleSeconds = toNearestSeconds(run.snapshot.nowMillis) - id.nowSeconds;
  return idleSeconds <= run.config.sessionTimeoutMinutes * 60;
}

function newVisitor(run) {
  return newSnowplowId(newUserId(run), stepOf(run));
}

/** A new user's id; none in anonymous mode. */
function newUserId(run) {
  const snowplow = run.config.snowplow;
  if (snowplow !== undefined && snowplow.anonymousTracking !== 'off') return '';
  return run.sharedUuid === ''
    ? newUuid(run.snapshot.randoms.slice(4, 9))
    : run.sharedUuid;
}

/** Whether cookie settings are to be applied anew. A tracker on the page has its own. */
function haveSettingsChanged(run) {
  return (
    run.config.sessionKeeper === 'thisTag' &&
    haveAttributesChanged(run.config, run.snapshot)
  );
}

/** Any text in the cookie opts out, as in the tracker. */
function isOptedOut(run, snowplow) {
  if (snowplow.optOutCookie === '') return false;
  return valuesOf(run.snapshot, snowplow.optOutCookie).some(
    (found) => found.value !== ''
  );
}

// src/core/formats/treasure-data/treasure-data-names.ts

/** The client id, and what the SDK notes beside it: that is read, and never written. */
function treasureDataEntries(settings) {
  const isLocal = settings.storeConsentByLocalStorage;
  return [
    { name: settings.cookieName, store: 'cookie', isOurs: true },
    {
      name: TD_SIGNED,
      store: isLocal ? 'localStorageKey' : 'cookie',
      isOurs: false,
    },
    { name: TD_BLOCK_EVENTS, store: 'cookie', isOurs: false },
    { name: TD_GLOBAL, store: 'cookie', isOurs: false },
  ];
}

/**
 * What goes when the visitor is forgotten: ids and permissions. A refusal stays, in signed mode's
 * `false` and in blocked events: without it the SDK would begin again.
 */
function erasableTd(run, settings) {
  const entries = treasureDataEntries(settings).filter((entry) => {
    if (entry.name === TD_BLOCK_EVENTS) return false;
    return entry.name !== TD_SIGNED || hasSigned(run);
  });
  const found = presentEntries(run.snapshot, entries).concat(
    serverIdEntry(run)
  );
  return found.length === 0 ? [] : found.concat(probeEntries(run));
}

/** An endpoint erases its own id: until it has, the id says that something is left to forget there. */
function serverIdEntry(run) {
  if (run.config.serverUrl !== '' || run.snapshot.serverId === '') return [];
  return [{ name: SERVER_ID_COOKIE, store: 'cookie' }];
}

/** Whether signed mode was chosen, and not refused. */
function hasSigned(run) {
  return isNoted(run, TD_SIGNED, 'true') && !isNoted(run, TD_SIGNED, 'false');
}

function isNoted(run, name, value) {
  return valuesOf(run.snapshot, name).some((found) => found.value === value);
}

/** The cookies with which the SDK finds its domain, and which it never removes. */
function probeEntries(run) {
  return cookieDomainCandidates(run.snapshot.host)
    .filter((domain) => domain !== '')
    .map((domain) => ({ name: TD_PROBE + domain, store: 'cookie' }));
}

// src/core/formats/treasure-data/keep-treasure-data.ts

/** The stored client id, else the page's own promoted, else a new one; none in anonymous mode. */
function keepTreasureData(run, settings) {
  if (!isSigned(run, settings)) return describeAnonymous(run);
  const stored = findStored(run, settings);
  if (stored !== undefined) return keepClientId(run, settings, stored);
  if (run.snapshot.action === 'engage')
    return keepTreasureDataInMemory(run, settings);
  const restore = restoreEntry(run, {
    name: settings.cookieName,
    store: 'cookie',
  });
  return restore === undefined
    ? keepClientId(run, settings, undefined)
    : restore;
}

function keepClientId(run, settings, stored) {
  const clientId = stored === undefined ? ownClientId(run) : stored.parsed;
  return {
    kind: 'act',
    writes: planTreasureDataWrites(run, settings, {
      clientId: clientId,
      stored: stored,
    }),
    erase: [],
    callsServer: callsServerForTd(run, settings, stored),
    visitor: describeTreasureData(
      clientId,
      clientSourceOf(run, settings, stored)
    ),
    details: treasureDataDetails(run, clientId, globalIdOf(run)),
    memory: undefined,
    reasons: treasureDataReasons(run, settings, stored),
  };
}

/** A client id that the page keeps for itself. */
function keepTreasureDataInMemory(run, settings) {
  if (!isSigned(run, settings)) return describeAnonymous(run);
  const clientId = ownClientId(run);
  return quietPlan({
    visitor: describeTreasureData(clientId, 'memory'),
    details: treasureDataDetails(run, clientId, ''),
    memory: { values: { client: clientId }, isHitPending: isHitPending(run) },
    reasons: ['treasure_data_id_memory'],
  });
}

function ownClientId(run) {
  const inMemory = findInMemoryId(run);
  if (inMemory !== undefined) return inMemory;
  return run.sharedUuid === ''
    ? newUuid(run.snapshot.randoms.slice(14, 19))
    : run.sharedUuid;
}

/**
 * Called when the client id is new, or in conflict. Treasure Data has no sessions: where no other
 * format has them, one page view in sixteen has the cookie renewed.
 */
function callsServerForTd(run, settings, stored) {
  if (!run.mayCallServer) return false;
  if (
    stored === undefined ||
    hasDuplicates(run.snapshot, [settings.cookieName])
  )
    return true;
  if (run.config.d8a || run.config.snowplow !== undefined) return false;
  return ((run.snapshot.randoms[14] || 0) & 15) === 0;
}

// src/core/formats/treasure-data/plan-treasure-data-writes.ts

/** The client id, when it is missing or its lifetime starts anew. SameSite is None, as the SDK has it. */
function planTreasureDataWrites(run, settings, visitor) {
  const config = run.config;
  const snapshot = run.snapshot;
  if (snapshot.action === 'engage') return [];
  // Once the endpoint keeps the cookie, a script's write would only shorten it.
  const isSliding = config.cookieUpdate && config.sessionKeeper === 'thisTag';
  const isDue =
    visitor.stored === undefined ||
    haveAttributesChanged(config, snapshot) ||
    (isSliding && snapshot.serverId === '');
  return isDue ? [writeClientId(config, settings, visitor.clientId)] : [];
}

/** A client id that reading has removed goes back as it was, in anonymous mode too. */
function writeBackTreasureData(run, settings) {
  const stored = findStored(run, settings);
  if (stored === undefined || !stored.found.isRemoved) return [];
  return [writeClientId(run.config, settings, stored.parsed)];
}

function writeClientId(config, settings, clientId) {
  const write = writeOf(
    config,
    { name: settings.cookieName, store: 'cookie' },
    clientId
  );
  write.sameSite = 'None';
  return write;
}

// src/core/formats/treasure-data/find-treasure-data.ts

function findStored(run, settings) {
  return pickStored(
    valuesOf(run.snapshot, settings.cookieName),
    readTreasureDataId
  );
}

/** The client id that is stored, else the one in memory; none in anonymous mode. */
function findClientId(run, settings) {
  if (!isSigned(run, settings)) return undefined;
  const stored = findStored(run, settings);
  return stored === undefined ? findInMemoryId(run) : stored.parsed;
}

function findInMemoryId(run) {
  return run.memory === undefined ? undefined : run.memory.values.client;
}

/**
 * Whether the client id may be kept. Of two notes the refusal counts, and as in the SDK a note that
 * cannot be read is one.
 */
function isSigned(run, settings) {
  if (isNoteHidden(run, settings)) return false;
  if (hasSigned(run)) return true;
  return settings.startInSignedMode && !isNoted(run, TD_SIGNED, 'false');
}

/** Whether storage was read, and local storage was not to be had. */
function isNoteHidden(run, settings) {
  if (!settings.storeConsentByLocalStorage || run.snapshot.hasLocalStorage)
    return false;
  return (
    run.config.storage !== 'none' &&
    permitsStorage(run.config, run.snapshot.consent)
  );
}

// src/core/to-finite-number.ts

/**
 * JavaScript's own reading of a text as a number, as d8a applies it: '' is 0, '1e2' is 100.
 * The sandbox has no `Number`; subtraction reads a text by the same rule.
 */
function toFiniteNumber(text) {
  const number = text - 0;
  return number - number === 0 ? number : undefined;
}

// src/core/page-state.ts

/** The page state that a plan publishes: the visitor of the first format, and what others add. */
function nextPageState(members, snapshot, result) {
  const first = result.plans[0];
  const visitor = first === undefined ? NOBODY : first.visitor;
  const details = detailsOf(snapshot, result.plans);
  return {
    clientId: visitor.clientId,
    sessionId: visitor.sessionId,
    sessionNumber: visitor.sessionNumber,
    isNewSession: visitor.isNewSession,
    engaged: visitor.engaged,
    hitNumber: visitor.hitNumber,
    serverId: result.serverId,
    consent: snapshot.consent.state,
    source: visitor.source,
    cookieDomain: result.cookieDomain,
    snowplow: details.snowplow,
    treasureData: details.treasureData,
    reasons: reasonsOf(snapshot, result),
    version: PAGE_STATE_VERSION,
    startedMillis:
      snapshot.page === undefined
        ? snapshot.nowMillis
        : snapshot.page.startedMillis,
    memory: nextMemory(members, snapshot, result.plans),
    claims: claimHits(counterNames(members), snapshot),
    attributes: result.attributes,
    snowplowHash: hashOf(members, snapshot),
  };
}

/** Another tag of the page may keep a format that this one does not. */
function detailsOf(snapshot, plans) {
  const page = snapshot.page;
  const isOver =
    snapshot.action === 'forget' || snapshot.consent.state === 'withdrawn';
  const isAnother = page !== undefined && !isOver;
  const details = {
    snowplow: isAnother ? page.snowplow : undefined,
    treasureData: isAnother ? page.treasureData : undefined,
  };
  plans.forEach((plan) => {
    if (plan.details.snowplow !== undefined)
      details.snowplow = plan.details.snowplow;
    if (plan.details.treasureData !== undefined)
      details.treasureData = plan.details.treasureData;
  });
  return details;
}

/** Formats that do the same for the same reason say it once. */
function reasonsOf(snapshot, result) {
  return result.plans
    .reduce((sofar, plan) => sofar.concat(plan.reasons), result.why)
    .reduce(
      (sofar, reason) =>
        sofar.indexOf(reason) === -1 ? sofar.concat([reason]) : sofar,
      consentReasons(snapshot.consent)
    );
}

function counterNames(members) {
  return members.reduce(
    (sofar, member) => sofar.concat(member.format.counters(member.run.config)),
    []
  );
}

function hashOf(members, snapshot) {
  const snowplow =
    members[0] === undefined ? undefined : members[0].run.config.snowplow;
  if (snowplow !== undefined && snowplow.hashedText !== '') {
    return { text: snowplow.hashedText, digits: snowplow.hash };
  }
  return snapshot.page === undefined ? undefined : snapshot.page.snowplowHash;
}

// src/core/pick-stored.ts

/**
 * One value of several under the same name: the one on the widest domain, then the older one.
 * Values that do not parse never win.
 */
function pickStored(values, parse) {
  let best;
  let bestBornSeconds = 0;
  values.forEach((found) => {
    const parsed = parse(found.value);
    if (parsed === undefined) return;
    const order = best === undefined ? -1 : compareWidth(found, best.found);
    if (order > 0 || (order === 0 && parsed.bornSeconds >= bestBornSeconds))
      return;
    best = { parsed: parsed.value, found: found };
    bestBornSeconds = parsed.bornSeconds;
  });
  return best;
}

/** Negative when the first lies on a wider domain; fewer labels are wider, host-only is narrowest. */
function compareWidth(first, second) {
  return countLabels(first.domain) - countLabels(second.domain);
}

function countLabels(domain) {
  if (domain === undefined) return 0;
  return domain === '' ? 1000 : domain.split('.').length;
}

// src/core/formats/d8a/d8a-cookies.ts

/**
 * The two cookies of the d8a web tracker.
 *
 * `_d8a` holds the client ID: `C1.1.<random>.<seconds>`. `_d8a_<property id>` holds the session:
 * `S1.1.` and tokens joined by `$`, each one key character and its value: `s` start in seconds,
 * `o` session number, `g` engaged, `t` time of the last hit in seconds, `j` index of the last hit
 * (the first is 0), `d` a random id. Unknown tokens and the order of tokens are kept.
 */

/** The client cookie's name. A prefix that ends in `_` lends its underscore to the name. */
function d8aClientName(prefix) {
  return prefix + (prefix.slice(-1) === '_' ? 'd8a' : '_d8a');
}

function d8aSessionName(prefix, propertyId) {
  return d8aClientName(prefix) + '_' + propertyId;
}

/** The client ID in a client cookie, `<random>.<seconds>`; `undefined` when it is not one. */
function parseD8aClient(text) {
  if (text.indexOf(D8A_CLIENT_VERSION) !== 0) return undefined;
  const clientId = text.slice(D8A_CLIENT_VERSION.length);
  return isD8aClientId(clientId) ? clientId : undefined;
}

function isD8aClientId(text) {
  return text.match('^[0-9]+[.][0-9]+$') !== null;
}

function printD8aClient(clientId) {
  return D8A_CLIENT_VERSION + clientId;
}

function newD8aClientId(random, nowSeconds) {
  return random + '.' + nowSeconds;
}

/** Whether another version of d8a wrote this: such a cookie is somebody's identity. */
function isOtherD8aVersion(text) {
  const isOurs =
    text.indexOf(D8A_CLIENT_VERSION) === 0 ||
    text.indexOf(D8A_SESSION_VERSION) === 0;
  return !isOurs && text.match('^[CS][0-9]+[.][0-9]+[.]') !== null;
}

/** The tokens of a session cookie; `undefined` when it is not one. */
function parseD8aSession(text) {
  if (text.indexOf(D8A_SESSION_VERSION) !== 0) return undefined;
  return text
    .slice(D8A_SESSION_VERSION.length)
    .split('$')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ key: part.charAt(0), value: part.slice(1) }));
}

function printD8aSession(tokens) {
  return (
    D8A_SESSION_VERSION +
    tokens.map((token) => token.key + token.value).join('$')
  );
}

/** The text of a token; of several with one key, the first counts. */
function readToken(tokens, key) {
  const found = tokens.filter((token) => token.key === key)[0];
  return found === undefined ? undefined : found.value;
}

/** The number in a token; `undefined` when it is absent or not a finite number. */
function readTokenNumber(tokens, key) {
  const text = readToken(tokens, key);
  return text === undefined ? undefined : toFiniteNumber(text);
}

/** The tokens with one value changed in place, or added at the end. */
function withToken(tokens, key, value) {
  let isDone = false;
  const changed = tokens.map((token) => {
    if (isDone || token.key !== key) return token;
    isDone = true;
    return { key: key, value: value };
  });
  return isDone ? changed : changed.concat([{ key: key, value: value }]);
}

/** A session is over strictly after the timeout, or when it does not say when it was last used. */
function isD8aSessionOver(tokens, step) {
  const lastHitSeconds = readTokenNumber(tokens, 't');
  if (lastHitSeconds === undefined) return true;
  return step.nowSeconds - lastHitSeconds > step.timeoutSeconds;
}

/** A new session that goes on counting from the old one, if there is an old one. */
function startD8aSession(tokens, step) {
  const fresh = {
    s: '' + step.nowSeconds,
    o: '' + ((readTokenNumber(tokens, 'o') || 0) + 1),
    g: '0',
    t: '' + step.nowSeconds,
    j: '0',
    d: step.randoms.map((random) => random.toString(36)).join(''),
  };
  return D8A_SESSION_KEYS.reduce(
    (sofar, key) => withToken(sofar, key, fresh[key] || ''),
    tokens
  );
}

/** The session after one more hit: continued, or rolled over when it is over. */
function nextD8aSession(tokens, step) {
  if (isD8aSessionOver(tokens, step)) return startD8aSession(tokens, step);
  const counted = withToken(
    tokens,
    'j',
    '' + ((readTokenNumber(tokens, 'j') || 0) + 1)
  );
  return withToken(counted, 't', '' + step.nowSeconds);
}

// src/core/formats/d8a/find-d8a.ts

/** What is there of the visitor. */
function findD8a(run) {
  const sessions = sessionNames(run.config).map((name) =>
    readName(run, name, readSession)
  );
  return {
    client: readName(run, clientNameOf(run.config), readClient),
    sessions: sessions,
    session: sessions.map(valueOf).filter((tokens) => tokens !== undefined)[0],
    memory: findMemory(run),
    googleClientId: findGoogleClientId(run),
  };
}

function valueOf(reading) {
  return reading.state === 'sound' ? reading.value : undefined;
}

function readName(run, name, parse) {
  const values = valuesOf(run.snapshot, name);
  const picked = pickStored(values, parse);
  if (picked !== undefined) {
    return {
      state: 'sound',
      name: name,
      value: picked.parsed,
      isRemoved: picked.found.isRemoved,
    };
  }
  if (values.length === 0) return { state: 'absent', name: name };
  const isOther = values.some((found) => isOtherD8aVersion(found.value));
  return { state: isOther ? 'otherVersion' : 'malformed', name: name };
}

function readClient(text) {
  const clientId = parseD8aClient(text);
  if (clientId === undefined) return undefined;
  return {
    value: clientId,
    bornSeconds: toFiniteNumber(clientId.split('.')[1] || '') || 0,
  };
}

function readSession(text) {
  const session = parseD8aSession(text);
  if (session === undefined) return undefined;
  return { value: session, bornSeconds: readTokenNumber(session, 's') || 0 };
}

function findMemory(run) {
  if (run.memory === undefined) return undefined;
  const clientId = parseD8aClient(run.memory.values.client || '');
  const session = parseD8aSession(run.memory.values.session || '');
  if (clientId === undefined || session === undefined) return undefined;
  return { clientId: clientId, session: session };
}

// src/core/formats/d8a/plan-d8a-server.ts

/**
 * Whether the endpoint should first bring back what is missing of a known visitor.
 *
 * A browser may shorten the life of what scripts write; the endpoint has it in its backup.
 */
function planRestore(run, finding) {
  if (!run.mayCallServer) return undefined;
  const lost = lostReadings(run, finding);
  if (lost.length === 0) return undefined;
  return {
    kind: 'askServer',
    askFor: lost.map((reading) => reading.name),
    erase: lost
      .filter((reading) => reading.state === 'malformed')
      .map((reading) => ({ name: reading.name, store: 'cookie' })),
  };
}

function lostReadings(run, finding) {
  if (!isKnownVisitor(run, finding)) return [];
  const client = finding.client.state === 'sound' ? [] : [finding.client];
  return finding.session === undefined
    ? client.concat(ownSessions(finding))
    : client;
}

/** Those that are ours to write: another version's are neither lost nor started. */
function ownSessions(finding) {
  return finding.sessions.filter((reading) => reading.state !== 'otherVersion');
}

/** One whose client ID was made on this page has nothing at the endpoint that could be lost. */
function isKnownVisitor(run, finding) {
  if (run.snapshot.serverId !== '') return true;
  const source =
    run.snapshot.page === undefined ? 'none' : run.snapshot.page.source;
  return (
    finding.client.state === 'sound' &&
    source !== 'new' &&
    source !== 'promoted'
  );
}

/** Called when a session starts, when something is missing or in conflict; never otherwise. */
function callsServerForD8a(run, outcome) {
  if (!run.mayCallServer) return false;
  const finding = outcome.finding;
  const isStarted = outcome.change.isStarted && ownSessions(finding).length > 0;
  if (isStarted || finding.client.state !== 'sound') return true;
  if (hasDuplicates(run.snapshot, d8aNames(run.config))) return true;
  const hitNumber = (readTokenNumber(outcome.change.session, 'j') || 0) + 1;
  return isRetryHit(run, hitNumber);
}

// src/core/formats/d8a/describe-d8a.ts

/** A client ID and a session as the page shows them. */
function describeD8a(clientId, session, source) {
  const index = readTokenNumber(session, 'j');
  const hitNumber = index === undefined ? 0 : index + 1;
  return {
    clientId: clientId,
    sessionId: readToken(session, 's') || '',
    sessionNumber: readTokenNumber(session, 'o') || 0,
    isNewSession: session.length > 0 && hitNumber <= 1,
    engaged: readToken(session, 'g') === '1',
    hitNumber: hitNumber,
    source: source,
  };
}

/** Where the client ID comes from. */
function sourceOf(config, snapshot, finding) {
  if (finding.client.state !== 'sound')
    return finding.memory === undefined ? 'new' : 'promoted';
  if (wasAskedFor(snapshot, finding.client.name)) return 'restored';
  return config.storage === 'localStorage' ? 'localStorage' : 'cookie';
}

/** Why it is this client ID and this session. */
function d8aReasons(config, snapshot, outcome) {
  return clientReasons(snapshot, outcome.finding)
    .concat(sessionReasons(snapshot, outcome))
    .concat(storageReasons(config, snapshot, d8aNames(config)));
}

function clientReasons(snapshot, finding) {
  const client = finding.client;
  if (client.state === 'sound') {
    return [
      wasAskedFor(snapshot, client.name)
        ? 'client_id_restored'
        : 'client_id_stored',
    ];
  }
  const chosen = reasonOfNewId(finding);
  return client.state === 'malformed'
    ? ['client_id_malformed', chosen]
    : [chosen];
}

function reasonOfNewId(finding) {
  if (finding.memory !== undefined) return 'client_id_promoted';
  return finding.googleClientId === undefined
    ? 'client_id_new'
    : 'client_id_adopted';
}

function sessionReasons(snapshot, outcome) {
  const sessions = outcome.finding.sessions;
  const reasons = [];
  if (sessions.some((reading) => reading.state === 'malformed')) {
    reasons.push('session_malformed');
  }
  if (sessions.some((reading) => reading.state === 'otherVersion')) {
    reasons.push('session_other_version');
  }
  if (sessions.some((reading) => wasAskedFor(snapshot, reading.name))) {
    reasons.push(
      outcome.finding.session === undefined
        ? 'session_not_restored'
        : 'session_restored'
    );
  }
  return reasons.concat([outcome.change.reason]);
}

// src/core/formats/d8a/new-client-id.ts

/** A new visitor's client ID; where one id serves all formats, made of its UUID's first digits. */
function newClientId(run) {
  const random =
    run.sharedUuid === ''
      ? run.snapshot.randoms[0] || 0
      : randomOfUuid(run.sharedUuid);
  return newD8aClientId(random, toSeconds(run.snapshot.nowMillis));
}

function randomOfUuid(uuid) {
  const number = (toFiniteNumber('0x' + uuid.slice(0, 8)) || 0) >>> 1;
  return number > MAX_RANDOM ? MAX_RANDOM : number;
}

// src/core/formats/d8a/advance-d8a-session.ts

/** What this run's action does to the session found, if one was found. */
function advanceSession(config, snapshot, found) {
  const session = found.session === undefined ? [] : found.session;
  const step = sessionStep(config, snapshot);
  if (snapshot.action === 'engage') return engage(config, snapshot, session);
  if (snapshot.action === 'newSession') {
    return {
      session: startD8aSession(session, step),
      isStarted: true,
      reason: 'session_requested',
    };
  }
  if (config.sessionKeeper === 'tracker') return leaveToTracker(session, step);
  if (session.length === 0) {
    return {
      session: startD8aSession(session, step),
      isStarted: true,
      reason: 'session_new',
    };
  }
  if (!found.isHit)
    return {
      session: session,
      isStarted: false,
      reason: 'hit_already_counted',
    };
  const isOver = isD8aSessionOver(session, step);
  return {
    session: nextD8aSession(session, step),
    isStarted: isOver,
    reason: isOver ? 'session_expired' : 'session_continued',
  };
}

function sessionStep(config, snapshot) {
  return {
    nowSeconds: toSeconds(snapshot.nowMillis),
    timeoutSeconds: config.sessionTimeoutMinutes * 60,
    randoms: snapshot.randoms.slice(1, 4),
  };
}

/** An idle page neither forks nor revives a session: one that is over cannot become engaged. */
function engage(config, snapshot, session) {
  if (
    session.length === 0 ||
    isD8aSessionOver(session, sessionStep(config, snapshot))
  ) {
    return {
      session: session,
      isStarted: false,
      reason: 'engagement_without_session',
    };
  }
  if (readToken(session, 'g') === '1') {
    return { session: session, isStarted: false, reason: 'already_engaged' };
  }
  const openedMillis =
    snapshot.page === undefined ? 0 : snapshot.page.startedMillis;
  const openForMillis =
    snapshot.nowMillis - openedMillis + ENGAGEMENT_GRACE_MILLIS;
  if (openForMillis < config.engagementSeconds * 1000) {
    return {
      session: session,
      isStarted: false,
      reason: 'engagement_too_early',
    };
  }
  return {
    session: withToken(session, 'g', '1'),
    isStarted: false,
    reason: 'engaged',
  };
}

/** The tracker counts the first hit itself: from -1, so that it arrives at 0. */
function leaveToTracker(session, step) {
  if (session.length > 0) {
    const isOver = isD8aSessionOver(session, step);
    return {
      session: session,
      isStarted: isOver,
      reason: 'session_kept_by_tracker',
    };
  }
  const created = withToken(startD8aSession(session, step), 'j', '-1');
  return { session: created, isStarted: true, reason: 'session_new' };
}

// src/core/formats/quiet-plan.ts

/** A plan that stores and removes nothing, and calls nobody. */
function quietPlan(parts) {
  return {
    kind: 'act',
    writes: [],
    erase: [],
    callsServer: false,
    visitor: parts.visitor,
    details: parts.details,
    memory: parts.memory,
    reasons: parts.reasons,
  };
}

// src/core/formats/pending-hit.ts

/** Whether the page now has a page view that was counted in memory only. */
function isHitPending(run) {
  if (run.memory !== undefined && run.memory.isHitPending) return true;
  return run.snapshot.trigger === 'tag' && run.snapshot.action === 'identify';
}

// src/core/clock.ts

/** Whole seconds, as d8a counts them. */
function toSeconds(millis) {
  return (millis - (millis % 1000)) / 1000;
}

/** Seconds to the nearest, as Snowplow counts them. */
function toNearestSeconds(millis) {
  return toSeconds(millis + 500);
}

// src/core/formats/snowplow/snowplow-hash.ts

/** The four digits at the end of Snowplow's cookie names; '' for a text that is not ASCII. */
function snowplowHash(text) {
  const words = sha1(text);
  if (words === undefined) return '';
  return ('000' + ((words[0] || 0) >>> 16).toString(16)).slice(-4);
}

// src/core/formats/snowplow/describe-snowplow.ts

/** A Snowplow identity in the words of all formats. */
function describeSnowplow(id, source) {
  return {
    clientId: id.userId,
    sessionId: id.sessionId,
    sessionNumber: id.visitCount,
    isNewSession: id.eventIndex <= 1,
    engaged: false,
    hitNumber: id.eventIndex,
    source: source,
  };
}

/** And in Snowplow's own. */
function snowplowDetails(id, snowplow) {
  return {
    snowplow: {
      domainUserId: id.userId,
      domainSessionId: id.sessionId,
      domainSessionIndex: id.visitCount,
      eventIndex: id.eventIndex,
      hash: snowplow.hash,
    },
    treasureData: undefined,
  };
}

/** A visitor of whom nothing is kept, not even for the page. */
function describeNobody(snowplow, why) {
  return quietPlan({
    visitor: NOBODY,
    details: {
      snowplow: {
        domainUserId: '',
        domainSessionId: '',
        domainSessionIndex: 0,
        eventIndex: 0,
        hash: snowplow.hash,
      },
      treasureData: undefined,
    },
    memory: undefined,
    reasons: [why],
  });
}

// src/core/formats/snowplow/keep-snowplow-stored.ts

/** The stored user and session, else the page's own promoted, else new ones. */
function keepSnowplowStored(run, snowplow, stored) {
  const change =
    stored === undefined ? begin(run) : goOn(run, snowplow, stored.parsed);
  const visit = { stored: stored, change: change };
  return {
    kind: 'act',
    writes:
      run.snapshot.action === 'engage'
        ? []
        : planSnowplowWrites(run, snowplow, visit),
    erase: [],
    callsServer: callsServerForSnowplow(run, snowplow, change),
    visitor: describeSnowplow(change.id, sourceOfId(run, snowplow, stored)),
    details: snowplowDetails(change.id, snowplow),
    memory: undefined,
    reasons: snowplowReasons(run, snowplow, stored).concat(change.reasons),
  };
}

function goOn(run, snowplow, id) {
  return advanceSnowplowSession(run, {
    id: withModesUser(run, snowplow, id),
    isAlive: isSessionStored(run, snowplow),
    isNew: false,
    isHit: run.isHit,
  });
}

/** An anonymous session has no user; it gets a new one when the mode is off again. */
function withModesUser(run, snowplow, id) {
  if (snowplow.anonymousTracking !== 'off') return withUser(id, '');
  return id.userId === '' ? withUser(id, newUserId(run)) : id;
}

/** The page's own session is promoted as it is when consent comes: its hit has been counted. */
function begin(run) {
  const memory = findInMemory(run);
  const id = memory === undefined ? newVisitor(run) : memory;
  const change = advanceSnowplowSession(run, {
    id: id,
    isAlive: isSessionRecent(run, id),
    isNew: memory === undefined,
    isHit:
      run.isHit && (memory === undefined || run.snapshot.trigger === 'tag'),
  });
  return {
    id: change.id,
    isStarted: true,
    isUsed: true,
    reasons: ['snowplow_session_started'],
  };
}

/** Called when a session starts, when something is missing or in conflict; never otherwise. */
function callsServerForSnowplow(run, snowplow, change) {
  if (!run.mayCallServer) return false;
  if (change.isStarted || hasDuplicates(run.snapshot, [idNameOf(snowplow)]))
    return true;
  return isRetryHit(run, change.id.eventIndex);
}

// src/core/formats/restore-entry.ts

/** Asks for a cookie that is not there: a visitor whom the server knows may have had it. */
function restoreEntry(run, entry) {
  if (!run.mayCallServer || run.snapshot.serverId === '') return undefined;
  return {
    kind: 'askServer',
    askFor: [entry.name],
    erase: presentEntries(run.snapshot, [entry]),
  };
}

// src/core/formats/snowplow/advance-snowplow-session.ts

/** What this run's action does to Snowplow's session. A tracker on the page counts by itself. */
function advanceSnowplowSession(run, before) {
  const id = before.id;
  const step = stepOf(run);
  // Snowplow knows no engagement.
  if (run.snapshot.action === 'engage') {
    return { id: id, isStarted: false, isUsed: false, reasons: [] };
  }
  if (run.snapshot.action === 'newSession') {
    const next = before.isNew ? id : startSnowplowSession(id, step);
    return {
      id: next,
      isStarted: true,
      isUsed: true,
      reasons: ['session_requested'],
    };
  }
  if (run.config.sessionKeeper === 'tracker' && !before.isNew) {
    // The tracker starts the next session: a session cookie of ours would keep it from that.
    const isOver = !before.isAlive;
    return {
      id: id,
      isStarted: isOver,
      isUsed: false,
      reasons: ['snowplow_session_left'],
    };
  }
  if (!before.isHit && !before.isNew) {
    return {
      id: id,
      isStarted: false,
      isUsed: false,
      reasons: ['hit_already_counted'],
    };
  }
  const isStarted = before.isNew || !before.isAlive;
  const current =
    before.isNew || before.isAlive ? id : startSnowplowSession(id, step);
  const isCounted = before.isHit && run.config.sessionKeeper === 'thisTag';
  return {
    id: isCounted ? countSnowplowEvent(current, step) : current,
    isStarted: isStarted,
    isUsed: true,
    reasons: [
      isStarted ? 'snowplow_session_started' : 'snowplow_session_continued',
    ],
  };
}

// src/core/formats/snowplow/snowplow-cookies.ts

/**
 * The two cookies of the Snowplow tracker.
 *
 * `_sp_id.<hash>` has ten fields joined by dots: user id, created, visit count, now, last visit,
 * session id, previous session id, first event id, first event's milliseconds, event index; older
 * trackers wrote the first five or six. `_sp_ses.<hash>` says by being there that the session goes on.
 */

/** What an id cookie says; `undefined` for a text that no tracker has written. */
function parseSnowplowId(text, step) {
  const fields = text.split('.');
  if (fields.length < 5 || text.indexOf('%') !== -1) return undefined;
  const nowSeconds = toNearestSeconds(step.nowMillis);
  return {
    userId: fields[0] || '',
    createdSeconds: integerOr(fields[1], nowSeconds),
    visitCount: integerOr(fields[2], step.visitCount),
    nowSeconds: integerOr(fields[3], nowSeconds),
    lastVisitSeconds: toInteger(fields[4]),
    sessionId: textOf(fields[5]) || step.sessionId,
    previousSessionId: textOf(fields[6]),
    firstEventId: textOf(fields[7]),
    firstEventMillis: toInteger(fields[8]),
    eventIndex: integerOr(fields[9], 0),
  };
}

/** A visitor whom no cookie knows. */
function newSnowplowId(userId, step) {
  const nowSeconds = toNearestSeconds(step.nowMillis);
  return {
    userId: userId,
    createdSeconds: nowSeconds,
    visitCount: step.visitCount,
    nowSeconds: nowSeconds,
    lastVisitSeconds: undefined,
    sessionId: step.sessionId,
    previousSessionId: '',
    firstEventId: '',
    firstEventMillis: undefined,
    eventIndex: 0,
  };
}

function printSnowplowId(id) {
  return [
    id.userId,
    id.createdSeconds,
    id.visitCount,
    id.nowSeconds,
    numberText(id.lastVisitSeconds),
    id.sessionId,
    id.previousSessionId,
    id.firstEventId,
    numberText(id.firstEventMillis),
    id.eventIndex,
  ].join('.');
}

/** The next session of a visitor. */
function startSnowplowSession(id, step) {
  return {
    userId: id.userId,
    createdSeconds: id.createdSeconds,
    visitCount: id.visitCount + 1,
    nowSeconds: toNearestSeconds(step.nowMillis),
    lastVisitSeconds: id.nowSeconds,
    sessionId: step.sessionId,
    previousSessionId: id.sessionId,
    firstEventId: '',
    firstEventMillis: undefined,
    eventIndex: 0,
  };
}

/** One event more. Only a tracker knows its events' ids, so the first one's stays empty. */
function countSnowplowEvent(id, step) {
  return {
    userId: id.userId,
    createdSeconds: id.createdSeconds,
    visitCount: id.visitCount,
    nowSeconds: toNearestSeconds(step.nowMillis),
    lastVisitSeconds: id.lastVisitSeconds,
    sessionId: id.sessionId,
    previousSessionId: id.previousSessionId,
    firstEventId: id.firstEventId,
    firstEventMillis:
      id.eventIndex === 0 ? step.nowMillis : id.firstEventMillis,
    eventIndex: id.eventIndex + 1,
  };
}

/** The same id of another user; without one, nothing that ties it to the session before. */
function withUser(id, userId) {
  return {
    userId: userId,
    createdSeconds: id.createdSeconds,
    visitCount: id.visitCount,
    nowSeconds: id.nowSeconds,
    lastVisitSeconds: id.lastVisitSeconds,
    sessionId: id.sessionId,
    previousSessionId: userId === '' ? '' : id.previousSessionId,
    firstEventId: id.firstEventId,
    firstEventMillis: id.firstEventMillis,
    eventIndex: id.eventIndex,
  };
}

/** A text that is there; trackers have written `undefined` for one that is not. */
function textOf(field) {
  return field === undefined || field === 'undefined' ? '' : field;
}

/** JavaScript's own reading of an integer at the beginning of a text: `12abc` is 12, `0x10` is 16. */
function toInteger(field) {
  const found = (field || '').match('^[ ]*([+-]?)(0[xX][0-9a-fA-F]+|[0-9]+)');
  if (found === null) return undefined;
  const number = toFiniteNumber(found[2] || '');
  return number !== undefined && found[1] === '-' ? 0 - number : number;
}

function integerOr(field, otherwise) {
  const number = toInteger(field);
  return number === undefined ? otherwise : number;
}

function numberText(number) {
  return number === undefined ? '' : '' + number;
}

// src/core/formats/treasure-data/describe-treasure-data.ts

/** A client id in the words of all formats; there is no session. */
function describeTreasureData(clientId, source) {
  return {
    clientId: clientId,
    sessionId: '',
    sessionNumber: 0,
    isNewSession: false,
    engaged: false,
    hitNumber: 0,
    source: source,
  };
}

/** The id across sites, which the SDK may have fetched. */
function globalIdOf(run) {
  const found = valuesOf(run.snapshot, TD_GLOBAL)[0];
  return found === undefined ? '' : found.value;
}

/** And in Treasure Data's own; in anonymous mode no id at all. */
function treasureDataDetails(run, clientId, globalId) {
  return {
    snowplow: undefined,
    treasureData: {
      clientId: clientId,
      globalId: globalId,
      isSigned: clientId !== '',
      areEventsBlocked: isNoted(run, TD_BLOCK_EVENTS, 'true'),
    },
  };
}

/** A visitor in anonymous mode: nothing is kept, not even for the page. */
function describeAnonymous(run) {
  return quietPlan({
    visitor: NOBODY,
    details: treasureDataDetails(run, '', ''),
    memory: undefined,
    reasons: ['treasure_data_anonymous'],
  });
}

/** Where the client id comes from. */
function clientSourceOf(run, settings, stored) {
  if (stored === undefined)
    return findInMemoryId(run) === undefined ? 'new' : 'promoted';
  return wasAskedFor(run.snapshot, settings.cookieName) ? 'restored' : 'cookie';
}

/** Why it is this client id. */
function treasureDataReasons(run, settings, stored) {
  const name = settings.cookieName;
  const reasons = [];
  if (stored === undefined && valuesOf(run.snapshot, name).length > 0) {
    reasons.push('treasure_data_id_malformed');
  }
  reasons.push(TREASURE_DATA_ID_REASONS[clientSourceOf(run, settings, stored)]);
  return reasons.concat(storageReasons(run.config, run.snapshot, [name]));
}

// src/core/formats/treasure-data/treasure-data-cookies.ts

/**
 * Treasure Data keeps its client id as it is in one cookie. Any text can be one, since a page may
 * give its own; older SDKs have written `undefined`.
 */
function readTreasureDataId(text) {
  if (text === '' || text === 'undefined' || text.indexOf('%00') !== -1)
    return undefined;
  return { value: text, bornSeconds: 0 };
}

// src/core/consent-reasons.ts

/** The reason codes that tell the state of consent. */
function consentReasons(consent) {
  if (consent.source === 'privacySignal') return ['privacy_signal'];
  return [reasonOf(consent.state)];
}

function reasonOf(state) {
  if (state === 'granted') return 'consent_granted';
  if (state === 'unset') return 'consent_unset';
  return state === 'denied' ? 'consent_denied' : 'consent_withdrawn';
}

// src/core/formats/snowplow/sha1.ts

/**
 * The five words of a text's SHA-1 (FIPS 180-4); `undefined` for a text that is not ASCII.
 *
 * The sandbox gives no digest at once, and no character codes.
 */
function sha1(text) {
  const words = toWords(text);
  if (words === undefined) return undefined;
  let state = SHA1_START;
  for (let start = 0; start < words.length; start += 16) {
    state = mixBlock(state, words.slice(start, start + 16));
  }
  return state;
}

/** The text, a 1 bit, zeros, and its length in bits, in words of 32 bits. */
function toWords(text) {
  const words = [];
  const count = (((text.length + 8) >> 6) + 1) * 16;
  for (let index = 0; index < count; index++) words.push(0);
  for (let index = 0; index < text.length; index++) {
    const place = CHARACTERS.indexOf(text.charAt(index));
    if (place === -1) return undefined;
    addByte(words, index, place + 32);
  }
  addByte(words, text.length, 128);
  words[count - 1] = text.length * 8;
  return words;
}

function addByte(words, index, byte) {
  const word = index >> 2;
  words[word] = (words[word] || 0) | (byte << (24 - (index & 3) * 8));
}

function mixBlock(state, block) {
  let a = state[0] || 0;
  let b = state[1] || 0;
  let c = state[2] || 0;
  let d = state[3] || 0;
  let e = state[4] || 0;
  for (let round = 0; round < 80; round++) {
    if (round > 15) block.push(expand(block, round));
    const sum =
      (a << 5) + (a >>> 27) + mix(round, [b, c, d]) + e + (block[round] || 0);
    e = d;
    d = c;
    c = (b << 30) | (b >>> 2);
    b = a;
    a = sum | 0;
  }
  return [
    add(state, 0, a),
    add(state, 1, b),
    add(state, 2, c),
    add(state, 3, d),
    add(state, 4, e),
  ];
}

function expand(block, round) {
  const word =
    (block[round - 3] || 0) ^
    (block[round - 8] || 0) ^
    (block[round - 14] || 0) ^
    (block[round - 16] || 0);
  return (word << 1) | (word >>> 31);
}

function mix(round, words) {
  const b = words[0] || 0;
  const c = words[1] || 0;
  const d = words[2] || 0;
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

function add(state, index, word) {
  return ((state[index] || 0) + word) | 0;
}

// src/core/formats/snowplow/snowplow-reasons.ts

/** Where the user's id comes from. */
function sourceOfId(run, snowplow, stored) {
  if (stored === undefined)
    return findInMemory(run) === undefined ? 'new' : 'promoted';
  if (wasAskedFor(run.snapshot, idNameOf(snowplow))) return 'restored';
  return snowplowStore(snowplow) === 'cookie' ? 'cookie' : 'localStorage';
}

/** Why it is this user. */
function snowplowReasons(run, snowplow, stored) {
  const names = [idNameOf(snowplow), sessionNameOf(snowplow)];
  const isDamaged =
    stored === undefined &&
    liveValues(run, snowplow, idNameOf(snowplow)).length > 0;
  return when(snowplow.hashedText !== '', 'snowplow_hash_computed')
    .concat(when(snowplow.anonymousTracking !== 'off', 'snowplow_anonymous'))
    .concat(when(isDamaged, 'snowplow_id_malformed'))
    .concat([SNOWPLOW_ID_REASONS[sourceOfId(run, snowplow, stored)]])
    .concat(when(hasDuplicates(run.snapshot, names), 'duplicate_removed'))
    .concat(when(haveSettingsChanged(run), 'attributes_changed'));
}

function when(isSo, reason) {
  return isSo ? [reason] : [];
}


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "access_consent",
        "versionId": "1"
      },
      "param": [
        {
          "key": "consentTypes",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "analytics_storage"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ad_storage"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ad_user_data"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ad_personalization"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "functionality_storage"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "personalization_storage"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "security_storage"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "access_globals",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "d8aLayer"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "google_tag_data.ics.entries"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "firstPartyId"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "dataLayer"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "access_local_storage",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "first_party_id"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "__td_signed"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "access_template_storage",
        "versionId": "1"
      },
      "param": []
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "get_cookies",
        "versionId": "1"
      },
      "param": [
        {
          "key": "cookieAccess",
          "value": {
            "type": 1,
            "string": "any"
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "get_url",
        "versionId": "1"
      },
      "param": [
        {
          "key": "urlParts",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "host",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "protocol",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "queriesAllowed",
          "value": {
            "type": 1,
            "string": "any"
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "read_data_layer",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedKeys",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "keyPatterns",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "event"
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "send_pixel",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedUrls",
          "value": {
            "type": 1,
            "string": "any"
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "set_cookies",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedCookies",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "name"
                  },
                  {
                    "type": 1,
                    "string": "domain"
                  },
                  {
                    "type": 1,
                    "string": "path"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "session"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "/"
                  },
                  {
                    "type": 1,
                    "string": "any"
                  },
                  {
                    "type": 1,
                    "string": "any"
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: While nobody has said anything about consent, the identity is kept
  code: |-
    windowValues.dataLayer = [];
    fire({});
    assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
    assertThat(identity().consent).isEqualTo('unset');
    assertReason('consent_unset');
    assertApi('gtmOnSuccess').wasCalled();
- name: While nobody has said anything, a form that says wait keeps the identity in
    memory
  code: |-
    windowValues.dataLayer = [];
    fire({ unsetConsent: 'wait' });
    assertThat(jar).isEmpty();
    assertThat(identity().source).isEqualTo('memory');
    assertReason('client_id_memory');
- name: A default that denies consent writes nothing, erases nothing and calls nobody
  code: |-
    denyByDefault();
    keepVisitor(SESSION);
    fire({ serverUrl: 'www.example.com/fpid' });
    assertApi('setCookie').wasNotCalled();
    assertApi('getCookieValues').wasNotCalled();
    assertThat(calls).isEmpty();
    assertThat(valuesOf('_d8a')).isEqualTo([CLIENT]);
    assertThat(identity().consent).isEqualTo('denied');
    assertThat(identity().clientId).isEqualTo('42.1700000000');
    assertReason('consent_denied');
    assertApi('gtmOnSuccess').wasCalled();
- name: A default that another template set denies without being seen in the data
    layer
  code: |-
    isGranted = false;
    windowValues.dataLayer = [undefined, { event: 'gtm.init_consent' }];
    fire({});
    assertThat(jar).isEmpty();
    assertThat(identity().consent).isEqualTo('denied');
- name: Granted consent keeps the identity
  code: |-
    fire({});
    assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
    assertThat(valuesOf('_d8a_P')).isEqualTo([NEW_SESSION]);
    assertThat(identity().consent).isEqualTo('granted');
    assertReason('consent_granted');
- name: Consent granted on the same page promotes the identity in memory under the
    same ID
  code: |-
    denyByDefault();
    fire({});
    nowMillis = nowMillis + 5000;
    updateConsent(true);
    assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
    assertThat(valuesOf('_d8a_P')).isEqualTo([NEW_SESSION]);
    assertThat(identity().source).isEqualTo('promoted');
    assertThat(identity().hitNumber).isEqualTo(1);
    assertReason('client_id_promoted');
- name: A returning visitor’s stored identity wins over the one in memory, and the
    page view is counted once
  code: |-
    denyByDefault();
    keepVisitor(SESSION);
    fire({});
    updateConsent(true);
    assertThat(identity().clientId).isEqualTo('5.1690000000');
    assertThat(identity().hitNumber).isEqualTo(4);
    assertThat(valuesOf('_d8a_P')).isEqualTo(['S1.1.s1699999000$o7$g0$t1700000000$j3$dabc']);
- name: Withdrawn consent erases everything, here and at the endpoint, and starts
    a new identity
  code: |-
    keepVisitor(SESSION);
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    fire({ serverUrl: 'www.example.com/fpid' });
    updateConsent(false);
    assertThat(valuesOf('_d8a')).isEmpty();
    assertThat(valuesOf('_d8a_P')).isEmpty();
    assertThat(calls).isEqualTo(['https://www.example.com/fpid/forget.gif']);
    assertThat(identity().consent).isEqualTo('withdrawn');
    assertThat(identity().clientId).isEqualTo('42.1700000000');
    assertReason('consent_withdrawn');
    assertReason('erased');
- name: Withdrawn consent leaves what is stored when the form says keep
  code: |-
    keepVisitor(SESSION);
    fire({ onWithdrawal: 'keep' });
    updateConsent(false);
    assertThat(valuesOf('_d8a')).isEqualTo([CLIENT]);
    assertThat(identity().source).isEqualTo('memory');
- name: A refusal by somebody nobody knows calls nobody
  code: |-
    denyByDefault();
    fire({ serverUrl: 'www.example.com/fpid' });
    updateConsent(false);
    assertThat(calls).isEmpty();
    assertThat(jar).isEmpty();
- name: A privacy signal counts as denied when the marketer honours it
  code: |-
    keepVisitor(SESSION);
    fire({ privacySignal: true });
    assertThat(valuesOf('_d8a')).isEqualTo([CLIENT]);
    assertThat(identity().source).isEqualTo('memory');
    assertReason('privacy_signal');
- name: d8a’s own consent counts while gtag is silent
  code: |-
    windowValues.dataLayer = [];
    windowValues.d8aLayer = [['consent', 'default', { analytics_storage: 'denied' }]];
    fire({});
    assertThat(jar).isEmpty();
    assertThat(identity().consent).isEqualTo('denied');
- name: The first decision waits for the consent update
  code: |-
    denyByDefault();
    runCode(fieldsWith({ waitForUpdateMillis: '500' }));
    [1, 2, 3, 4, 5, 6, 7].forEach(() => {
      const step = steps.shift();
      step();
    });
    assertThat(pushed).isEmpty();
    nowMillis = nowMillis + 100;
    updateConsent(true);
    assertThat(pushed).hasLength(1);
    assertThat(identity().source).isEqualTo('new');
- name: The first decision waits no longer than the form says
  code: |-
    denyByDefault();
    mock('getTimestampMillis', () => {
      nowMillis = nowMillis + 100;
      return nowMillis;
    });
    fire({ waitForUpdateMillis: '500' });
    assertThat(identity().consent).isEqualTo('denied');
    assertReason('consent_wait_over');
- name: A choice that a consent tool says through the sandbox’s APIs is granted at
    once
  code: |-
    windowValues.dataLayer = [undefined];
    recordConsent({ default: false, update: true });
    fire({ unsetConsent: 'wait', waitForUpdateMillis: '500' });
    assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
    assertThat(identity().consent).isEqualTo('granted');
    assertThat(identity().reasons).doesNotContain('consent_wait_over');
- name: The wait ends with an update that only Google’s record shows
  code: |-
    isGranted = false;
    windowValues.dataLayer = [undefined];
    recordConsent({ default: false });
    runCode(fieldsWith({ waitForUpdateMillis: '500' }));
    [1, 2, 3, 4, 5, 6, 7, 8].forEach(() => {
      const step = steps.shift();
      step();
    });
    assertThat(pushed).isEmpty();
    isGranted = true;
    recordConsent({ default: false, update: true });
    runSteps();
    assertThat(identity().source).isEqualTo('new');
    assertThat(identity().consent).isEqualTo('granted');
- name: A default that comes late and is heard as a change is no withdrawal
  code: |-
    windowValues.dataLayer = [];
    keepVisitor(SESSION);
    fire({ serverUrl: 'www.example.com/fpid' });
    isGranted = false;
    recordConsent({ default: false });
    calls = [];
    listeners.forEach((listener) => listener('analytics_storage', false));
    runSteps();
    assertThat(identity().consent).isEqualTo('denied');
    assertThat(identity().source).isEqualTo('memory');
    assertThat(valuesOf('_d8a')).isEqualTo([CLIENT]);
    assertThat(calls).isEmpty();
- name: An update that only Google’s record shows is a withdrawal
  code: |-
    isGranted = false;
    windowValues.dataLayer = [undefined];
    keepVisitor(SESSION);
    recordConsent({ default: false, update: false });
    fire({});
    assertThat(jar).isEmpty();
    assertThat(identity().consent).isEqualTo('withdrawn');
- name: Google’s record that cannot be copied leaves the word to the data layer and
    the listener
  code: |-
    recordConsent({ default: false, update: false });
    runCode(fieldsWith({}));
    const readsDataLayers = steps.shift();
    readsDataLayers();
    steps.shift();
    runSteps();
    assertThat(identity().consent).isEqualTo('granted');
    assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
- name: Each form listens to consent once, however often its tag fires
  code: |-
    fire({ gtmEventId: 5 });
    fire({ gtmEventId: 6 });
    assertThat(listeners).hasLength(1);
- name: A form without a property id fails with its reason
  code: |-
    fire({ propertyIds: ' , ' });
    assertThat(identity().reasons).isEqualTo(['property_id_missing']);
    assertThat(jar).isEmpty();
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: A property id that a cookie name cannot have fails with its reason
  code: |-
    fire({ propertyIds: 'P;Q' });
    assertThat(identity().reasons).isEqualTo(['property_id_invalid']);
    assertApi('gtmOnFailure').wasCalled();
- name: An action that does not exist fails with its reason
  code: |-
    fire({ action: 'dance' });
    assertThat(identity().reasons).isEqualTo(['action_unknown']);
    assertApi('gtmOnFailure').wasCalled();
- name: A server cookie host that is none is not called, and the tag goes on
  code: |-
    fire({ serverUrl: 'http://www.example.com' });
    assertThat(calls).isEmpty();
    assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
    assertReason('server_url_invalid');
    assertApi('gtmOnSuccess').wasCalled();
- name: A server cookie host may be written as an address
  code: |-
    fire({ serverUrl: 'https://www.example.com/fpid/' });
    assertThat(calls).isEqualTo(['https://www.example.com/fpid/id.gif']);
- name: Fields that variables fill with anything fall back to their defaults
  code: |-
    fire({
      cookieMaxAgeDays: 'soon',
      sessionTimeoutMinutes: undefined,
      cookieDomain: {},
      cookieSameSite: 'Loose',
      storage: [],
      consentType: '',
      waitForUpdateMillis: -1,
    });
    assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
    assertThat(jar[0].options['max-age']).isEqualTo(63072000);
    assertApi('gtmOnSuccess').wasCalled();
- name: A property id may be a number
  code: |-
    fire({ propertyIds: 12345 });
    assertThat(valuesOf('_d8a_12345')).isEqualTo([NEW_SESSION]);
- name: A data layer that the permissions do not name is neither read nor pushed to
  code: |-
    mayUseDataLayer = false;
    fire({ dataLayerName: 'otherLayer' });
    assertThat(pushed).isEmpty();
    assertThat(windowValues.firstPartyId.reasons).contains('data_layer_not_permitted');
    assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
    assertApi('gtmOnSuccess').wasCalled();
- name: Property ids may be separated by spaces, as the form and the loader take them
  code: |-
    fire({ propertyIds: 'P Q,  R' });
    assertThat(valuesOf('_d8a_P').concat(valuesOf('_d8a_Q')).concat(valuesOf('_d8a_R'))).isEqualTo([
      NEW_SESSION,
      NEW_SESSION,
      NEW_SESSION,
    ]);
- name: A cookie prefix that a cookie name cannot have is left away
  code: |-
    fire({ cookiePrefix: 'a=b;' });
    assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
- name: A lifetime of a part of a day is written in whole seconds
  code: |-
    fire(merge(SNOWPLOW, { cookieMaxAgeDays: '1.1', sessionTimeoutMinutes: '2.3' }));
    const lifetimes = jar.map((cookie) => cookie.options['max-age']);
    assertThat(lifetimes).isEqualTo([95040, 95040, 138, 95040]);
- name: A data layer that cannot be copied ends only the step that copies it
  code: |-
    runCode(fieldsWith({}));
    steps.shift();
    runSteps();
    assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
    assertReason('data_layer_unreadable');
    assertApi('gtmOnSuccess').wasCalled();
- name: A denied default counts although the data layer cannot be copied
  code: |-
    denyByDefault();
    runCode(fieldsWith({}));
    steps.shift();
    runSteps();
    assertThat(jar).isEmpty();
    assertThat(identity().consent).isEqualTo('denied');
- name: What other templates pushed reads undefined, and does no harm
  code: |-
    windowValues.dataLayer = [undefined, null, 5, 'text', [], {}, ['consent'], ['consent', 'default']];
    fire({});
    assertThat(identity().consent).isEqualTo('unset');
    assertApi('gtmOnSuccess').wasCalled();
- name: A data layer that is no list does no harm
  code: |-
    windowValues.dataLayer = 'gone';
    windowValues.d8aLayer = 7;
    fire({});
    assertThat(identity().consent).isEqualTo('unset');
- name: A window.firstPartyId that belongs to the page is left alone
  code: |-
    windowValues.firstPartyId = { version: 'mine' };
    fire({});
    assertThat(windowValues.firstPartyId).isEqualTo({ version: 'mine' });
    assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
    assertReason('page_object_foreign');
    fire({ gtmEventId: 6 });
    assertThat(identity().hitNumber).isEqualTo(2);
- name: A step that throws ends the tag as failed, with its reason
  code: |-
    runCode(fieldsWith({}));
    steps.shift();
    steps.shift();
    steps.shift();
    runSteps();
    assertThat(identity().reasons).isEqualTo(['internal_error']);
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: Cookies that cannot even be read leave the identity in memory
  code: |-
    runCode(fieldsWith({}));
    [1, 2, 3, 4, 5, 6].forEach(() => {
      const step = steps.shift();
      step();
    });
    steps.shift();
    runSteps();
    assertThat(jar).isEmpty();
    assertThat(identity().source).isEqualTo('memory');
    assertReason('cookies_blocked');
    assertApi('gtmOnSuccess').wasCalled();
- name: Where a policy hides one of the visitor’s cookies, none is written, removed
    or replaced
  code: |-
    keepVisitor(SESSION);
    keepCookie('_d8a_P', 'broken', '');
    keepCookie('_sp_id.8809', SP_ID, 'example.com');
    mock('queryPermission', (permission, name) => name !== '_sp_id.8809');
    const before = jar.slice();
    fire(merge(SNOWPLOW, { serverUrl: 'www.example.com/fpid' }));
    assertThat(jar).isEqualTo(before);
    assertThat(calls).isEmpty();
    assertThat(identity().source).isEqualTo('memory');
    assertReason('cookies_blocked');
    assertApi('gtmOnSuccess').wasCalled();
- name: A policy that hides Google’s cookie hides nothing else
  code: |-
    keepVisitor(SESSION);
    mock('queryPermission', (permission, name) => name !== '_ga');
    fire({ adoptGoogleClientId: true });
    assertThat(identity().hitNumber).isEqualTo(4);
- name: Where a policy hides a cookie, the others are still erased
  code: |-
    keepVisitor(SESSION);
    mock('queryPermission', (permission, name) => name !== '_d8a_P');
    fire({ action: 'forget' });
    assertThat(valuesOf('_d8a')).isEmpty();
    assertReason('forgotten');
- name: A cookie name that is also a property of every object does no harm
  code: |-
    fire({ propertyIds: 'toString, constructor, __proto__' });
    assertThat(valuesOf('_d8a_constructor')).isEqualTo([NEW_SESSION]);
- name: A consent change after the tag has ended acts at once
  code: |-
    denyByDefault();
    fire({});
    updateConsent(true);
    updateConsent(false);
    assertThat(jar).isEmpty();
    updateConsent(true);
    assertThat(valuesOf('_d8a')).hasLength(1);
    assertThat(pushed).hasLength(4);
- name: A trigger for every event does not fire the tag on its own event again and
    again
  code: |-
    eventName = 'first_party_id';
    fire({});
    assertThat(jar).isEmpty();
    assertThat(pushed).isEmpty();
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: A new visitor gets one client cookie and one session cookie a property, on
    the widest domain
  code: |-
    fire({ propertyIds: 'P, Q' });
    assertThat(jar.map((cookie) => cookie.name)).containsExactly('_d8a', '_d8a_P', '_d8a_Q');
    assertThat(jar[0].domain).isEqualTo('example.com');
    assertThat(jar[0].options.path).isEqualTo('/');
    assertThat(jar[0].options.samesite).isEqualTo('Lax');
    assertThat(jar[0].options.secure).isTrue();
    assertThat(jar[0].options['max-age']).isEqualTo(63072000);
    assertThat(identity().source).isEqualTo('new');
    assertThat(identity().cookieDomain).isEqualTo('example.com');
    assertReason('client_id_new');
- name: A known visitor keeps the client ID
  code: |-
    keepVisitor(SESSION);
    fire({});
    assertThat(identity().clientId).isEqualTo('5.1690000000');
    assertThat(identity().source).isEqualTo('cookie');
    assertReason('client_id_stored');
- name: The identity is shared with the page and told in one event
  code: |-
    fire({});
    assertThat(pushed).hasLength(1);
    assertThat(pushed[0].event).isEqualTo('first_party_id');
    assertThat(windowValues.firstPartyId.clientId).isEqualTo('42.1700000000');
    assertThat(identity().sessionId).isEqualTo('1700000000');
    assertThat(identity().sessionNumber).isEqualTo(1);
    assertThat(identity().isNewSession).isTrue();
    assertThat(identity().engaged).isFalse();
    assertThat(identity().serverId).isEqualTo('');
- name: A second container on the page uses the identity in memory that the first
    has made
  code: |-
    denyByDefault();
    fire({});
    kept = {};
    mock('generateRandom', () => 77);
    fire({ propertyIds: 'Q' });
    assertThat(identity().clientId).isEqualTo('42.1700000000');
- name: A malformed client cookie is replaced
  code: |-
    keepCookie('_d8a', '%E0%A4%A', 'example.com');
    fire({});
    assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
    assertReason('client_id_malformed');
- name: A client cookie of another version is left alone
  code: |-
    keepCookie('_d8a', 'C2.1.abc.def', 'example.com');
    fire({});
    assertThat(valuesOf('_d8a')).isEqualTo(['C2.1.abc.def']);
    assertThat(identity().source).isEqualTo('memory');
    assertReason('client_id_other_version');
- name: Of two client cookies the one on the widest domain stays
  code: |-
    keepCookie('_d8a', 'C1.1.9.1600000000', '');
    keepCookie('_d8a', CLIENT, 'example.com');
    keepCookie('_d8a_P', SESSION, 'example.com');
    fire({});
    assertThat(valuesOf('_d8a')).isEqualTo([CLIENT]);
    assertThat(identity().clientId).isEqualTo('5.1690000000');
    assertReason('duplicate_removed');
- name: Forget erases the visitor here and at the endpoint
  code: |-
    keepVisitor(SESSION);
    fire({ action: 'forget', serverUrl: 'www.example.com/fpid' });
    assertThat(jar).isEmpty();
    assertThat(calls).isEqualTo(['https://www.example.com/fpid/forget.gif']);
    assertThat(identity().clientId).isEqualTo('');
    assertReason('forgotten');
    assertApi('gtmOnSuccess').wasCalled();
- name: Forget works while consent is denied
  code: |-
    denyByDefault();
    keepVisitor(SESSION);
    fire({ action: 'forget' });
    assertThat(jar).isEmpty();
- name: Google’s client ID is taken over when it is asked for, and its cookies are
    left alone
  code: |-
    keepCookie('_ga', 'GA1.1.7.1650000000', 'www.example.com');
    keepCookie('_ga', 'GA1.1.9.1660000000', 'example.com');
    fire({ adoptGoogleClientId: true });
    assertThat(identity().clientId).isEqualTo('7.1650000000');
    assertThat(valuesOf('_d8a')).isEqualTo(['C1.1.7.1650000000']);
    assertThat(valuesOf('_ga')).hasLength(2);
    assertReason('client_id_adopted');
    fire({ adoptGoogleClientId: true, action: 'forget', gtmEventId: 6 });
    assertThat(jar.map((cookie) => cookie.name)).isEqualTo(['_ga', '_ga']);
- name: Google’s cookie is not read while consent is denied, nor unless it is asked
    for
  code: |-
    keepCookie('_ga', 'GA1.1.7.1650000000', 'example.com');
    fire({});
    assertThat(identity().clientId).isEqualTo('42.1700000000');
    denyByDefault();
    mock('getCookieValues', () => fail('read'));
    fire({ adoptGoogleClientId: true, gtmEventId: 6 });
    assertReason('consent_denied');
- name: The first page view of a session calls the endpoint once, and tells its server
    id
  code: |-
    whenServerAnswers = () => keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    fire({ serverUrl: 'www.example.com/fpid' });
    assertThat(calls).isEqualTo(['https://www.example.com/fpid/id.gif']);
    assertThat(identity().serverId).isEqualTo(SERVER_ID);
    assertThat(windowValues.firstPartyId.serverId).isEqualTo(SERVER_ID);
    assertReason('server_answered');
    assertApi('gtmOnSuccess').wasCalled();
- name: A page view inside a session calls nobody
  code: |-
    keepVisitor(SESSION);
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    fire({ serverUrl: 'www.example.com/fpid' });
    assertThat(calls).isEmpty();
- name: Tags of one event share one call
  code: |-
    whenServerAnswers = () => keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    runCode(fieldsWith({ serverUrl: 'www.example.com/fpid' }));
    runCode(fieldsWith({ serverUrl: 'www.example.com/fpid', propertyIds: 'Q' }));
    runSteps();
    assertThat(calls).hasLength(1);
    assertThat(pushed).hasLength(2);
- name: An endpoint whose cookie is missing is asked again at hits that lie further
    and further apart
  code: |-
    fire({ serverUrl: 'id.elsewhere.net' });
    [6, 7, 8, 9, 10, 11, 12].forEach((event) => {
      fire({ serverUrl: 'id.elsewhere.net', gtmEventId: event });
    });
    assertThat(identity().hitNumber).isEqualTo(8);
    assertThat(calls).hasLength(4);
- name: Once the endpoint keeps the client cookie, the tag does not write it again
  code: |-
    keepVisitor(SESSION);
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    fire({ serverUrl: 'www.example.com/fpid' });
    const client = jar.filter((cookie) => cookie.name === '_d8a')[0];
    assertThat(client.options).isEqualTo({});
- name: A lost session comes back from the endpoint with its count, and then rolls
    over
  code: |-
    keepCookie('_d8a', CLIENT, 'example.com');
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    whenServerAnswers = () => keepCookie('_d8a_P', OLD_SESSION, 'example.com');
    fire({ serverUrl: 'www.example.com/fpid' });
    assertThat(calls).hasLength(1);
    assertThat(identity().sessionNumber).isEqualTo(8);
    assertReason('session_restored');
    assertReason('session_expired');
- name: A lost client cookie comes back from the endpoint
  code: |-
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    whenServerAnswers = () => keepVisitor(OLD_SESSION);
    fire({ serverUrl: 'www.example.com/fpid' });
    assertThat(identity().clientId).isEqualTo('5.1690000000');
    assertThat(identity().source).isEqualTo('restored');
    assertReason('client_id_restored');
- name: A damaged session is removed, so that the endpoint can bring it back
  code: |-
    keepVisitor('nonsense');
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    whenServerAnswers = () => {
      assertThat(valuesOf('_d8a_P')).isEmpty();
      keepCookie('_d8a_P', OLD_SESSION, 'example.com');
    };
    fire({ serverUrl: 'www.example.com/fpid' });
    assertThat(identity().sessionNumber).isEqualTo(8);
- name: A session that the endpoint does not have starts anew
  code: |-
    keepCookie('_d8a', CLIENT, 'example.com');
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    fire({ serverUrl: 'www.example.com/fpid' });
    assertThat(calls).hasLength(1);
    assertThat(identity().clientId).isEqualTo('5.1690000000');
    assertThat(identity().sessionNumber).isEqualTo(1);
    assertReason('session_not_restored');
- name: An endpoint that does not answer costs nobody the identity
  code: |-
    serverAnswers = 'nothing';
    keepVisitor(OLD_SESSION);
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    fire({ serverUrl: 'www.example.com/fpid' });
    assertThat(valuesOf('_d8a')).isEqualTo([CLIENT]);
    assertThat(identity().sessionNumber).isEqualTo(8);
    assertReason('server_unreachable');
    assertApi('gtmOnSuccess').wasCalled();
- name: An endpoint that takes too long is not waited for
  code: |-
    serverAnswers = 'never';
    mock('getTimestampMillis', () => {
      nowMillis = nowMillis + 250;
      return nowMillis;
    });
    fire({ serverUrl: 'www.example.com/fpid' });
    assertReason('server_timeout');
    assertApi('gtmOnSuccess').wasCalled();
- name: An endpoint whose cookie cannot be seen is told
  code: |-
    fire({ serverUrl: 'id.elsewhere.net' });
    assertReason('server_cookie_missing');
- name: Consent withdrawn while the endpoint answers erases what the answer has set
  code: |-
    whenServerAnswers = () => {
      whenServerAnswers = () => {};
      isGranted = false;
      windowValues.dataLayer.push(['consent', 'update', { analytics_storage: 'denied' }]);
      listeners.forEach((listener) => listener('analytics_storage', false));
      keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    };
    fire({ serverUrl: 'www.example.com/fpid' });
    assertThat(valuesOf('_d8a')).isEmpty();
    assertThat(identity().consent).isEqualTo('withdrawn');
    assertThat(calls).contains('https://www.example.com/fpid/forget.gif');
- name: The endpoint is asked one thing after the other, so that a forgotten visitor
    stays so
  code: |-
    const after = (rounds, then) => {
      steps.push(() => (rounds === 0 ? then() : after(rounds - 1, then)));
    };
    mock('sendPixel', (url, onSuccess) => {
      calls.push(url.split('?')[0].split('/')[4]);
      after(50, () => {
        calls.push('answer');
        onSuccess();
      });
    });
    runCode(fieldsWith({ serverUrl: 'www.example.com/fpid' }));
    runCode(fieldsWith({ serverUrl: 'www.example.com/fpid', action: 'forget' }));
    runSteps();
    assertThat(calls).isEqualTo(['id.gif', 'answer', 'forget.gif', 'answer']);
    assertThat(pushed[0].firstPartyId.reasons).doesNotContain('server_cookie_missing');
    assertReason('forgotten');
    assertThat(windowValues.firstPartyId.clientId).isEqualTo('');
    assertApi('gtmOnFailure').wasNotCalled();
- name: The endpoint forgets only after a call that no tag waits for any more has
    ended too
  code: |-
    const ends = [];
    mock('sendPixel', (url, onSuccess) => {
      calls.push(url.split('?')[0].split('/')[4]);
      ends.push(onSuccess);
    });
    mock('getTimestampMillis', () => {
      nowMillis = nowMillis + 250;
      return nowMillis;
    });
    fire({ serverUrl: 'www.example.com/fpid' });
    updateConsent(false);
    assertThat(calls).isEqualTo(['id.gif']);
    ends[0]();
    runSteps();
    assertThat(calls).isEqualTo(['id.gif', 'forget.gif']);
- name: 'A visitor whom the endpoint has not forgotten is not forgotten: the tag ends
    as failed'
  code: |-
    serverAnswers = 'nothing';
    keepVisitor(SESSION);
    fire({ serverUrl: 'www.example.com/fpid', action: 'forget' });
    assertThat(jar).isEmpty();
    assertReason('server_unreachable');
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: A withdrawal that the endpoint has not heard of ends well, since the next
    page repeats it
  code: |-
    serverAnswers = 'nothing';
    keepVisitor(SESSION);
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    windowValues.dataLayer.push(['consent', 'update', { analytics_storage: 'denied' }]);
    isGranted = false;
    fire({ serverUrl: 'www.example.com/fpid' });
    fire({ serverUrl: 'www.example.com/fpid', gtmEventId: 6 });
    assertThat(calls).hasLength(2);
    assertThat(valuesOf('_td_ssc_id')).hasLength(1);
    assertApi('gtmOnFailure').wasNotCalled();
- name: A second container, which counts no page view, does not call as well
  code: |-
    fire({ serverUrl: 'www.example.com/fpid' });
    kept = {};
    fire({ serverUrl: 'www.example.com/fpid' });
    assertThat(calls).hasLength(1);
    assertReason('hit_already_counted');
- name: A session of another version is left alone, and nobody is called about it
  code: |-
    keepVisitor('S2.1.s1$o5');
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    fire({ serverUrl: 'www.example.com/fpid' });
    assertThat(calls).isEmpty();
    assertThat(valuesOf('_d8a_P')).isEqualTo(['S2.1.s1$o5']);
    assertReason('session_other_version');
- name: Local storage and an endpoint do not go together, and nobody is called
  code: |-
    fire({ serverUrl: 'www.example.com/fpid', storage: 'localStorage' });
    assertThat(calls).isEmpty();
- name: Consent granted while the endpoint forgets makes a new visitor, who is not
    forgotten too
  code: |-
    denyByDefault();
    keepVisitor(SESSION);
    fire({ serverUrl: 'www.example.com/fpid' });
    whenServerAnswers = () => {
      whenServerAnswers = () => {};
      isGranted = true;
      windowValues.dataLayer.push(['consent', 'update', { analytics_storage: 'granted' }]);
      listeners.forEach((listener) => listener('analytics_storage', true));
    };
    fire({ serverUrl: 'www.example.com/fpid', action: 'forget' });
    assertThat(valuesOf('_d8a')).isEqualTo([NEW_CLIENT]);
    assertThat(calls.filter((url) => url === 'https://www.example.com/fpid/forget.gif')).hasLength(1);
- name: A reason that several answers of the endpoint give is said once
  code: |-
    serverAnswers = 'nothing';
    keepVisitor(OLD_SESSION);
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    whenServerAnswers = () => {
      whenServerAnswers = () => {};
      isGranted = false;
      listeners.forEach((listener) => listener('analytics_storage', false));
    };
    fire({ serverUrl: 'www.example.com/fpid' });
    pushed.forEach((message) => {
      const reasons = message.firstPartyId.reasons;
      assertThat(reasons.filter((code) => code === 'server_unreachable')).hasLength(1);
    });
- name: A hit inside a session is counted
  code: |-
    keepVisitor(SESSION);
    fire({});
    assertThat(valuesOf('_d8a_P')).isEqualTo(['S1.1.s1699999000$o7$g0$t1700000000$j3$dabc']);
    assertThat(identity().hitNumber).isEqualTo(4);
    assertThat(identity().isNewSession).isFalse();
    assertReason('session_continued');
- name: A session that another tab has gone on with is seen at the next hit
  code: |-
    fire({});
    jar = jar.filter((cookie) => cookie.name !== '_d8a_P');
    keepCookie('_d8a_P', 'S1.1.s1699999000$o7$g1$t1699999990$j9$dabc', 'example.com');
    fire({ gtmEventId: 6 });
    assertThat(identity().sessionNumber).isEqualTo(7);
    assertThat(identity().hitNumber).isEqualTo(11);
- name: A session rolls over strictly after the timeout
  code: |-
    keepVisitor('S1.1.s1699990000$o7$g1$t1699998200$j2$dabc');
    fire({});
    assertReason('session_continued');
    nowMillis = nowMillis + 1801000;
    fire({ gtmEventId: 6 });
    assertThat(identity().sessionNumber).isEqualTo(8);
    assertReason('session_expired');
- name: A first session starts with the first hit
  code: |-
    fire({});
    assertThat(identity().hitNumber).isEqualTo(1);
    assertReason('session_new');
- name: The action newSession starts a session at once
  code: |-
    keepVisitor(SESSION);
    fire({ action: 'newSession' });
    assertThat(identity().sessionNumber).isEqualTo(8);
    assertReason('session_requested');
    assertApi('gtmOnSuccess').wasCalled();
- name: A malformed session cookie is replaced
  code: |-
    keepVisitor('nonsense');
    fire({});
    assertThat(valuesOf('_d8a_P')).isEqualTo([NEW_SESSION]);
    assertReason('session_malformed');
- name: A session cookie of another version is left alone
  code: |-
    keepVisitor('S2.1.abc');
    fire({});
    assertThat(valuesOf('_d8a_P')).isEqualTo(['S2.1.abc']);
    assertReason('session_other_version');
- name: The action engage marks the session as engaged
  code: |-
    fire({});
    nowMillis = nowMillis + 10000;
    fire({ action: 'engage', gtmEventId: 6 });
    assertThat(valuesOf('_d8a_P')).isEqualTo(['S1.1.s1700000000$o1$g1$t1700000000$j0$d161616']);
    assertThat(identity().engaged).isTrue();
    assertReason('engaged');
    fire({ action: 'engage', gtmEventId: 7 });
    assertReason('already_engaged');
- name: Engage does not count before the page has been open long enough
  code: |-
    fire({});
    nowMillis = nowMillis + 8999;
    fire({ action: 'engage', gtmEventId: 6 });
    assertThat(identity().engaged).isFalse();
    assertReason('engagement_too_early');
- name: Engage does not revive a session on an idle page
  code: |-
    keepVisitor(OLD_SESSION);
    fire({ action: 'engage' });
    assertThat(valuesOf('_d8a_P')).isEqualTo([OLD_SESSION]);
    assertReason('engagement_without_session');
- name: Beside a tracker the session is left to the tracker
  code: |-
    keepVisitor(SESSION);
    fire({ sessionKeeper: 'tracker' });
    assertThat(valuesOf('_d8a_P')).isEqualTo([SESSION]);
    assertReason('session_kept_by_tracker');
- name: Two tags that fire on one event count one page view
  code: |-
    fire({});
    fire({});
    assertThat(valuesOf('_d8a_P')).isEqualTo([NEW_SESSION]);
    assertReason('hit_already_counted');
- name: Snowplow’s cookies are kept beside those of d8a, and d8a gives the page its
    visitor
  code: |-
    fire(SNOWPLOW);
    assertThat(jar.map((cookie) => cookie.name)).containsExactly(
      '_d8a_P',
      '_d8a',
      '_sp_ses.8809',
      '_sp_id.8809',
    );
    assertThat(jar[2].value).isEqualTo('*');
    assertThat(jar[2].options['max-age']).isEqualTo(1800);
    assertThat(jar[3].value).isEqualTo(NEW_SP_ID);
    assertThat(jar[3].options['max-age']).isEqualTo(63072000);
    assertThat(jar[3].options.samesite).isEqualTo('Lax');
    assertThat(identity().clientId).isEqualTo('42.1700000000');
    assertThat(identity().snowplow.domainSessionIndex).isEqualTo(1);
    assertReason('snowplow_id_new');
    assertReason('snowplow_session_started');
- name: Snowplow alone needs no property id, and gives the page its visitor
  code: |-
    keepCookie('_sp_id.8809', SP_ID, 'example.com');
    keepCookie('_sp_ses.8809', '*', 'example.com');
    fire(SNOWPLOW_ALONE);
    assertThat(valuesOf('_sp_id.8809')).isEqualTo(['u.1690000000.3.1700000000.1.s.p.e.5.5']);
    assertThat(valuesOf('_d8a')).isEmpty();
    assertThat(identity().clientId).isEqualTo('u');
    assertThat(identity().sessionNumber).isEqualTo(3);
    assertThat(identity().hitNumber).isEqualTo(5);
    assertReason('snowplow_id_stored');
    assertReason('snowplow_session_continued');
- name: The digits of Snowplow’s cookie names are computed once a page
  code: |-
    fire(merge(SNOWPLOW_ALONE, { snowplowHash: '' }));
    assertThat(valuesOf('_sp_ses.8809')).isEqualTo(['*']);
    assertThat(identity().snowplow.hash).isEqualTo('8809');
    assertThat(windowValues.firstPartyId.snowplowHash.digits).isEqualTo('8809');
    assertReason('snowplow_hash_computed');
    windowValues.firstPartyId.snowplowHash.digits = 'abcd';
    fire(merge(SNOWPLOW_ALONE, { snowplowHash: '', gtmEventId: 6 }));
    assertThat(identity().snowplow.hash).isEqualTo('abcd');
- name: Digits that are none are computed, with a reason
  code: |-
    fire(merge(SNOWPLOW_ALONE, { snowplowHash: '88x9' }));
    assertThat(identity().snowplow.hash).isEqualTo('8809');
    assertReason('snowplow_hash_invalid');
- name: Digits that cannot be computed leave Snowplow’s user in memory
  code: |-
    fire(merge(SNOWPLOW_ALONE, { snowplowHash: '', cookieDomain: 'exämple.com' }));
    assertThat(jar).isEmpty();
    assertThat(identity().source).isEqualTo('memory');
    assertReason('snowplow_hash_unknown');
- name: Snowplow’s user is promoted on consent, under the same ID
  code: |-
    denyByDefault();
    fire(SNOWPLOW_ALONE);
    assertThat(jar).isEmpty();
    assertReason('snowplow_id_memory');
    const inMemory = identity().clientId;
    updateConsent(true);
    assertThat(identity().clientId).isEqualTo(inMemory);
    assertThat(valuesOf('_sp_id.8809')).isEqualTo([NEW_SP_ID]);
    assertReason('snowplow_id_promoted');
- name: Snowplow’s cookies are erased on withdrawal, also where their digits are computed
  code: |-
    keepCookie('_sp_id.8809', SP_ID, 'example.com');
    keepCookie('_sp_ses.8809', '*', 'www.example.com');
    isGranted = false;
    windowValues.dataLayer = [['consent', 'update', { analytics_storage: 'denied' }]];
    fire(merge(SNOWPLOW_ALONE, { snowplowHash: '' }));
    assertThat(jar).isEmpty();
    assertReason('erased');
- name: Snowplow’s cookie that is lost is asked for, and its session starts from what
    came back
  code: |-
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    whenServerAnswers = () => keepCookie('_sp_id.8809', SP_ID, 'example.com');
    fire(merge(SNOWPLOW_ALONE, { serverUrl: 'www.example.com/fpid' }));
    assertThat(identity().clientId).isEqualTo('u');
    assertThat(identity().sessionNumber).isEqualTo(4);
    assertReason('snowplow_id_restored');
    assertThat(calls).hasLength(1);
- name: A Snowplow cookie that no tracker writes is replaced
  code: |-
    keepCookie('_sp_id.8809', 'nonsense', 'example.com');
    fire(SNOWPLOW_ALONE);
    assertThat(valuesOf('_sp_id.8809')).isEqualTo([NEW_SP_ID]);
    assertReason('snowplow_id_malformed');
- name: Beside Snowplow’s tracker its session is left alone
  code: |-
    keepCookie('_sp_id.8809', SP_ID, 'example.com');
    keepCookie('_sp_ses.8809', '*', 'example.com');
    fire(merge(SNOWPLOW_ALONE, { sessionKeeper: 'tracker' }));
    assertThat(valuesOf('_sp_id.8809')).isEqualTo([SP_ID]);
    assertReason('snowplow_session_left');
- name: In Snowplow’s anonymous mode nothing is kept
  code: |-
    fire(merge(SNOWPLOW_ALONE, { snowplowAnonymousTracking: 'anonymous' }));
    assertThat(jar).isEmpty();
    assertReason('snowplow_anonymous');
- name: An opt-out cookie removes Snowplow’s cookies
  code: |-
    keepCookie('_sp_id.8809', SP_ID, 'example.com');
    keepCookie('no_thanks', '1', '');
    fire(merge(SNOWPLOW_ALONE, { snowplowOptOutCookie: 'no_thanks' }));
    assertThat(jar.map((cookie) => cookie.name)).isEqualTo(['no_thanks']);
    assertReason('snowplow_opted_out');
- name: Of two Snowplow cookies the one on the widest domain goes on
  code: |-
    keepCookie('_sp_id.8809', 'old.1.1.1..s....0', '');
    keepCookie('_sp_id.8809', SP_ID, 'example.com');
    keepCookie('_sp_ses.8809', '*', 'example.com');
    fire(SNOWPLOW_ALONE);
    assertThat(valuesOf('_sp_id.8809')).isEqualTo(['u.1690000000.3.1700000000.1.s.p.e.5.5']);
    assertReason('duplicate_removed');
- name: The cookie domain is the widest that the browser accepts
  code: |-
    host = 'www.example.co.uk';
    refusedDomains = ['co.uk'];
    fire({});
    assertThat(jar[0].domain).isEqualTo('example.co.uk');
- name: An IP address has cookies of its own
  code: |-
    host = '127.0.0.1';
    fire({});
    assertThat(jar[0].domain).isEqualTo('');
- name: A configured cookie domain is used
  code: |-
    fire({ cookieDomain: 'www.example.com' });
    assertThat(jar[0].domain).isEqualTo('www.example.com');
    assertThat(identity().cookieDomain).isEqualTo('www.example.com');
- name: A configured cookie domain that the browser refuses gives way to one that
    it accepts
  code: |-
    refusedDomains = ['example.org'];
    fire({ cookieDomain: 'example.org' });
    assertThat(jar[0].domain).isEqualTo('example.com');
    assertReason('cookie_domain_refused');
- name: Cookie domain none keeps the cookies to this host
  code: |-
    fire({ cookieDomain: 'none' });
    assertThat(jar[0].domain).isEqualTo('');
- name: A narrower cookie domain than before goes on with the session, and leaves
    only its own cookies
  code: |-
    keepVisitor(SESSION);
    keepCookie('_d8a_P', SESSION, 'www.example.com');
    fire({ cookieDomain: 'none' });
    assertThat(jar.map((cookie) => cookie.domain)).isEqualTo(['', '']);
    assertThat(identity().clientId).isEqualTo('5.1690000000');
    assertThat(identity().hitNumber).isEqualTo(4);
    fire({ cookieDomain: 'none', gtmEventId: 6 });
    assertThat(identity().hitNumber).isEqualTo(5);
    assertThat(identity().reasons).doesNotContain('duplicate_removed');
- name: A browser that takes the host and its domain for one place keeps what is written
  code: |-
    mock('setCookie', (name, value, options) => {
      const domain = options.domain || host;
      jar = jar.filter((cookie) => cookie.name !== name || cookie.domain !== domain);
      if (options['max-age'] === 0 || domain === 'com') return;
      jar.push({ name: name, value: value, domain: domain, options: options });
    });
    keepVisitor(SESSION);
    fire({ cookieDomain: 'www.example.com' });
    assertThat(jar.map((cookie) => cookie.domain)).isEqualTo(['www.example.com', 'www.example.com']);
    assertThat(identity().reasons).doesNotContain('cookie_not_kept');
- name: A sound cookie beside a malformed wide one is kept, whatever the tag is fired
    to do
  code: |-
    keepCookie('_d8a', CLIENT, '');
    keepCookie('_d8a', 'undefined', 'example.com');
    keepCookie('_d8a_P', OLD_SESSION, 'example.com');
    fire({ action: 'engage' });
    assertReason('duplicate_removed');
    assertThat(valuesOf('_d8a')).isEqualTo([CLIENT]);
- name: A sound session beside a malformed wide one is kept while the endpoint is
    asked for the rest
  code: |-
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    keepCookie('_d8a_P', SESSION, '');
    keepCookie('_d8a_P', 'broken', 'example.com');
    whenServerAnswers = () => keepCookie('_d8a', CLIENT, 'example.com');
    fire({ serverUrl: 'www.example.com/fpid' });
    assertThat(identity().clientId).isEqualTo('5.1690000000');
    assertThat(identity().sessionNumber).isEqualTo(7);
    assertThat(valuesOf('_d8a_P')).hasLength(1);
- name: The probe leaves no cookie behind
  code: |-
    fire({});
    assertThat(valuesOf('first_party_id_probe')).isEmpty();
- name: Blocked cookies leave the identity in memory
  code: |-
    areCookiesBlocked = true;
    fire({ serverUrl: 'www.example.com/fpid' });
    assertThat(identity().source).isEqualTo('memory');
    assertThat(calls).isEmpty();
    assertReason('cookies_blocked');
    assertApi('gtmOnSuccess').wasCalled();
- name: A cookie that the browser does not keep is told
  code: |-
    keepCookie('_d8a', 'C1.1.9.1600000000', 'example.com');
    mock('setCookie', (name, value, options) => {
      jar = jar.filter((cookie) => cookie.name !== name);
      if (name === 'first_party_id_probe' && options['max-age'] !== 0) {
        jar.push({ name: name, value: value, domain: options.domain, options: options });
      }
    });
    fire({});
    assertReason('cookie_not_kept');
    assertApi('gtmOnSuccess').wasCalled();
- name: A cookie prefix stands before the names, and a lifetime of 0 ends with the
    browser session
  code: |-
    fire({ cookiePrefix: 'shop_', cookieMaxAgeDays: '0' });
    assertThat(jar.map((cookie) => cookie.name)).containsExactly('shop_d8a', 'shop_d8a_P');
    assertThat(jar[0].options['max-age']).isUndefined();
- name: Cookie settings that change within a page are applied to what is stored
  code: |-
    keepVisitor(SESSION);
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    fire({ cookieUpdate: false });
    fire({ cookieUpdate: false, cookieSameSite: 'Strict', gtmEventId: 6 });
    const client = jar.filter((cookie) => cookie.name === '_d8a')[0];
    assertThat(client.value).isEqualTo(CLIENT);
    assertThat(client.options.samesite).isEqualTo('Strict');
    assertReason('attributes_changed');
- name: Local storage keeps the identity under one key
  code: |-
    fire({ storage: 'localStorage' });
    assertThat(jar).isEmpty();
    assertThat(local.first_party_id).contains(NEW_CLIENT);
    fire({ storage: 'localStorage', gtmEventId: 6 });
    assertThat(identity().source).isEqualTo('localStorage');
    assertThat(identity().hitNumber).isEqualTo(2);
- name: Local storage is erased on withdrawal
  code: |-
    fire({ storage: 'localStorage' });
    updateConsent(false);
    assertThat(local.first_party_id).isUndefined();
- name: Local storage that refuses to write leaves the identity in memory
  code: |-
    mockObject('localStorage', {
      getItem: () => null,
      setItem: () => false,
      removeItem: () => {},
    });
    fire({ storage: 'localStorage' });
    assertThat(identity().source).isEqualTo('memory');
    assertReason('local_storage_blocked');
- name: Storage none keeps nothing
  code: |-
    fire({ storage: 'none' });
    assertThat(jar).isEmpty();
    assertReason('storage_none');
- name: A session cookie on a deeper path, which cannot be removed there, does not
    start one after the other
  code: |-
    keepCookie('_d8a_P', OLD_SESSION, 'out of reach');
    keepVisitor(SESSION);
    fire({});
    assertThat(identity().sessionNumber).isEqualTo(7);
    assertThat(identity().hitNumber).isEqualTo(4);
    assertThat(identity().reasons).isEqualTo([
      'consent_granted',
      'client_id_stored',
      'session_continued',
    ]);
- name: Treasure Data’s client ID is kept with the attributes of its SDK
  code: |-
    fire(TREASURE_DATA);
    assertThat(jar.map((cookie) => cookie.name)).isEqualTo(['_td']);
    assertThat(jar[0].value).isEqualTo(NEW_UUID);
    assertThat(jar[0].options.samesite).isEqualTo('None');
    assertThat(jar[0].options.secure).isTrue();
    assertThat(identity().treasureData.clientId).isEqualTo(NEW_UUID);
    assertReason('treasure_data_id_new');
- name: A client ID of Treasure Data’s is known, and its global ID is told
  code: |-
    keepCookie('_td', 'known', 'example.com');
    keepCookie('_td_global', 'g1', '');
    fire(TREASURE_DATA);
    assertThat(identity().clientId).isEqualTo('known');
    assertThat(identity().treasureData.globalId).isEqualTo('g1');
    assertReason('treasure_data_id_stored');
- name: In Treasure Data’s anonymous mode nothing is kept, wherever the choice lies
  code: |-
    local.__td_signed = 'false';
    fire(merge(TREASURE_DATA, { treasureDataStoreConsentByLocalStorage: true }));
    assertThat(jar).isEmpty();
    assertThat(identity().treasureData.isSigned).isFalse();
    assertReason('treasure_data_anonymous');
    fire(merge(TREASURE_DATA, { treasureDataStartInSignedMode: false, gtmEventId: 6 }));
    assertThat(jar).isEmpty();
- name: Where local storage cannot be read, Treasure Data’s choice is taken for a
    refusal
  code: |-
    mockObject('localStorage', { getItem: () => null, setItem: () => false, removeItem: () => {} });
    fire(merge(TREASURE_DATA, { treasureDataStoreConsentByLocalStorage: true }));
    assertThat(jar).isEmpty();
    assertReason('treasure_data_anonymous');
- name: Looking for Treasure Data’s choice leaves nothing in local storage
  code: |-
    fire(merge(TREASURE_DATA, { treasureDataStoreConsentByLocalStorage: true }));
    assertThat(valuesOf('_td')).isEqualTo([NEW_UUID]);
    assertThat(local.first_party_id).isUndefined();
- name: Treasure Data’s client ID is promoted on consent, under the same ID
  code: |-
    denyByDefault();
    fire(TREASURE_DATA);
    assertThat(jar).isEmpty();
    assertReason('treasure_data_id_memory');
    updateConsent(true);
    assertThat(valuesOf('_td')).isEqualTo([NEW_UUID]);
    assertReason('treasure_data_id_promoted');
- name: Withdrawal removes everything of Treasure Data’s, on every domain, and leaves
    refusals
  code: |-
    keepCookie('_td', 'known', 'www.example.com');
    keepCookie('_td', 'known', '');
    keepCookie('_td_global', 'g1', '');
    keepCookie('_td_domain_example.com', 'example.com', 'example.com');
    keepCookie('__td_blockEvents', 'true', 'example.com');
    local.__td_signed = 'true';
    isGranted = false;
    windowValues.dataLayer = [['consent', 'update', { analytics_storage: 'denied' }]];
    fire(merge(TREASURE_DATA, { treasureDataStoreConsentByLocalStorage: true }));
    assertThat(jar.map((cookie) => cookie.name)).isEqualTo(['__td_blockEvents']);
    assertThat(local.__td_signed).isUndefined();
    assertReason('erased');
- name: The server ID stays until the endpoint has erased it, so that a withdrawal
    is repeated
  code: |-
    serverAnswers = 'nothing';
    keepCookie('_td', 'known', 'example.com');
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    isGranted = false;
    windowValues.dataLayer = [['consent', 'update', { analytics_storage: 'denied' }]];
    fire(merge(TREASURE_DATA, { serverUrl: 'www.example.com/fpid' }));
    assertThat(jar.map((cookie) => cookie.name)).isEqualTo(['_td_ssc_id']);
    fire(merge(TREASURE_DATA, { serverUrl: 'www.example.com/fpid', gtmEventId: 6 }));
    assertThat(calls).hasLength(2);
- name: Without an endpoint the server ID goes with the rest
  code: |-
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    isGranted = false;
    windowValues.dataLayer = [['consent', 'update', { analytics_storage: 'denied' }]];
    fire(TREASURE_DATA);
    assertThat(jar).isEmpty();
- name: Treasure Data’s cookie that is lost is asked for
  code: |-
    keepCookie('_td_ssc_id', SERVER_ID, 'example.com');
    whenServerAnswers = () => keepCookie('_td', 'known', 'example.com');
    fire(merge(TREASURE_DATA, { serverUrl: 'www.example.com/fpid' }));
    assertThat(identity().clientId).isEqualTo('known');
    assertThat(calls).hasLength(1);
    assertReason('treasure_data_id_restored');
- name: The text undefined is no client ID of Treasure Data’s
  code: |-
    keepCookie('_td', 'undefined', 'example.com');
    fire(TREASURE_DATA);
    assertThat(valuesOf('_td')).isEqualTo([NEW_UUID]);
    assertReason('treasure_data_id_malformed');
- name: One visitor ID gives a new visitor the same UUID in Snowplow and Treasure
    Data
  code: |-
    fire(merge(SNOWPLOW, { treasureData: true, oneVisitorId: true }));
    assertThat(identity().treasureData.clientId).isEqualTo(NEW_UUID);
    assertThat(identity().snowplow.domainUserId).isEqualTo(NEW_UUID);
    assertThat(identity().clientId).isEqualTo('336.1700000000');
- name: Without any identity format the tag ends as failed, and says why
  code: |-
    fire({ d8a: false });
    assertReason('format_missing');
    assertApi('gtmOnFailure').wasCalled();
setup: |-
  // A page as the tag meets it. A scenario changes what it needs, fires the tag, and looks.
  const fields = {
    propertyIds: 'P',
    serverUrl: '',
    consentType: 'analytics_storage',
    action: 'identify',
    unsetConsent: 'grant',
    onWithdrawal: 'erase',
    waitForUpdateMillis: '0',
    sessionTimeoutMinutes: '30',
    engagementSeconds: '10',
    sessionKeeper: 'thisTag',
    storage: 'cookie',
    cookieDomain: 'auto',
    cookieMaxAgeDays: '730',
    cookieUpdate: true,
    cookieSameSite: 'Lax',
    dataLayerName: 'dataLayer',
    gtmEventId: 5,
    d8a: true,
  };
  const SNOWPLOW = { snowplow: true, snowplowHash: '8809' };
  const SNOWPLOW_ALONE = { d8a: false, propertyIds: '', snowplow: true, snowplowHash: '8809' };
  const TREASURE_DATA = { d8a: false, propertyIds: '', treasureData: true };
  // Every draw is 42.
  const NEW_UUID = '000002a0-0000-42a0-a000-02a000002a00';
  const NEW_SP_ID = NEW_UUID + '.1700000000.1.1700000000..' + NEW_UUID + '...1700000000000.1';
  const SP_ID = 'u.1690000000.3.1699999940.1.s.p.e.5.4';
  const CLIENT = 'C1.1.5.1690000000';
  const SESSION = 'S1.1.s1699999000$o7$g0$t1699999940$j2$dabc';
  const OLD_SESSION = 'S1.1.s1699990000$o7$g1$t1699998140$j2$dabc';
  const SERVER_ID = '0b8b6c2e-1111-4222-8333-444455556666';
  const NEW_CLIENT = 'C1.1.42.1700000000';
  const NEW_SESSION = 'S1.1.s1700000000$o1$g0$t1700000000$j0$d161616';

  let eventName = 'gtm.js';
  let nowMillis = 1700000000000;
  let host = 'www.example.com';
  let refusedDomains = ['com'];
  let areCookiesBlocked = false;
  let isGranted = true;
  let mayUseDataLayer = true;
  let serverAnswers = 'image';
  let whenServerAnswers = () => {};
  let jar = [];
  let steps = [];
  let pushed = [];
  let calls = [];
  let listeners = [];
  let local = {};
  let kept = {};
  const windowValues = {
    dataLayer: [['consent', 'default', { analytics_storage: 'granted' }]],
  };

  mock('callLater', (step) => {
    steps.push(step);
  });
  mock('getTimestampMillis', () => nowMillis);
  mock('generateRandom', () => 42);
  mock('getUrl', (part) => (part === 'protocol' ? 'https' : host));
  mock('isConsentGranted', () => isGranted);
  mock('addConsentListener', (type, listener) => {
    listeners.push(listener);
  });
  mock('queryPermission', (permission) => permission === 'get_cookies' || mayUseDataLayer);
  mock('copyFromDataLayer', (key) => (key === 'event' ? eventName : undefined));
  mock('copyFromWindow', (path) => windowValues[path]);
  mock('setInWindow', (path, value) => {
    windowValues[path] = value;
    return true;
  });
  mock('createQueue', () => (reset, message) => {
    assertThat(reset).isEqualTo({ firstPartyId: null });
    pushed.push(message);
  });
  mock('getCookieValues', (name) => {
    return jar.filter((cookie) => cookie.name === name).map((cookie) => cookie.value);
  });
  mock('setCookie', (name, value, options) => {
    const domain = options.domain || '';
    if (areCookiesBlocked || refusedDomains.indexOf(domain) !== -1) return false;
    jar = jar.filter((cookie) => cookie.name !== name || cookie.domain !== domain);
    if (options['max-age'] !== 0) {
      jar.push({ name: name, value: value, domain: domain, options: options });
    }
    return true;
  });
  mock('sendPixel', (url, onSuccess, onFailure) => {
    calls.push(url.split('?')[0]);
    whenServerAnswers();
    if (serverAnswers === 'image') onSuccess();
    if (serverAnswers === 'nothing') onFailure();
  });
  mockObject('localStorage', {
    getItem: (key) => (local[key] === undefined ? null : local[key]),
    setItem: (key, value) => {
      local[key] = value;
      return true;
    },
    removeItem: (key) => {
      local[key] = undefined;
    },
  });
  mockObject('templateStorage', {
    getItem: (key) => (kept[key] === undefined ? null : kept[key]),
    setItem: (key, value) => {
      kept[key] = value;
    },
  });

  // Runs what the tag has put off, in order; the page's clock stands still.
  const runSteps = () => {
    while (steps.length > 0) {
      const step = steps.shift();
      step();
    }
  };

  const merge = (one, other) => {
    const all = {};
    for (let name in one) all[name] = one[name];
    for (let name in other) all[name] = other[name];
    return all;
  };

  const fieldsWith = (changes) => merge(fields, changes);

  const fire = (changes) => {
    runCode(fieldsWith(changes));
    runSteps();
  };

  // What Google does on a consent update that changes what is in force.
  const updateConsent = (granted) => {
    isGranted = granted;
    windowValues.dataLayer.push([
      'consent',
      'update',
      { analytics_storage: granted ? 'granted' : 'denied' },
    ]);
    listeners.forEach((listener) => listener('analytics_storage', granted));
    runSteps();
  };

  // What Google’s runtime shows of its consent state.
  const recordConsent = (entry) => {
    windowValues['google_tag_data.ics.entries'] = { analytics_storage: entry };
  };

  const denyByDefault = () => {
    isGranted = false;
    windowValues.dataLayer = [['consent', 'default', { analytics_storage: 'denied' }]];
  };

  const keepCookie = (name, value, domain) => {
    jar.push({ name: name, value: value, domain: domain, options: {} });
  };

  const keepVisitor = (session) => {
    keepCookie('_d8a', CLIENT, 'example.com');
    keepCookie('_d8a_P', session, 'example.com');
  };

  const valuesOf = (name) =>
    jar.filter((cookie) => cookie.name === name).map((cookie) => cookie.value);
  const identity = () => pushed[pushed.length - 1].firstPartyId;
  const assertReason = (code) => assertThat(identity().reasons, code).contains(code);


___NOTES___

First-Party ID 0.1.0

Permissions and why:
- access_consent (analytics_storage read; ad_storage read; ad_user_data read; ad_personalization read; functionality_storage read; personalization_storage read; security_storage read): Reads the consent type you choose and hears when the visitor changes it. It never sets consent.
- access_globals (d8aLayer read; google_tag_data.ics.entries read; firstPartyId read write; dataLayer read write): Reads consent commands in the data layers, and in google_tag_data.ics.entries what your consent tool has told Google; pushes the first_party_id event, and shares the identity with other tags as window.firstPartyId.
- access_local_storage (first_party_id read write; __td_signed read write): Keeps the identity under one key when you choose local storage instead of cookies, and reads and erases Treasure Data’s choice of mode when you say that it lies there.
- access_template_storage: Remembers during a page which listeners exist and which page view has been counted.
- get_cookies (any): Reads the identity cookies, and Google Analytics’ _ga if you take its client ID over. Their names hold your cookie prefix and property ids, so no list can name them.
- get_url (host read; protocol read): Reads protocol and host, to choose the cookie domain and the Secure flag. It reads no path and no query.
- read_data_layer (event read): Reads the name of the event it fires on: on its own event it does nothing, since it would push that again.
- send_pixel (any): Calls the cookie endpoint on the host you enter; without a host it calls nothing.
- set_cookies (* write): Writes and erases the identity cookies, whose names and domain depend on your settings. The path is always /.


