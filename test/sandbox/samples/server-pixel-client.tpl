___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "CLIENT",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Pixel Client",
  "description": "Answers a picture, keeps a cookie with an id, and turns the query into an event.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "path",
    "displayName": "Path",
    "simpleValueType": true,
    "defaultValue": "/p.gif"
  },
  {
    "type": "TEXT",
    "name": "cookieName",
    "displayName": "Cookie",
    "simpleValueType": true,
    "defaultValue": "pid"
  }
]


___SANDBOXED_JS_FOR_SERVER___

const JSON = require('JSON');
const Object = require('Object');
const addEventCallback = require('addEventCallback');
const claimRequest = require('claimRequest');
const computeEffectiveTldPlusOne = require('computeEffectiveTldPlusOne');
const encodeUriComponent = require('encodeUriComponent');
const generateRandom = require('generateRandom');
const getClientName = require('getClientName');
const getCookieValues = require('getCookieValues');
const getRequestHeader = require('getRequestHeader');
const getRequestPath = require('getRequestPath');
const getRequestQueryParameters = require('getRequestQueryParameters');
const getRequestQueryString = require('getRequestQueryString');
const getTimestampMillis = require('getTimestampMillis');
const logToConsole = require('logToConsole');
const returnResponse = require('returnResponse');
const runContainer = require('runContainer');
const setCookie = require('setCookie');
const setPixelResponse = require('setPixelResponse');
const setResponseHeader = require('setResponseHeader');

if (getRequestPath().toLowerCase() !== data.path) return;
claimRequest();

const known = getCookieValues(data.cookieName)[0];
const id = known || generateRandom(100000000, 999999999) + '.' + getTimestampMillis();
setCookie(data.cookieName, encodeUriComponent(id), {
  domain: 'auto',
  fallbackDomain: computeEffectiveTldPlusOne(getRequestHeader('Origin')),
  path: '/',
  'max-age': 60 * 60 * 24 * 365,
  secure: true,
  httpOnly: true,
  sameSite: 'lax'
}, true);

const event = { event_name: 'pixel', client_id: id };
const parameters = getRequestQueryParameters();
Object.keys(parameters).forEach((key) => { event['x-' + key] = parameters[key]; });

runContainer(event, () => {
  setPixelResponse();
  setResponseHeader('x-length', JSON.stringify(getRequestQueryString().length));
  returnResponse();
}, (bindToEvent) => {
  bindToEvent(addEventCallback)((container, summary) => {
    logToConsole(getClientName(), container, summary.tags.length);
  });
});


___SERVER_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "read_request",
        "versionId": "1"
      },
      "param": [
        {
          "key": "requestAccess",
          "value": {
            "type": 1,
            "string": "any"
          }
        },
        {
          "key": "headerAccess",
          "value": {
            "type": 1,
            "string": "any"
          }
        },
        {
          "key": "queryParameterAccess",
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
        "publicId": "access_response",
        "versionId": "1"
      },
      "param": [
        {
          "key": "writeResponseAccess",
          "value": {
            "type": 1,
            "string": "any"
          }
        },
        {
          "key": "writeHeaderAccess",
          "value": {
            "type": 1,
            "string": "specific"
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
          "key": "cookieNames",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "pid"
              }
            ]
          }
        },
        {
          "key": "cookieAccess",
          "value": {
            "type": 1,
            "string": "specific"
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
                    "string": "pid"
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
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "non_session"
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
        "publicId": "return_response",
        "versionId": "1"
      },
      "param": []
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "run_container",
        "versionId": "1"
      },
      "param": []
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
  },
  {
    "instance": {
      "key": {
        "publicId": "read_container_data",
        "versionId": "1"
      },
      "param": []
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "logging",
        "versionId": "1"
      },
      "param": [
        {
          "key": "environments",
          "value": {
            "type": 1,
            "string": "all"
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
- name: Makes an id and keeps it for a year
  code: |-
    mock('getRequestHeader', 'https://www.shop.example.co.uk');
    runCode(mockData);
    assertApi('setCookie').wasCalledWith('pid', '123456789.1700000000000', {
      domain: 'auto', fallbackDomain: 'example.co.uk', path: '/', 'max-age': 31536000, secure: true, httpOnly: true, sameSite: 'lax',
    }, true);
- name: Keeps the id that came
  code: |-
    mock('getCookieValues', ['1.2', '3.4']);
    mock('getRequestQueryParameters', { a: '1', b: ['2', '3'] });
    mock('runContainer', (event, onComplete) => {
      assertThat(event).isEqualTo({ event_name: 'pixel', client_id: '1.2', 'x-a': '1', 'x-b': ['2', '3'] });
      onComplete();
    });
    runCode(mockData);
    assertApi('generateRandom').wasNotCalled();
    assertApi('setPixelResponse').wasCalled();
    assertApi('returnResponse').wasCalled();
- name: Runs for real, and hears of the end of the event
  code: |-
    const callLater = require('callLater');
    runCode(mockData);
    assertApi('getCookieValues').wasCalledWith('pid');
    assertApi('computeEffectiveTldPlusOne').wasCalledWith(undefined);
    callLater(() => callLater(() => {
      assertApi('setResponseHeader').wasCalledWith('x-length', '0');
      assertApi('addEventCallback').wasCalled();
      assertApi('getClientName').wasCalled();
    }));
setup: |-
  const mockData = { path: '/p.gif', cookieName: 'pid' };
  mock('getRequestPath', '/P.gif');
  mock('getTimestampMillis', 1700000000000);
  mock('generateRandom', 123456789);


___NOTES___

Created on 11.03.2026, 20:00:00


