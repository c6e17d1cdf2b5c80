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
  "displayName": "Script Proxy",
  "brand": {
    "id": "brand_dummy",
    "displayName": ""
  },
  "description": "Serves Google\u0027s scripts and a style sheet from the site\u0027s own host, and keeps them for a while.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "containerId",
    "displayName": "Container",
    "simpleValueType": true,
    "valueValidators": [
      {
        "type": "REGEX",
        "args": [
          "^GTM-[A-Z0-9]+$"
        ]
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "keepMinutes",
    "displayName": "Keep for",
    "simpleValueType": true,
    "defaultValue": "10",
    "valueUnit": "minutes"
  }
]


___SANDBOXED_JS_FOR_SERVER___

const Promise = require('Promise');
const claimRequest = require('claimRequest');
const getGoogleScript = require('getGoogleScript');
const getRequestHeader = require('getRequestHeader');
const getRequestPath = require('getRequestPath');
const getTimestampMillis = require('getTimestampMillis');
const makeNumber = require('makeNumber');
const returnResponse = require('returnResponse');
const sendHttpGet = require('sendHttpGet');
const setResponseBody = require('setResponseBody');
const setResponseHeader = require('setResponseHeader');
const setResponseStatus = require('setResponseStatus');
const sha256Sync = require('sha256Sync');
const templateDataStorage = require('templateDataStorage');

const load = {
  '/t.js': () => getGoogleScript('GTM', { id: data.containerId, timeout: 3000 }).then((answer) => answer.script),
  '/site.css': () => sendHttpGet('https://styles.example.com/site.css', { timeout: 3000 }).then((answer) => answer.body)
};
const path = getRequestPath();
if (!load.hasOwnProperty(path)) return;
claimRequest();

const now = getTimestampMillis();
const kept = templateDataStorage.getItemCopy(path);

function obtain() {
  if (kept && now - kept.at < makeNumber(data.keepMinutes) * 60000) {
    return Promise.create((resolve) => resolve(kept.text));
  }
  return load[path]().then((text) => {
    templateDataStorage.setItemCopy(path, { at: now, text: text });
    return text;
  });
}

obtain().then((text) => {
  const tag = '"' + sha256Sync(text, { outputEncoding: 'hex' }).substring(0, 16) + '"';
  setResponseHeader('etag', tag);
  setResponseHeader('cache-control', 'public, max-age=' + makeNumber(data.keepMinutes) * 60);
  if (getRequestHeader('If-None-Match') === tag) {
    setResponseStatus(304);
    return;
  }
  setResponseBody(text, 'utf8');
}).catch((error) => {
  templateDataStorage.removeItem(path);
  setResponseStatus(error.reason === 'timed_out' ? 504 : 502);
}).finally(returnResponse);


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
          "key": "headerWhitelist",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "headerName"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "if-none-match"
                  }
                ]
              }
            ]
          }
        },
        {
          "key": "headersAllowed",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "pathAllowed",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "requestAccess",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "headerAccess",
          "value": {
            "type": 1,
            "string": "specific"
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
        "publicId": "send_http",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedUrls",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "urls",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "https://styles.example.com/*"
              }
            ]
          }
        },
        {
          "key": "allowGoogleDomains",
          "value": {
            "type": 8,
            "boolean": true
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
        "publicId": "access_template_storage",
        "versionId": "1"
      },
      "param": []
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: Serves the script and keeps it
  code: |-
    mock('getRequestPath', '/t.js');
    mock('getGoogleScript', (which, options) => {
      assertThat(which).isEqualTo('GTM');
      assertThat(options.id).isEqualTo('GTM-ABC');
      return answerWith({ script: 'var a;', metadata: {} });
    });
    whenDone(() => {
      assertApi('setResponseBody').wasCalledWith('var a;', 'utf8');
      assertThat(templateDataStorage.getItemCopy('/t.js')).isEqualTo({ at: 1700000000000, text: 'var a;' });
      assertApi('templateDataStorage.setItemCopy').wasCalled();
    });
    runCode(mockData);
- name: Answers from what it kept
  code: |-
    mock('getRequestPath', '/site.css');
    mock('sendHttpGet', () => fail('asked again'));
    templateDataStorage.setItemCopy('/site.css', { at: 1700000000000 - 60000, text: 'p {}' });
    whenDone(() => assertApi('setResponseBody').wasCalledWith('p {}', 'utf8'));
    runCode(mockData);
- name: Saves the browser what it has
  code: |-
    mock('getRequestPath', '/site.css');
    mock('sendHttpGet', answerWith({ statusCode: 200, headers: {}, body: 'p {}' }));
    mock('getRequestHeader', '"' + require('sha256Sync')('p {}', { outputEncoding: 'hex' }).slice(0, 16) + '"');
    whenDone(() => {
      assertApi('setResponseStatus').wasCalledWith(304);
      assertApi('setResponseBody').wasNotCalled();
    });
    runCode(mockData);
- name: Says so when the host does not answer
  code: |-
    mock('getRequestPath', '/site.css');
    mock('sendHttpGet', () => Promise.create((resolve, reject) => reject({ reason: 'timed_out' })));
    whenDone(() => {
      assertApi('setResponseStatus').wasCalledWith(504);
      assertApi('templateDataStorage.removeItem').wasCalledWith('/site.css');
    });
    runCode(mockData);
- name: Fails without a network
  code: |-
    mock('getRequestPath', '/t.js');
    whenDone(() => assertApi('setResponseStatus').wasCalledWith(502));
    runCode(mockData);
    assertApi('getGoogleScript').wasCalled();
setup: |-
  const Promise = require('Promise');
  const templateDataStorage = require('templateDataStorage');
  templateDataStorage.clear();
  const mockData = { containerId: 'GTM-ABC', keepMinutes: '10' };
  mock('getTimestampMillis', 1700000000000);
  const answerWith = (value) => Promise.create((resolve) => resolve(value));
  const whenDone = (check) => mock('returnResponse', check);


___NOTES___

Created on 22/10/2025, 18:18:18


