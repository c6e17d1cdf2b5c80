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
  "displayName": "Cookie Or Event",
  "description": "Returns a value of the event, of a cookie, or a random one.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "eventKey",
    "displayName": "Key",
    "simpleValueType": true
  },
  {
    "type": "TEXT",
    "name": "cookieName",
    "displayName": "Cookie",
    "simpleValueType": true
  },
  {
    "type": "CHECKBOX",
    "name": "makeOne",
    "checkboxText": "Make one",
    "simpleValueType": true
  }
]


___SANDBOXED_JS_FOR_SERVER___

const Math = require('Math');
const addEventCallback = require('addEventCallback');
const callLater = require('callLater');
const generateRandom = require('generateRandom');
const getCookieValues = require('getCookieValues');
const getEventData = require('getEventData');
const getTimestampMillis = require('getTimestampMillis');
const setCookie = require('setCookie');

const fromEvent = data.eventKey ? getEventData(data.eventKey) : undefined;
if (fromEvent !== undefined) return fromEvent;
const fromCookie = getCookieValues(data.cookieName, true)[0];
if (fromCookie) return fromCookie;
if (!data.makeOne) return undefined;

const id = Math.floor(getTimestampMillis() / 1000) + '-' + generateRandom(1, Math.pow(2, 31));
const write = () => setCookie(data.cookieName, id, { domain: 'auto', path: '/', secure: true, sameSite: 'none' });
addEventCallback(write);
callLater(write);
return id;


___SERVER_PERMISSIONS___

[
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
        "publicId": "read_event_data",
        "versionId": "1"
      },
      "param": [
        {
          "key": "eventDataAccess",
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
                    "string": "*"
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
  },
  {
    "instance": {
      "key": {
        "publicId": "read_event_metadata",
        "versionId": "1"
      },
      "param": []
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: Prefers the event
  code: |-
    mock('getEventData', (key) => ({ 'user.id': 0 })[key]);
    assertThat(runCode({ eventKey: 'user.id', cookieName: 'id' })).isStrictlyEqualTo(0);
    assertApi('getCookieValues').wasNotCalled();
- name: Takes the cookie, raw
  code: |-
    mock('getCookieValues', (name, isRaw) => isRaw ? ['a%20b'] : ['a b']);
    assertThat(runCode({ cookieName: 'id' })).isEqualTo('a%20b');
- name: Makes an id
  code: |-
    mock('generateRandom', 5);
    mock('getTimestampMillis', 1700000000123);
    assertThat(runCode({ eventKey: 'none', cookieName: 'id', makeOne: true })).isEqualTo('1700000000-5');
    require('callLater')(() => assertApi('setCookie').wasCalledWith('id', '1700000000-5', { domain: 'auto', path: '/', secure: true, sameSite: 'none' }));
- name: Has nothing
  code: |-
    assertThat(runCode({ cookieName: 'id' })).isUndefined();
    assertThat(getCookieValues('id')).isEmpty();
setup: const getCookieValues = require('getCookieValues');


___NOTES___

Created on 06/06/2026, 06:06:06


