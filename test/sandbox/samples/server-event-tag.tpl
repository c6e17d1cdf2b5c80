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
  "displayName": "Northwind Events",
  "categories": [
    "CONVERSIONS",
    "ADVERTISING"
  ],
  "brand": {
    "id": "brand_dummy",
    "displayName": ""
  },
  "description": "Sends the event to Northwind, with hashed user data, and tells Google Analytics.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "token",
    "displayName": "Token",
    "simpleValueType": true,
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  },
  {
    "type": "CHECKBOX",
    "name": "hashUser",
    "checkboxText": "Hash user data",
    "simpleValueType": true,
    "defaultValue": true
  },
  {
    "type": "CHECKBOX",
    "name": "alsoAnalytics",
    "checkboxText": "Tell Google Analytics",
    "simpleValueType": true
  },
  {
    "type": "CHECKBOX",
    "name": "fromBrowser",
    "checkboxText": "Send from the browser",
    "simpleValueType": true
  },
  {
    "type": "SIMPLE_TABLE",
    "name": "overrides",
    "displayName": "Overrides",
    "simpleTableColumns": [
      {
        "defaultValue": "",
        "displayName": "Name",
        "name": "name",
        "type": "TEXT"
      },
      {
        "defaultValue": "",
        "displayName": "Value",
        "name": "value",
        "type": "TEXT"
      }
    ]
  },
  {
    "type": "SELECT",
    "name": "logType",
    "displayName": "Logs",
    "macrosInSelect": false,
    "selectItems": [
      {
        "value": "no",
        "displayValue": "None"
      },
      {
        "value": "debug",
        "displayValue": "In preview"
      },
      {
        "value": "always",
        "displayValue": "Always"
      }
    ],
    "simpleValueType": true,
    "defaultValue": "debug"
  }
]


___SANDBOXED_JS_FOR_SERVER___

const JSON = require('JSON');
const Math = require('Math');
const Object = require('Object');
const decodeUri = require('decodeUri');
const decodeUriComponent = require('decodeUriComponent');
const encodeUri = require('encodeUri');
const encodeUriComponent = require('encodeUriComponent');
const getAllEventData = require('getAllEventData');
const getContainerVersion = require('getContainerVersion');
const getRequestHeader = require('getRequestHeader');
const getTimestamp = require('getTimestamp');
const getType = require('getType');
const logToConsole = require('logToConsole');
const makeInteger = require('makeInteger');
const makeNumber = require('makeNumber');
const makeString = require('makeString');
const makeTableMap = require('makeTableMap');
const parseUrl = require('parseUrl');
const sendEventToGoogleAnalytics = require('sendEventToGoogleAnalytics');
const sendHttpRequest = require('sendHttpRequest');
const sendPixelFromBrowser = require('sendPixelFromBrowser');
const sha256Sync = require('sha256Sync');

const event = getAllEventData();
const traceId = getRequestHeader('trace-id');
const isLogging = shouldLog();

function shouldLog() {
  const container = getContainerVersion();
  const isDebug = !!(container && (container.debugMode || container.previewMode));
  if (data.logType === 'always') return true;
  return data.logType === 'debug' && isDebug;
}

function log(type, message) {
  if (isLogging) logToConsole(JSON.stringify({ Name: 'Northwind', Type: type, TraceId: traceId, Message: message }));
}

function hash(value) {
  if (getType(value) === 'array') return value.map(hash);
  if (value === undefined || value === null || value === '') return undefined;
  if (!data.hashUser) return value;
  return sha256Sync(makeString(value).trim().toLowerCase(), { outputEncoding: 'hex' });
}

function pageOf(address) {
  const url = parseUrl(address);
  if (!url) return {};
  return { host: url.hostname, path: decodeUri(url.pathname), campaign: url.searchParams.utm_campaign && decodeUriComponent(url.searchParams.utm_campaign) };
}

const user = event.user_data || {};
const payload = {
  name: event.event_name,
  time: makeInteger((event.timestamp || getTimestamp()) / 1000),
  value: Math.round(makeNumber(event.value || 0) * 100) / 100,
  user: { email: hash(user.email), phone: hash(user.phone) },
  page: pageOf(event.page_location)
};
const overrides = makeTableMap(data.overrides || [], 'name', 'value');
if (overrides) Object.entries(overrides).forEach((entry) => { payload[entry[0]] = entry[1]; });

const url = encodeUri('https://api.northwind.example/v2/events?token=') + encodeUriComponent(data.token);
log('Request', url);

if (data.fromBrowser && sendPixelFromBrowser('https://px.northwind.example/p?e=' + payload.name)) {
  return data.gtmOnSuccess();
}

sendHttpRequest(url, { method: 'POST', headers: { 'content-type': 'application/json' }, timeout: 4000 }, JSON.stringify(payload))
  .then((answer) => {
    log('Response', answer.statusCode);
    if (answer.statusCode < 200 || answer.statusCode >= 300) return data.gtmOnFailure();
    if (!data.alsoAnalytics) return data.gtmOnSuccess();
    return sendEventToGoogleAnalytics(event).then(data.gtmOnSuccess, data.gtmOnFailure);
  })
  .catch((error) => {
    log('Error', error && error.reason);
    data.gtmOnFailure();
  });


___SERVER_PERMISSIONS___

[
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
                "string": "https://api.northwind.example/*"
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
        "publicId": "send_pixel_from_browser",
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
                "string": "https://px.northwind.example/*"
              }
            ]
          }
        },
        {
          "key": "allowGoogleDomains",
          "value": {
            "type": 8,
            "boolean": false
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
                    "string": "trace-id"
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
- name: Sends the event with hashes
  code: |-
    mockNetwork();
    runCode(mockData);
    assertThat(sent.url).isEqualTo('https://api.northwind.example/v2/events?token=a%2Fb');
    assertThat(sent.options.method).isEqualTo('POST');
    assertThat(sent.body.time).isEqualTo(1700000001);
    assertThat(sent.body.value).isEqualTo(20);
    assertThat(sent.body.user.email).isEqualTo('08168cd80dfd534ab0f10af10f1303fe00af2d43ab5c1432360d137f8197e17a');
    assertThat(sent.body.user.phone).hasLength(2);
    assertThat(sent.body.page).isEqualTo({ host: 'shop.example.com', path: '/café', campaign: 'spring sale' });
    runCode({ token: 't', gtmOnSuccess: () => assertApi('sendEventToGoogleAnalytics').wasNotCalled() });
- name: Overrides fields
  code: |-
    mockNetwork();
    runCode({ token: 't', overrides: [{ name: 'name', value: 'order' }, { name: 'test', value: '1' }] });
    assertThat(sent.body.name).isEqualTo('order');
    assertThat(sent.body.test).isEqualTo('1');
    assertThat(sent.body.user.email).isEqualTo(' A@example.com');
- name: Tells Google Analytics once the event is taken
  code: |-
    mockNetwork();
    let told = 0;
    mock('sendEventToGoogleAnalytics', (event) => {
      told += event.event_name === 'purchase' ? 1 : 0;
      return Promise.create((resolve) => resolve({}));
    });
    runCode({ token: 't', alsoAnalytics: true, gtmOnSuccess: () => assertThat(told).isEqualTo(1), gtmOnFailure: () => fail('should succeed') });
- name: Fails when the answer is an error
  code: |-
    mockNetwork();
    answer = { statusCode: 500 };
    runCode({ token: 't', logType: 'always', gtmOnSuccess: () => fail('should fail'), gtmOnFailure: () => assertApi('logToConsole').wasCalledWith('{"Name":"Northwind","Type":"Response","Message":500}') });
- name: Fails without a network
  code: |-
    runCode({ token: 't', gtmOnSuccess: () => fail('should fail'), gtmOnFailure: () => assertApi('sendHttpRequest').wasCalled() });
    eventData = {};
    mockNetwork();
    mock('sendPixelFromBrowser', false);
    runCode({ token: 't', fromBrowser: true });
    assertThat(sent.body.page).isEqualTo({});
- name: Sends from the browser
  code: |-
    mock('sendPixelFromBrowser', true);
    runCode({ token: 't', fromBrowser: true, logType: 'debug' });
    assertApi('sendPixelFromBrowser').wasCalledWith('https://px.northwind.example/p?e=purchase');
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('getContainerVersion').wasCalled();
setup: |-
  const JSON = require('JSON');
  const Promise = require('Promise');
  const callLater = require('callLater');
  const mockData = { token: 'a/b', hashUser: true, logType: 'no' };
  let eventData = { event_name: 'purchase', timestamp: 1700000000999, value: '19.999', user_data: { email: ' A@example.com', phone: ['+49 1', ''] }, page_location: 'https://shop.example.com/caf%C3%A9?utm_campaign=spring%2520sale' };
  mock('getAllEventData', () => eventData);
  let sent;
  let answer = { statusCode: 200, headers: {}, body: '' };
  const mockNetwork = () => mock('sendHttpRequest', (url, options, body) => {
    sent = { url: url, options: options, body: JSON.parse(body) };
    return Promise.create((resolve, reject) => answer ? resolve(answer) : reject({ reason: 'failed' }));
  });


___NOTES___

Created on 10/06/2026, 12:34:56


