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
      }
    ],
    "valueHint": "80e1d6d0-560d-419f-ac2a-fe9281e93386"
  },
  {
    "type": "TEXT",
    "name": "serverUrl",
    "displayName": "Server cookie host",
    "simpleValueType": true,
    "help": "Where your cookie endpoint runs, without https://: a path on this site, or a subdomain. It makes the identity last; browsers may cut what scripts write to seven days. Leave it empty to work without an endpoint.",
    "valueHint": "www.example.com/fpid"
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
        "macrosInSelect": false,
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
        "help": "Choose the tracker when a d8a tracker runs on the same pages: it then counts, and this tag creates only what is missing.",
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
        "help": "Local storage belongs to one host: the identity is then not shared with subdomains.",
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
        "help": "Put before the cookie names, as in the d8a tracker: with shop the client cookie is shop_d8a.",
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
        "defaultValue": true,
        "help": "Once your endpoint keeps the cookies, it does this instead, once a session."
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
const PAGE_STATE_VERSION = 1;

/** Cookie that finds out which domain a browser accepts; its value is new each time. */
const PROBE_COOKIE = 'first_party_id_probe';

/** The one local storage key: permissions name keys exactly, so all values share it. */
const LOCAL_STORAGE_KEY = 'first_party_id';

/** How long a page waits for the endpoint before it goes on without it. */
const SERVER_TIMEOUT_MILLIS = 2000;

/** A timer trigger starts with the page, a moment before the tag's first run: that much is let pass. */
const ENGAGEMENT_GRACE_MILLIS = 1000;

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

if (form.problem === undefined) {
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
  const propertyIds = readList(fields.propertyIds);
  if (propertyIds.length === 0) {
    return { problem: 'property_id_missing', dataLayerName: dataLayerName };
  }
  if (!propertyIds.every(isCookieNamePart)) {
    return { problem: 'property_id_invalid', dataLayerName: dataLayerName };
  }
  const serverUrl = readServerUrl(fields.serverUrl);
  return {
    problem: undefined,
    action: action,
    config: readConfig(fields, propertyIds, serverUrl || ''),
    dataLayerName: dataLayerName,
    privacySignal: isOn(fields.privacySignal),
    notes: serverUrl === undefined ? ['server_url_invalid'] : [],
  };
}

function readConfig(fields, propertyIds, serverUrl) {
  return {
    propertyIds: propertyIds,
    cookiePrefix: textOr(fields.cookiePrefix, ''),
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

function oneOf(value, choices, otherwise) {
  return choices.filter((choice) => choice === value)[0] || otherwise;
}

function readList(value) {
  return textOr(value, '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isCookieNamePart(text) {
  return text.match('^[A-Za-z0-9._-]+$') !== null;
}

function isOn(value) {
  return ['true', '1', 'yes'].indexOf(makeString(value).toLowerCase()) !== -1;
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
    isDataLayerRead: false,
    gtag: NO_COMMANDS,
    d8a: NO_COMMANDS,
    isPageOurs: false,
    page: undefined,
    consent: undefined,
    stored: {},
    cookieDomain: undefined,
    serverId: '',
    restore: { state: 'notAsked' },
    notes: form.notes.slice(),
  };
}

/** From the first look at the page to the tag's end. */
function start(run) {
  // What a page has put there can make a copy throw; the run then goes on without it.
  callLater(() => readDataLayers(run));
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
  const hasHeard =
    run.shared.heardUpdates[run.config.consentType] !== undefined;
  return hasHeard || run.gtag.byUpdate !== undefined || run.form.privacySignal;
}

/**
 * Reads page, consent and storage, and acts. These steps stand in line together, so that no other
 * run comes between what this one reads and what it writes.
 */
function consider(run) {
  run.consent = undefined;
  run.stored = {};
  run.cookieDomain = undefined;
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

// src/gtm/tag/shared-state.ts

/** The one state of this template in this container; template storage keeps it by reference. */
function sharedState() {
  const known = templateStorage.getItem('state');
  if (known !== null && known !== undefined) return known;
  const fresh = {
    writer: 'gtm.' + generateRandom(0, MAX_RANDOM),
    listening: {},
    heardUpdates: {},
    call: undefined,
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

// src/gtm/tag/listen-to-consent.ts

/**
 * Begins one more run whenever consent changes on this page.
 *
 * Listeners cannot be taken away, so each form adds one, however often its tag fires. Google calls
 * it for updates only, and only when they change what is in force.
 */
function listenToConsent(run, again) {
  const type = run.config.consentType;
  const key = [
    type,
    run.config.cookiePrefix,
    run.config.propertyIds.join(','),
  ].join('|');
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
  if (state.memory === undefined) return true;
  return (
    getType(state.memory.client) === 'string' &&
    getType(state.memory.session) === 'string'
  );
}

// src/gtm/tag/read-signals.ts

/** What is known about consent at this moment. */
function readSignals(run) {
  const type = run.config.consentType;
  return {
    isGranted: isConsentGranted(type),
    heardUpdate: run.shared.heardUpdates[type],
    gtag: run.gtag,
    d8a: run.d8a,
    privacySignal: run.form.privacySignal,
  };
}

/** The state of consent at this moment. */
function resolveNow(run) {
  const before = run.page === undefined ? undefined : run.page.consent;
  return resolveConsent(readSignals(run), before);
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
  if (run.config.storage === 'localStorage') {
    run.stored = readLocalValues(storedNames(run.config));
    if (mayKeep && isLocalStorageUsable()) run.cookieDomain = '';
  }
  run.serverId = getCookieValues(SERVER_ID_COOKIE, false)[0] || '';
  if (run.config.storage !== 'cookie') return;
  if (mayKeep) run.cookieDomain = findCookieDomain(run);
  storedNames(run.config).forEach((name) => {
    run.stored[name] = mayKeep ? separateDuplicates(name) : readCookie(name);
  });
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
  const plan = decide(run.config, takeSnapshot(run, run.consent));
  if (plan.kind === 'act') {
    carryOut(run, plan, lookAgain);
    return;
  }
  eraseValues(run, plan.erase);
  callServer(run, '/id.gif', (isAnswered) => {
    run.restore = {
      state: isAnswered ? 'answered' : 'unreachable',
      askedFor: plan.askFor,
    };
    lookAgain();
  });
}

function carryOut(run, plan, lookAgain) {
  eraseValues(run, plan.erase);
  writeValues(run, plan.writes);
  if (!run.isDataLayerRead) run.notes.push('data_layer_unreadable');
  if (!run.isPageOurs) run.notes.push('page_object_foreign');
  noteReasons(run, plan.page);
  // At once, so that another tag of this event sees this one's hit and identity.
  publishPage(run, plan.page);
  if (plan.server === 'none') {
    finish(run, plan.page);
    return;
  }
  callServer(run, plan.server === 'forget' ? '/forget.gif' : '/id.gif', () => {
    finishAfterServer(run, plan.page, lookAgain);
  });
}

// src/gtm/tag/local-values.ts

/** All values lie in one object under one key: `{<cookie name>: <value>, …, expiresMillis}`. */
function readLocalValues(names) {
  const kept = readKept();
  const stored = {};
  names.forEach((name) => {
    const value = kept[name];
    if (typeof value !== 'string') return;
    stored[name] = [{ value: value, domain: undefined, isRemoved: false }];
  });
  return stored;
}

function isLocalStorageUsable() {
  if (localStorage === undefined) return false;
  return localStorage.setItem(LOCAL_STORAGE_KEY, JSON.stringify(readKept()));
}

function writeLocalValues(writes, maxAgeSeconds) {
  if (localStorage === undefined || writes.length === 0) return;
  const kept = readKept();
  writes.forEach((write) => {
    kept[write.name] = write.value;
  });
  if (maxAgeSeconds !== undefined) {
    kept.expiresMillis = getTimestampMillis() + maxAgeSeconds * 1000;
  }
  localStorage.setItem(LOCAL_STORAGE_KEY, JSON.stringify(kept));
}

/** Removes these names, and the key itself when nothing is left under it. */
function eraseLocalValues(names) {
  if (localStorage === undefined || names.length === 0) return;
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
function separateDuplicates(name) {
  const removed = [];
  cookieDomainCandidates(getUrl('host'))
    .reverse()
    .forEach((domain) => {
      const before = getCookieValues(name, false);
      if (before.length < 2) return;
      eraseCookie(name, domain);
      missingFrom(getCookieValues(name, false), before).forEach((value) => {
        removed.push({ value: value, domain: domain, isRemoved: true });
      });
    });
  return removed.concat(readCookie(name));
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

// src/gtm/tag/take-snapshot.ts

/** Everything the core decides from, as it is now. */
function takeSnapshot(run, consent) {
  return {
    action: run.action,
    trigger: run.trigger,
    nowMillis: getTimestampMillis(),
    randoms: [random(), random(), random(), random()],
    consent: consent,
    stored: run.stored,
    cookieDomain: run.cookieDomain,
    serverId: run.serverId,
    page: run.page,
    writer: run.shared.writer,
    eventId: run.eventId,
    restore: run.restore,
  };
}

function random() {
  return generateRandom(0, MAX_RANDOM);
}

// src/gtm/tag/keep-values.ts

/** Writes values to where the form says they are kept. */
function writeValues(run, writes) {
  const days = run.config.cookieMaxAgeDays;
  const maxAgeSeconds = days > 0 ? days * 86400 : undefined;
  if (run.config.storage === 'localStorage') {
    writeLocalValues(writes, maxAgeSeconds);
    return;
  }
  const domain = run.cookieDomain || '';
  writes.forEach((write) => {
    writeCookie(write.name, write.value, {
      domain: domain,
      sameSite: run.config.cookieSameSite,
      maxAgeSeconds: maxAgeSeconds,
    });
    eraseNarrower(write.name, domain);
  });
  if (!writes.every(isKept)) run.notes.push('cookie_not_kept');
}

/** A browser drops without a word what it does not want, such as a cookie that https has reserved. */
function isKept(write) {
  return getCookieValues(write.name, false).indexOf(write.value) !== -1;
}

/** What lay alone on a narrower domain would now stand beside the value just written, and outlive it. */
function eraseNarrower(name, domain) {
  if (getCookieValues(name, false).length < 2) return;
  const domains = cookieDomainCandidates(getUrl('host'));
  domains
    .slice(domains.indexOf(domain) + 1)
    .forEach((narrower) => eraseCookie(name, narrower));
}

/** Removes values, from every domain they may lie on. */
function eraseValues(run, names) {
  if (run.config.storage === 'localStorage') {
    eraseLocalValues(names);
    return;
  }
  const domains = cookieDomainCandidates(getUrl('host'));
  names.forEach((name) =>
    domains.forEach((domain) => eraseCookie(name, domain))
  );
}

// src/gtm/tag/call-server.ts

/**
 * Calls the endpoint and goes on with its answer, or without one when it takes too long.
 *
 * The call leaves after the steps that are due now, so that all tags of one event share one call
 * and it carries what they have all written.
 */
function callServer(run, path, next) {
  const waiter = (answer) => {
    run.notes.push(answer);
    guard(run, () => next(answer === 'server_answered'));
  };
  const url = 'https://' + run.config.serverUrl + path;
  const pending = run.shared.call;
  if (pending !== undefined && pending.url === url && !pending.isSent) {
    pending.waiters.push(waiter);
    return;
  }
  const call = { url: url, isSent: false, isOver: false, waiters: [waiter] };
  run.shared.call = call;
  callLater(() => send(call));
}

function send(call) {
  const sentMillis = getTimestampMillis();
  call.isSent = true;
  // The time keeps the browser from answering out of its image cache.
  sendPixel(
    call.url + '?r=' + sentMillis,
    () => answer(call, 'server_answered'),
    () => answer(call, 'server_unreachable')
  );
  waitForAnswer(call, sentMillis);
}

function waitForAnswer(call, sentMillis) {
  if (call.isOver) return;
  if (getTimestampMillis() - sentMillis >= SERVER_TIMEOUT_MILLIS)
    answer(call, 'server_timeout');
  else callLater(() => waitForAnswer(call, sentMillis));
}

function answer(call, outcome) {
  if (call.isOver) return;
  call.isOver = true;
  call.waiters.forEach((waiter) => waiter(outcome));
}

// src/gtm/tag/finish.ts

/** Adds to the core's reasons what this run has met on its way. */
function noteReasons(run, page) {
  page.reasons = page.reasons.concat(run.notes);
  run.notes = [];
}

/** Pushes the event that says which identity is used and why, and tells Google the tag has ended. */
function finish(run, page) {
  publishEvent(run.form.dataLayerName, page);
  callLater(() => run.close(true));
}

/** As finish, with what the endpoint's answer has brought. */
function finishAfterServer(run, page, lookAgain) {
  callLater(() => readPage(run));
  guard(run, () => {
    const consent = resolveNow(run);
    // An answer that comes after a withdrawal may have set cookies again.
    if (consent.state !== page.consent) {
      run.restore = { state: 'answered', askedFor: [] };
      lookAgain();
      return;
    }
    const mayRead =
      permitsStorage(run.config, consent) && run.action !== 'forget';
    if (mayRead) page.serverId = readServerId(run);
    noteReasons(run, page);
    republish(run, page);
    finish(run, page);
  });
}

function readServerId(run) {
  const serverId = getCookieValues(SERVER_ID_COOKIE, false)[0] || '';
  const isAnswered = run.notes.indexOf('server_answered') !== -1;
  if (isAnswered && serverId === '') run.notes.push('server_cookie_missing');
  return serverId;
}

/** Another run may have published meanwhile; only what the endpoint has changed is added to it. */
function republish(run, page) {
  if (run.page === undefined) return;
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

function isRecord(value) {
  return typeof value === 'object' && value !== null;
}

// src/core/consent/resolve-consent.ts

/**
 * From signals to one of four states.
 *
 * Google's word decides whether storage is permitted. It cannot tell "granted" from "nobody has
 * said anything", nor a default from a withdrawal; the commands in the data layer and the consent
 * listener tell that. d8a's own consent counts only where gtag has said nothing about the type.
 */
function resolveConsent(signals, before) {
  if (signals.privacySignal)
    return { state: 'denied', source: 'privacySignal' };
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

/** A refusal is a withdrawal only when an update says so; a default never is. */
function resolveRefusal(gtag, heardUpdate, before) {
  if (
    heardUpdate === false ||
    gtag.byUpdate === false ||
    before === 'withdrawn'
  ) {
    return { state: 'withdrawn', source: 'update' };
  }
  return {
    state: 'denied',
    source: gtag.byDefault === undefined ? 'google' : 'default',
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

// src/core/cookie-names.ts

function sessionNames(config) {
  return config.propertyIds.map((propertyId) =>
    d8aSessionName(config.cookiePrefix, propertyId)
  );
}

/** Every cookie name this configuration keeps. */
function storedNames(config) {
  return [d8aClientName(config.cookiePrefix)].concat(sessionNames(config));
}

// src/core/decide.ts

/**
 * From configuration and snapshot to a plan: the one entry of the core.
 *
 * It touches nothing. The same snapshot always gives the same plan, on every host.
 */
function decide(config, snapshot) {
  if (snapshot.action === 'forget') return forget(config, snapshot);
  if (
    snapshot.consent.state === 'withdrawn' &&
    config.onWithdrawal === 'erase'
  ) {
    return withdraw(config, snapshot);
  }
  if (!permitsStorage(config, snapshot.consent))
    return keepInMemory(config, snapshot, []);
  if (config.storage === 'none')
    return keepInMemory(config, snapshot, ['storage_none']);
  if (snapshot.cookieDomain === undefined) {
    const blocked =
      config.storage === 'cookie' ? 'cookies_blocked' : 'local_storage_blocked';
    return keepInMemory(config, snapshot, [blocked]);
  }
  return keepStored(config, snapshot);
}

// src/core/formats/d8a.ts

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
  if (text.match('^[CS][0-9]+[.][0-9]+[.]') === null) return false;
  return (
    text.indexOf(D8A_CLIENT_VERSION) !== 0 &&
    text.indexOf(D8A_SESSION_VERSION) !== 0
  );
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
  const before = readTokenNumber(tokens, 'o');
  const fresh = {
    s: '' + step.nowSeconds,
    o: '' + ((before === undefined ? 0 : before) + 1),
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
  const index = readTokenNumber(tokens, 'j');
  const counted = withToken(
    tokens,
    'j',
    '' + ((index === undefined ? 0 : index) + 1)
  );
  return withToken(counted, 't', '' + step.nowSeconds);
}

// src/core/cookie-domain.ts

/**
 * Domains to try for a cookie, from the broadest to this host alone, which is ''.
 *
 * Which of them a browser accepts, only the browser knows: it refuses public suffixes such as
 * `co.uk` and `github.io`. An IP address and a host of one label have no domain.
 */
function cookieDomainCandidates(host) {
  if (isAddress(host)) return [''];
  const labels = host.split('.').filter((label) => label !== '');
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

function isAddress(host) {
  return (
    host.indexOf(':') !== -1 || host.match('^([^.]+[.]){3}[0-9]+$') !== null
  );
}

// src/core/erase-stored.ts

/** Consent is withdrawn: everything we keep goes, here and at the endpoint, and a new page identity begins. */
function withdraw(config, snapshot) {
  const erase = presentNames(config, snapshot);
  // The server's readable id stands for its HttpOnly ones: while it is there, there is something to forget.
  const isKnownToServer = snapshot.serverId !== '' || erase.length > 0;
  return {
    kind: 'act',
    writes: [],
    erase: erase,
    server: config.serverUrl !== '' && isKnownToServer ? 'forget' : 'none',
    page: pageInMemory(config, snapshot, erase.length > 0 ? ['erased'] : []),
  };
}

/** The page asks to forget the visitor, whatever the state of consent. */
function forget(config, snapshot) {
  return {
    kind: 'act',
    writes: [],
    erase: presentNames(config, snapshot),
    server: config.serverUrl === '' ? 'none' : 'forget',
    page: nextPageState(config, snapshot, {
      visit: {
        clientId: '',
        session: [],
        source: 'none',
        reasons: consentReasons(snapshot.consent).concat(['forgotten']),
      },
      changes: {
        cookieDomain: '',
        serverId: '',
        memory: undefined,
        isHitPending: false,
        attributes: '',
      },
    }),
  };
}

function presentNames(config, snapshot) {
  return storedNames(config).filter((name) => {
    const values = snapshot.stored[name];
    return values !== undefined && values.length > 0;
  });
}

// src/core/keep-in-memory.ts

/** An identity that lives as long as the page: nothing is read, written or erased. */
function keepInMemory(config, snapshot, why) {
  return {
    kind: 'act',
    writes: [],
    erase: [],
    server: 'none',
    page: pageInMemory(config, snapshot, why),
  };
}

/** The page state around an identity in memory: the page's own, or a new one after a withdrawal. */
function pageInMemory(config, snapshot, why) {
  const memory = memoryOf(snapshot);
  const known =
    memory === undefined ? undefined : parseD8aClient(memory.client);
  const clientId =
    known === undefined
      ? newD8aClientId(snapshot.randoms[0] || 0, toSeconds(snapshot.nowMillis))
      : known;
  const change = advanceSession(config, snapshot, {
    session: memory === undefined ? undefined : parseD8aSession(memory.session),
    isHit: snapshot.trigger === 'tag' && isUncountedHit(config, snapshot),
  });
  const wasPending = snapshot.page !== undefined && snapshot.page.isHitPending;
  return nextPageState(config, snapshot, {
    visit: {
      clientId: clientId,
      session: change.session,
      source: 'memory',
      reasons: consentReasons(snapshot.consent)
        .concat(why)
        .concat(['client_id_memory', change.reason]),
    },
    changes: {
      cookieDomain: '',
      serverId: snapshot.consent.state === 'withdrawn' ? '' : snapshot.serverId,
      memory: {
        client: printD8aClient(clientId),
        session: printD8aSession(change.session),
      },
      isHitPending:
        wasPending ||
        (snapshot.trigger === 'tag' && snapshot.action === 'identify'),
      attributes: '',
    },
  });
}

/** Withdrawal starts a new identity; after it, as while denied, the page keeps the one it has. */
function memoryOf(snapshot) {
  const page = snapshot.page;
  if (page === undefined) return undefined;
  if (snapshot.consent.state === 'withdrawn' && page.consent !== 'withdrawn')
    return undefined;
  return page.memory;
}

// src/core/keep-stored.ts

/** Consent permits to keep an identity: the stored one, else the page's own promoted, else a new one. */
function keepStored(config, snapshot) {
  const clientValues = valuesOf(
    snapshot.stored,
    d8aClientName(config.cookiePrefix)
  );
  if (isForeign(clientValues, readClient)) {
    return keepInMemory(config, snapshot, ['client_id_other_version']);
  }
  const finding = findIdentity(config, snapshot);
  // An id made now would be nobody's: an engagement without a visitor stores nothing.
  if (snapshot.action === 'engage' && finding.client === undefined) {
    return keepInMemory(config, snapshot, []);
  }
  const restore = planRestore(config, snapshot, finding);
  if (restore !== undefined) return restore;
  const outcome = {
    finding: finding,
    change: changeSession(config, snapshot, finding),
    clientId: chooseClientId(snapshot, finding),
  };
  return {
    kind: 'act',
    writes: planWrites(config, snapshot, outcome),
    erase: [],
    server: callsServer(config, snapshot, outcome) ? 'renew' : 'none',
    page: nextPageState(config, snapshot, {
      visit: describeVisit(config, snapshot, outcome),
      changes: {
        cookieDomain: snapshot.cookieDomain || '',
        serverId: snapshot.serverId,
        memory: undefined,
        isHitPending: false,
        attributes: attributesOf(config, snapshot),
      },
    }),
  };
}

function findIdentity(config, snapshot) {
  const client = valuesOf(snapshot.stored, d8aClientName(config.cookiePrefix));
  return {
    client: pickStored(client, readClient),
    session: findSession(snapshot.stored, sessionNames(config)),
    memory: findMemory(snapshot),
  };
}

function findMemory(snapshot) {
  const memory = snapshot.page === undefined ? undefined : snapshot.page.memory;
  if (memory === undefined) return undefined;
  const clientId = parseD8aClient(memory.client);
  const session = parseD8aSession(memory.session);
  if (clientId === undefined || session === undefined) return undefined;
  return { clientId: clientId, session: session };
}

function chooseClientId(snapshot, finding) {
  if (finding.client !== undefined) return finding.client.parsed;
  if (finding.memory !== undefined) return finding.memory.clientId;
  return newD8aClientId(
    snapshot.randoms[0] || 0,
    toSeconds(snapshot.nowMillis)
  );
}

/** The page's own session is promoted as it is when consent comes: its hit has been counted. */
function changeSession(config, snapshot, finding) {
  const isHit = isUncountedHit(config, snapshot);
  if (finding.session !== undefined) {
    return advanceSession(config, snapshot, {
      session: finding.session.parsed,
      isHit: isHit,
    });
  }
  const memory = finding.memory;
  if (memory === undefined || finding.client !== undefined) {
    return advanceSession(config, snapshot, {
      session: undefined,
      isHit: isHit,
    });
  }
  const change = advanceSession(config, snapshot, {
    session: memory.session,
    isHit: isHit && snapshot.trigger === 'tag',
  });
  const isCounted = change.reason === 'hit_already_counted';
  return {
    session: change.session,
    isStarted: true,
    reason: isCounted ? 'session_new' : change.reason,
  };
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

/** The page state that a plan publishes. */
function nextPageState(config, snapshot, result) {
  const visit = result.visit;
  const changes = result.changes;
  const hitNumber = tokenNumber(visit.session, 'j', -1) + 1;
  return {
    clientId: visit.clientId,
    sessionId: readToken(visit.session, 's') || '',
    sessionNumber: tokenNumber(visit.session, 'o', 0),
    isNewSession: visit.session.length > 0 && hitNumber <= 1,
    engaged: readToken(visit.session, 'g') === '1',
    hitNumber: hitNumber,
    serverId: changes.serverId,
    consent: snapshot.consent.state,
    source: visit.source,
    cookieDomain: changes.cookieDomain,
    reasons: visit.reasons,
    version: PAGE_STATE_VERSION,
    startedMillis:
      snapshot.page === undefined
        ? snapshot.nowMillis
        : snapshot.page.startedMillis,
    memory: changes.memory,
    isHitPending: changes.isHitPending,
    claims: claimHits(config, snapshot),
    attributes: changes.attributes,
  };
}

function tokenNumber(session, key, otherwise) {
  const number = readTokenNumber(session, key);
  return number === undefined ? otherwise : number;
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

// src/core/advance-session.ts

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
    randoms: snapshot.randoms.slice(1),
  };
}

function toSeconds(millis) {
  return (millis - (millis % 1000)) / 1000;
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

// src/core/count-hit.ts

/**
 * Whether this run is a page view that nobody has counted yet.
 *
 * The first container that identifies on a page counts its hits; another one only reads. Within
 * that container one event is one hit, however many tags fire on it. A page that was counted in
 * memory while consent was denied is counted once more when the stored session takes over.
 */
function isUncountedHit(config, snapshot) {
  if (snapshot.action !== 'identify') return false;
  const page = snapshot.page;
  if (snapshot.trigger === 'consentChange')
    return page !== undefined && page.isHitPending;
  if (page === undefined) return true;
  const claim = page.claims[sessionNames(config)[0] || ''];
  if (claim === undefined) return true;
  return claim.writer === snapshot.writer && claim.eventId !== snapshot.eventId;
}

/** The page's claims with this run's session cookies claimed, where nobody had claimed them. */
function claimHits(config, snapshot) {
  const claims = {};
  const before = snapshot.page === undefined ? {} : snapshot.page.claims;
  for (const name in before) {
    const claim = before[name];
    if (claim !== undefined) claims[name] = claim;
  }
  if (snapshot.action !== 'identify') return claims;
  sessionNames(config).forEach((name) => {
    const claim = claims[name];
    if (claim !== undefined && claim.writer !== snapshot.writer) return;
    claims[name] = { writer: snapshot.writer, eventId: snapshot.eventId };
  });
  return claims;
}

// src/core/find-stored.ts

function valuesOf(stored, name) {
  return stored[name] || [];
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

/** The session of the first of these names that holds one; all properties share it. */
function findSession(stored, names) {
  let found;
  names.forEach((name) => {
    if (found === undefined)
      found = pickStored(valuesOf(stored, name), readSession);
  });
  return found;
}

/** Whether these values are what a tracker of another version wrote, and nothing we can read. */
function isForeign(values, parse) {
  const isOther = values.some((found) => isOtherD8aVersion(found.value));
  return isOther && pickStored(values, parse) === undefined;
}

/** Whether there are values, and none of them is one of ours or of another version. */
function isMalformed(values, parse) {
  if (values.length === 0 || isForeign(values, parse)) return false;
  return pickStored(values, parse) === undefined;
}

// src/core/plan-server.ts

/**
 * Whether the endpoint should first bring back what is missing of a known visitor.
 *
 * A browser may shorten the life of what scripts write; the endpoint has it in its backup.
 */
function planRestore(config, snapshot, finding) {
  if (!mayCallServer(config, snapshot)) return undefined;
  const askFor = lostNames(config, snapshot, finding);
  if (askFor.length === 0) return undefined;
  const clientName = d8aClientName(config.cookiePrefix);
  return {
    kind: 'askServer',
    askFor: askFor,
    erase: askFor.filter((name) => {
      const values = valuesOf(snapshot.stored, name);
      return name === clientName
        ? isMalformed(values, readClient)
        : isMalformed(values, readSession);
    }),
  };
}

function lostNames(config, snapshot, finding) {
  if (!isKnownVisitor(snapshot, finding)) return [];
  const client =
    finding.client === undefined ? [d8aClientName(config.cookiePrefix)] : [];
  return client.concat(
    finding.session === undefined ? sessionNames(config) : []
  );
}

/** One whose client ID was made on this page has nothing at the endpoint that could be lost. */
function isKnownVisitor(snapshot, finding) {
  if (snapshot.serverId !== '') return true;
  const source = snapshot.page === undefined ? 'none' : snapshot.page.source;
  return (
    finding.client !== undefined && source !== 'new' && source !== 'promoted'
  );
}

/** Called when a session starts, when something is missing or in conflict; never otherwise. */
function callsServer(config, snapshot, outcome) {
  if (!mayCallServer(config, snapshot)) return false;
  if (outcome.change.isStarted || outcome.finding.client === undefined)
    return true;
  if (hasDuplicates(config, snapshot)) return true;
  return (
    snapshot.serverId === '' &&
    isRetryHit(readTokenNumber(outcome.change.session, 'j') || 0)
  );
}

/**
 * An endpoint that does not answer, or whose cookie is blocked, is asked again at the hits 1, 2, 4,
 * 8 and so on of a session, not at every page view.
 */
function isRetryHit(hitIndex) {
  const hitNumber = hitIndex + 1;
  return (hitNumber & (hitNumber - 1)) === 0;
}

/** Once a run, and only to keep cookies. */
function mayCallServer(config, snapshot) {
  if (config.serverUrl === '' || config.storage !== 'cookie') return false;
  return snapshot.action !== 'engage' && snapshot.restore.state === 'notAsked';
}

function hasDuplicates(config, snapshot) {
  const names = [d8aClientName(config.cookiePrefix)].concat(
    sessionNames(config)
  );
  return names.some((name) => isDuplicated(valuesOf(snapshot.stored, name)));
}

function isDuplicated(values) {
  return values.some((found) => found.isRemoved);
}

// src/core/plan-writes.ts

/** The values to write: what is missing, what has changed, and what an engagement changes. */
function planWrites(config, snapshot, outcome) {
  if (snapshot.action === 'engage' && outcome.change.reason !== 'engaged')
    return [];
  const sessions = sessionNames(config)
    .filter((name) =>
      writesSession(config, snapshot, { name: name, outcome: outcome })
    )
    .map((name) => ({
      name: name,
      value: printD8aSession(outcome.change.session),
    }));
  return sessions.concat(planClientWrite(config, snapshot, outcome));
}

/**
 * A script's write shortens a cookie in WebKit to seven days. So once the endpoint keeps the
 * client cookie, which its readable id shows, script never writes the same value again.
 */
function planClientWrite(config, snapshot, outcome) {
  const name = d8aClientName(config.cookiePrefix);
  const write = [{ name: name, value: printD8aClient(outcome.clientId) }];
  if (
    isMissing(snapshot, name, readClient) ||
    haveAttributesChanged(config, snapshot)
  )
    return write;
  const isSliding = config.cookieUpdate && config.sessionKeeper === 'thisTag';
  const isHit =
    snapshot.action === 'identify' || snapshot.action === 'newSession';
  return isSliding && isHit && snapshot.serverId === '' ? write : [];
}

function writesSession(config, snapshot, session) {
  const values = valuesOf(snapshot.stored, session.name);
  if (isForeign(values, readSession)) return false;
  if (isMissing(snapshot, session.name, readSession)) return true;
  if (haveAttributesChanged(config, snapshot)) return true;
  const before = session.outcome.finding.session;
  if (before === undefined) return true;
  return (
    printD8aSession(before.parsed) !==
    printD8aSession(session.outcome.change.session)
  );
}

/** Whether nothing readable lies under a name, or what counted was removed with its duplicates. */
function isMissing(snapshot, name, parse) {
  const picked = pickStored(valuesOf(snapshot.stored, name), parse);
  return picked === undefined || picked.found.isRemoved;
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

// src/core/describe-visit.ts

/** The visit as it is published: which identity, from where, and why. */
function describeVisit(config, snapshot, outcome) {
  return {
    clientId: outcome.clientId,
    session: outcome.change.session,
    source: sourceOf(config, snapshot, outcome.finding),
    reasons: consentReasons(snapshot.consent)
      .concat(clientReasons(config, snapshot, outcome.finding))
      .concat(sessionReasons(config, snapshot, outcome))
      .concat(hasDuplicates(config, snapshot) ? ['duplicate_removed'] : [])
      .concat(
        haveAttributesChanged(config, snapshot) ? ['attributes_changed'] : []
      ),
  };
}

function sourceOf(config, snapshot, finding) {
  if (finding.client === undefined)
    return finding.memory === undefined ? 'new' : 'promoted';
  if (wasAskedFor(snapshot, d8aClientName(config.cookiePrefix)))
    return 'restored';
  return config.storage === 'localStorage' ? 'localStorage' : 'cookie';
}

function clientReasons(config, snapshot, finding) {
  const name = d8aClientName(config.cookiePrefix);
  if (finding.client !== undefined) {
    return [
      wasAskedFor(snapshot, name) ? 'client_id_restored' : 'client_id_stored',
    ];
  }
  const chosen =
    finding.memory === undefined ? 'client_id_new' : 'client_id_promoted';
  const isDamaged = isMalformed(valuesOf(snapshot.stored, name), readClient);
  return isDamaged ? ['client_id_malformed', chosen] : [chosen];
}

function sessionReasons(config, snapshot, outcome) {
  const names = sessionNames(config);
  const reasons = [];
  if (
    names.some((name) =>
      isMalformed(valuesOf(snapshot.stored, name), readSession)
    )
  ) {
    reasons.push('session_malformed');
  }
  if (
    names.some((name) =>
      isForeign(valuesOf(snapshot.stored, name), readSession)
    )
  ) {
    reasons.push('session_other_version');
  }
  if (wasAskedFor(snapshot, names[0] || '')) {
    reasons.push(
      outcome.finding.session === undefined
        ? 'session_not_restored'
        : 'session_restored'
    );
  }
  return reasons.concat([outcome.change.reason]);
}

function wasAskedFor(snapshot, name) {
  const restore = snapshot.restore;
  return restore.state !== 'notAsked' && restore.askedFor.indexOf(name) !== -1;
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
    [1, 2, 3, 4, 5, 6].forEach(() => {
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
    runSteps();
    assertThat(identity().reasons).isEqualTo(['internal_error']);
    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
- name: Cookies that cannot even be read leave the identity in memory
  code: |-
    runCode(fieldsWith({}));
    [1, 2, 3, 4, 5].forEach(() => {
      const step = steps.shift();
      step();
    });
    steps.shift();
    runSteps();
    assertThat(jar).isEmpty();
    assertThat(identity().source).isEqualTo('memory');
    assertReason('cookies_blocked');
    assertApi('gtmOnSuccess').wasCalled();
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
- name: Local storage and an endpoint do not go together, and nobody is called
  code: |-
    fire({ serverUrl: 'www.example.com/fpid', storage: 'localStorage' });
    assertThat(calls).isEmpty();
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
  };
  const CLIENT = 'C1.1.5.1690000000';
  const SESSION = 'S1.1.s1699999000$o7$g0$t1699999940$j2$dabc';
  const OLD_SESSION = 'S1.1.s1699990000$o7$g1$t1699998140$j2$dabc';
  const SERVER_ID = '0b8b6c2e-1111-4222-8333-444455556666';
  const NEW_CLIENT = 'C1.1.42.1700000000';
  const NEW_SESSION = 'S1.1.s1700000000$o1$g0$t1700000000$j0$d161616';

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
  mock('queryPermission', () => mayUseDataLayer);
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

  const fieldsWith = (changes) => {
    const all = {};
    for (let name in fields) all[name] = fields[name];
    for (let name in changes) all[name] = changes[name];
    return all;
  };

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
- access_globals (d8aLayer read; firstPartyId read write; dataLayer read write): Reads consent commands in the data layers, pushes the first_party_id event, and shares the identity with other tags as window.firstPartyId.
- access_local_storage (first_party_id read write): Keeps the identity under one key, only when you choose local storage instead of cookies.
- access_template_storage: Remembers during a page which listeners exist and which page view has been counted.
- get_cookies (any): Reads the identity cookies. Their names hold your cookie prefix and property ids, so no list can name them.
- get_url (host read; protocol read): Reads protocol and host, to choose the cookie domain and the Secure flag. It reads no path and no query.
- send_pixel (any): Calls the cookie endpoint on the host you enter; without a host it calls nothing.
- set_cookies (* write): Writes and erases the identity cookies, whose names and domain depend on your settings. The path is always /.


