___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "MACRO",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "First-Party ID Variable",
  "categories": [
    "ANALYTICS",
    "TAG_MANAGEMENT",
    "UTILITY"
  ],
  "brand": {
    "id": "first_party_id",
    "displayName": "First-Party ID"
  },
  "description": "One part of the identity that the First-Party ID tag keeps: the client ID, the session, the consent state or the reasons why. It reads the page first and the cookies second, and respects consent.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "SELECT",
    "name": "part",
    "displayName": "Part of the identity",
    "macrosInSelect": false,
    "selectItems": [
      {
        "value": "clientId",
        "displayValue": "Client ID"
      },
      {
        "value": "sessionId",
        "displayValue": "Session ID"
      },
      {
        "value": "sessionNumber",
        "displayValue": "Session number"
      },
      {
        "value": "isNewSession",
        "displayValue": "Whether this is the first page view of a session"
      },
      {
        "value": "engaged",
        "displayValue": "Whether the session is engaged"
      },
      {
        "value": "hitNumber",
        "displayValue": "Page views in this session"
      },
      {
        "value": "serverId",
        "displayValue": "Server ID"
      },
      {
        "value": "consent",
        "displayValue": "Consent state"
      },
      {
        "value": "source",
        "displayValue": "Where the identity comes from"
      },
      {
        "value": "cookieDomain",
        "displayValue": "Cookie domain"
      },
      {
        "value": "snowplow.domainUserId",
        "displayValue": "Snowplow: user ID"
      },
      {
        "value": "snowplow.domainSessionId",
        "displayValue": "Snowplow: session ID"
      },
      {
        "value": "snowplow.domainSessionIndex",
        "displayValue": "Snowplow: session number"
      },
      {
        "value": "snowplow.eventIndex",
        "displayValue": "Snowplow: events in this session"
      },
      {
        "value": "treasureData.clientId",
        "displayValue": "Treasure Data: client ID"
      },
      {
        "value": "treasureData.globalId",
        "displayValue": "Treasure Data: global ID"
      },
      {
        "value": "reasons",
        "displayValue": "Reasons, as text"
      },
      {
        "value": "identity",
        "displayValue": "Everything, as an object"
      }
    ],
    "simpleValueType": true,
    "help": "What this variable returns. Where it is not known, the variable is undefined.",
    "defaultValue": "clientId"
  },
  {
    "type": "GROUP",
    "name": "cookieGroup",
    "displayName": "On pages without the First-Party ID tag",
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "TEXT",
        "name": "propertyIds",
        "displayName": "Property ID",
        "simpleValueType": true,
        "help": "The same as in the tag. The session is read from the cookie of this property; of several, the first."
      },
      {
        "type": "TEXT",
        "name": "cookiePrefix",
        "displayName": "Cookie prefix",
        "simpleValueType": true,
        "help": "The same as in the tag.",
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
        "name": "snowplowIdCookie",
        "displayName": "Snowplow: ID cookie",
        "simpleValueType": true,
        "help": "The whole name of the cookie that holds the Snowplow user, with the digits at its end.",
        "valueHint": "_sp_id.1fff"
      },
      {
        "type": "TEXT",
        "name": "treasureDataCookieName",
        "displayName": "Treasure Data: cookie name",
        "simpleValueType": true,
        "help": "The same as in the tag.",
        "defaultValue": "_td"
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
        "help": "The same as in the tag. Cookies are read only while this Google consent type is granted.",
        "defaultValue": "analytics_storage"
      }
    ]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

// First-Party ID Variable 0.1.0
// One part of the identity that the First-Party ID tag keeps: the client ID,
// the session, the consent state or the reasons why. It reads the page first
// and the cookies second, and respects consent.
// Generated; edit src/ instead.

// src/gtm/variable/apis.ts

const copyFromWindow = require('copyFromWindow');
const getCookieValues = require('getCookieValues');
const getType = require('getType');
const isConsentGranted = require('isConsentGranted');
const makeString = require('makeString');
const queryPermission = require('queryPermission');

// src/core/constants.ts

/** What a d8a client cookie begins with; anything else is not read as one. */
const D8A_CLIENT_VERSION = 'C1.1.';

/** What a d8a session cookie begins with. */
const D8A_SESSION_VERSION = 'S1.1.';

/** Readable copy of the server id. Its name is Treasure Data's, so that their SDK finds it too. */
const SERVER_ID_COOKIE = '_td_ssc_id';

/** Version of the object in `window.firstPartyId`; another version is left alone. */
const PAGE_STATE_VERSION = 2;

/** Treasure Data's choice of mode, `true` for signed. */
const TD_SIGNED = '__td_signed';

// src/gtm/variable/constants.ts

/** The parts of the identity that the page shares as single values, and the type of each. */
const PAGE_PARTS = {
  clientId: 'string',
  sessionId: 'string',
  sessionNumber: 'number',
  isNewSession: 'boolean',
  engaged: 'boolean',
  hitNumber: 'number',
  serverId: 'string',
  consent: 'string',
  source: 'string',
  cookieDomain: 'string',
  'snowplow.domainUserId': 'string',
  'snowplow.domainSessionId': 'string',
  'snowplow.domainSessionIndex': 'number',
  'snowplow.eventIndex': 'number',
  'treasureData.clientId': 'string',
  'treasureData.globalId': 'string',
};

// src/gtm/variable/main.ts

/*
 * The variable's story: read which part is asked for; take it from what the tag shares on this page;
 * where no tag has run, take it from the cookies, if consent permits to read them.
 *
 * A variable that throws becomes `false` without a word, and there is no `try`: every value is looked
 * at before it is used, and nothing is asked for that the permissions do not cover.
 */
const value = readPart(readForm(data));

return value;

// src/gtm/variable/read-part.ts

/** The part that the form asks for; `undefined` where it is not known. */
function readPart(form) {
  const isShared =
    copyFromWindow('firstPartyId.version') === PAGE_STATE_VERSION;
  const parts = isShared ? readPageParts(form.part) : readCookieParts(form);
  if (form.part === 'identity') return nest(parts);
  if (form.part === 'reasons') return joinReasons(parts.reasons);
  return parts[form.part];
}

/** As the page has it: `snowplow.domainUserId` in an object of its own. */
function nest(parts) {
  let identity;
  for (const name in parts) {
    identity = identity || {};
    const dot = name.indexOf('.');
    if (dot === -1) identity[name] = parts[name];
    else {
      const inner = identity[name.slice(0, dot)] || {};
      inner[name.slice(dot + 1)] = parts[name];
      identity[name.slice(0, dot)] = inner;
    }
  }
  return identity;
}

function joinReasons(reasons) {
  return getType(reasons) === 'array' ? reasons.join(', ') : undefined;
}

// src/gtm/variable/read-form.ts

/** The form's values. Other variables may put anything into a field. */
function readForm(fields) {
  return {
    part: textOr(fields.part, 'clientId'),
    propertyId: splitList(textOr(fields.propertyIds, ''))[0] || '',
    cookiePrefix: textOr(fields.cookiePrefix, ''),
    consentType: textOr(fields.consentType, 'analytics_storage'),
    snowplowIdCookie: textOr(fields.snowplowIdCookie, ''),
    treasureDataCookieName: textOr(fields.treasureDataCookieName, '_td'),
  };
}

function textOr(value, otherwise) {
  if (getType(value) !== 'string' && getType(value) !== 'number')
    return otherwise;
  const text = makeString(value).trim();
  return text === '' ? otherwise : text;
}

// src/gtm/variable/read-page-parts.ts

/**
 * What the tag shares as `window.firstPartyId`: one part, or for `identity` all of them.
 *
 * Each is copied on its own, because a copy of the whole would throw on some values that another
 * script may have put there.
 */
function readPageParts(wanted) {
  const parts = {};
  for (const name in PAGE_PARTS) {
    if (name === wanted || wanted === 'identity') {
      const value = copyFromWindow('firstPartyId.' + name);
      const isEmpty = value === '' && name !== 'cookieDomain';
      if (getType(value) === PAGE_PARTS[name] && !isEmpty) parts[name] = value;
    }
  }
  if (wanted === 'reasons' || wanted === 'identity') {
    const reasons = copyFromWindow('firstPartyId.reasons');
    if (getType(reasons) === 'array') parts.reasons = reasons;
  }
  return parts;
}

// src/gtm/variable/read-cookie-parts.ts

/** What the cookies tell of the identity, if consent permits to read them. */
function readCookieParts(form) {
  const parts = {};
  if (!mayRead(form.consentType)) return parts;
  const clientId = firstOf(d8aClientName(form.cookiePrefix), parseD8aClient);
  if (clientId !== undefined) {
    parts.clientId = clientId;
    parts.source = 'cookie';
  }
  const serverId = getCookieValues(SERVER_ID_COOKIE, false)[0];
  if (serverId !== undefined && serverId !== '') parts.serverId = serverId;
  if (form.propertyId !== '') {
    const session = firstOf(
      d8aSessionName(form.cookiePrefix, form.propertyId),
      parseD8aSession
    );
    if (session !== undefined) addSession(parts, session);
  }
  const treasureData = firstOf(form.treasureDataCookieName, readTreasureDataId);
  const isAnonymous = getCookieValues(TD_SIGNED, false).indexOf('false') !== -1;
  if (treasureData !== undefined && !isAnonymous) {
    parts['treasureData.clientId'] = treasureData.value;
  }
  if (form.snowplowIdCookie !== '') addSnowplow(parts, form.snowplowIdCookie);
  return parts;
}

function addSnowplow(parts, cookieName) {
  // What a cookie does not say is new at this moment, and so not known here.
  const unknown = { nowMillis: 0, visitCount: 0, sessionId: '' };
  const id = firstOf(cookieName, (text) => parseSnowplowId(text, unknown));
  if (id === undefined || id.userId === '') return;
  parts['snowplow.domainUserId'] = id.userId;
  if (id.sessionId !== '') parts['snowplow.domainSessionId'] = id.sessionId;
  if (id.visitCount > 0) parts['snowplow.domainSessionIndex'] = id.visitCount;
  parts['snowplow.eventIndex'] = id.eventIndex;
}

/** A consent type that the permission does not name would throw. */
function mayRead(consentType) {
  return (
    queryPermission('access_consent', consentType, 'read') &&
    isConsentGranted(consentType)
  );
}

/** The first value under the name that is of its kind, undecoded: decoding a malformed one would throw. */
function firstOf(name, parse) {
  const parsed = getCookieValues(name, false).map((text) => parse(text));
  return parsed.filter((found) => found !== undefined)[0];
}

function addSession(parts, session) {
  const hitIndex = readTokenNumber(session, 'j');
  const start = readToken(session, 's');
  const number = readTokenNumber(session, 'o');
  if (start !== undefined) parts.sessionId = start;
  if (number !== undefined) parts.sessionNumber = number;
  parts.engaged = readToken(session, 'g') === '1';
  if (hitIndex === undefined) return;
  parts.hitNumber = hitIndex + 1;
  parts.isNewSession = hitIndex <= 0;
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

// src/core/to-finite-number.ts

/**
 * JavaScript's own reading of a text as a number, as d8a applies it: '' is 0, '1e2' is 100.
 * The sandbox has no `Number`; subtraction reads a text by the same rule.
 */
function toFiniteNumber(text) {
  const number = text - 0;
  return number - number === 0 ? number : undefined;
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
                    "string": "firstPartyId.version"
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
                    "string": "firstPartyId.reasons"
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
                    "string": "firstPartyId.clientId"
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
                    "string": "firstPartyId.sessionId"
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
                    "string": "firstPartyId.sessionNumber"
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
                    "string": "firstPartyId.isNewSession"
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
                    "string": "firstPartyId.engaged"
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
                    "string": "firstPartyId.hitNumber"
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
                    "string": "firstPartyId.serverId"
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
                    "string": "firstPartyId.consent"
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
                    "string": "firstPartyId.source"
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
                    "string": "firstPartyId.cookieDomain"
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
                    "string": "firstPartyId.snowplow.domainUserId"
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
                    "string": "firstPartyId.snowplow.domainSessionId"
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
                    "string": "firstPartyId.snowplow.domainSessionIndex"
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
                    "string": "firstPartyId.snowplow.eventIndex"
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
                    "string": "firstPartyId.treasureData.clientId"
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
                    "string": "firstPartyId.treasureData.globalId"
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
  }
]


___TESTS___

scenarios:
- name: Reads the cookies on a page without the tag
  code: |-
    withoutTag();
    assertThat(read('clientId')).isEqualTo('7.1690000000');
    assertThat(read('source')).isEqualTo('cookie');
    assertThat(read('sessionId')).isEqualTo('1699999000');
    assertThat(read('sessionNumber')).isEqualTo(7);
    assertThat(read('engaged')).isEqualTo(true);
    assertThat(read('hitNumber')).isEqualTo(3);
    assertThat(read('isNewSession')).isEqualTo(false);
    assertThat(read('serverId')).isEqualTo('server');
    assertThat(read('snowplow.domainUserId')).isEqualTo('spuser');
    assertThat(read('snowplow.domainSessionId')).isEqualTo('spsession');
    assertThat(read('snowplow.domainSessionIndex')).isEqualTo(2);
    assertThat(read('treasureData.clientId')).isEqualTo('tdclient');
    assertThat(read('identity').snowplow.eventIndex).isEqualTo(6);
- name: Reads the cookies where another version or another script has the page object
  code: |-
    page = { version: 1, clientId: 'other' };
    assertThat(read('clientId')).isEqualTo('7.1690000000');
- name: Reads no cookie while consent is denied
  code: |-
    withoutTag();
    isGranted = false;
    assertThat(read('clientId')).isUndefined();
    assertThat(read('identity')).isUndefined();
    assertApi('getCookieValues').wasNotCalled();
- name: Reads no cookie for a consent type that the permissions do not name
  code: |-
    withoutTag();
    fields.consentType = 'my_consent';
    assertThat(read('clientId')).isUndefined();
    assertApi('isConsentGranted').wasNotCalled();
- name: Takes the first cookie that can be read, and none that cannot
  code: |-
    withoutTag();
    cookies._d8a = ['%', 'C1.1.x', 'C1.1.9.1690000001', 'C1.1.8.1690000000'];
    cookies._d8a_P = ['S2.1.s1'];
    cookies['_sp_id.1fff'] = ['%.1.2.3.4'];
    cookies._td = [''];
    assertThat(read('clientId')).isEqualTo('9.1690000001');
    assertThat(read('sessionId')).isUndefined();
    assertThat(read('snowplow.domainUserId')).isUndefined();
    assertThat(read('treasureData.clientId')).isUndefined();
- name: Needs neither property id nor prefix, whatever a field holds
  code: |-
    withoutTag();
    fields.propertyIds = undefined;
    fields.cookiePrefix = { a: 1 };
    assertThat(read('clientId')).isEqualTo('7.1690000000');
    assertThat(read('sessionId')).isUndefined();
- name: Tells no Treasure Data visitor whose mode is anonymous, though the cookie
    was kept
  code: |-
    withoutTag();
    cookies.__td_signed = ['false'];
    assertThat(read('treasureData.clientId')).isUndefined();
- name: Takes the first of several property ids, however they are separated
  code: |-
    withoutTag();
    ['P, Q', 'P Q', 'P ,Q'].forEach((propertyIds) => {
      fields.propertyIds = propertyIds;
      assertThat(read('sessionId'), propertyIds).isEqualTo('1699999000');
    });
- name: Gives the part that the tag shares on the page
  code: |-
    assertThat(read('clientId')).isEqualTo('42.1700000000');
    assertThat(read('sessionId')).isEqualTo('1700000000');
    assertThat(read('sessionNumber')).isEqualTo(3);
    assertThat(read('isNewSession')).isEqualTo(false);
    assertThat(read('engaged')).isEqualTo(true);
    assertThat(read('hitNumber')).isEqualTo(5);
    assertThat(read('consent')).isEqualTo('granted');
    assertThat(read('source')).isEqualTo('cookie');
    assertThat(read('cookieDomain')).isEqualTo('');
    assertThat(read('snowplow.domainUserId')).isEqualTo('user');
    assertThat(read('snowplow.domainSessionIndex')).isEqualTo(2);
    assertThat(read('treasureData.clientId')).isEqualTo('td');
    assertApi('getCookieValues').wasNotCalled();
- name: Gives the reasons as text
  code: assertThat(read('reasons')).isEqualTo('consent_granted, client_id_stored');
- name: Gives everything as an object
  code: |-
    const identity = read('identity');
    assertThat(identity.clientId).isEqualTo('42.1700000000');
    assertThat(identity.snowplow.domainSessionId).isEqualTo('session');
    assertThat(identity.reasons).hasLength(2);
- name: Is undefined for a part that is empty, not on, or not known
  code: |-
    assertThat(read('treasureData.globalId')).isUndefined();
    assertThat(read('nothing')).isUndefined();
    state.snowplow = undefined;
    assertThat(read('snowplow.domainUserId')).isUndefined();
- name: Reads no cookie while the tag keeps the identity in memory
  code: |-
    state.consent = 'denied';
    state.source = 'memory';
    assertThat(read('clientId')).isEqualTo('42.1700000000');
    assertApi('getCookieValues').wasNotCalled();
- name: Is undefined where the page holds something of another type
  code: |-
    state.clientId = { toString: 1 };
    state.reasons = 'none';
    assertThat(read('clientId')).isUndefined();
    assertThat(read('reasons')).isUndefined();
setup: |-
  // A page as the variable meets it: what the tag shares, cookies, and Google's word on consent.
  const fields = {
    part: 'clientId',
    propertyIds: 'P',
    cookiePrefix: '',
    consentType: 'analytics_storage',
    snowplowIdCookie: '_sp_id.1fff',
    treasureDataCookieName: '_td',
  };
  const state = {
    version: 2,
    clientId: '42.1700000000',
    sessionId: '1700000000',
    sessionNumber: 3,
    isNewSession: false,
    engaged: true,
    hitNumber: 5,
    serverId: '0b8b6c2e-1111-4222-8333-444455556666',
    consent: 'granted',
    source: 'cookie',
    cookieDomain: '',
    reasons: ['consent_granted', 'client_id_stored'],
    snowplow: {
      domainUserId: 'user',
      domainSessionId: 'session',
      domainSessionIndex: 2,
      eventIndex: 4,
    },
    treasureData: { clientId: 'td', globalId: '' },
  };
  const cookies = {
    _d8a: ['C1.1.7.1690000000'],
    _d8a_P: ['S1.1.s1699999000$o7$g1$t1699999940$j2$dabc'],
    '_sp_id.1fff': ['spuser.1690000000.2.1699999000.1699990000.spsession.previous.first.1.6'],
    _td: ['tdclient'],
    _td_ssc_id: ['server'],
  };
  let page = state;
  let isGranted = true;

  mock('copyFromWindow', (path) => {
    let value = { firstPartyId: page };
    path.split('.').forEach((name) => {
      value = value === undefined ? undefined : value[name];
    });
    return value;
  });
  mock('getCookieValues', (name) => cookies[name] || []);
  mock('isConsentGranted', () => isGranted);
  mock('queryPermission', (permission, type) => type === 'analytics_storage');

  const read = (part) => {
    const all = {};
    for (let name in fields) all[name] = fields[name];
    all.part = part;
    return runCode(all);
  };
  const withoutTag = () => {
    page = undefined;
  };


___NOTES___

First-Party ID Variable 0.1.0

Permissions and why:
- access_consent (analytics_storage read; ad_storage read; ad_user_data read; ad_personalization read; functionality_storage read; personalization_storage read; security_storage read): Reads the consent type you choose before it reads a cookie. It never sets consent.
- access_globals (firstPartyId.version read; firstPartyId.reasons read; firstPartyId.clientId read; firstPartyId.sessionId read; firstPartyId.sessionNumber read; firstPartyId.isNewSession read; firstPartyId.engaged read; firstPartyId.hitNumber read; firstPartyId.serverId read; firstPartyId.consent read; firstPartyId.source read; firstPartyId.cookieDomain read; firstPartyId.snowplow.domainUserId read; firstPartyId.snowplow.domainSessionId read; firstPartyId.snowplow.domainSessionIndex read; firstPartyId.snowplow.eventIndex read; firstPartyId.treasureData.clientId read; firstPartyId.treasureData.globalId read): Reads what the First-Party ID tag shares on the page, part by part.
- get_cookies (any): Reads the identity cookies. Their names hold your cookie prefix and property ids, so no list can name them.


