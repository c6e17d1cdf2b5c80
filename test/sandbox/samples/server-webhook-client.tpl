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
  "displayName": "Webhook Client",
  "brand": {
    "id": "brand_dummy",
    "displayName": ""
  },
  "description": "Takes a JSON message of a shop and runs the container once for each of its events.",
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
    "defaultValue": "/webhook",
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      },
      {
        "type": "REGEX",
        "args": [
          "^/.*"
        ]
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "secret",
    "displayName": "Secret",
    "simpleValueType": true
  }
]


___SANDBOXED_JS_FOR_SERVER___

const JSON = require('JSON');
const claimRequest = require('claimRequest');
const getRemoteAddress = require('getRemoteAddress');
const getRequestBody = require('getRequestBody');
const getRequestHeader = require('getRequestHeader');
const getRequestMethod = require('getRequestMethod');
const getRequestPath = require('getRequestPath');
const getRequestQueryParameter = require('getRequestQueryParameter');
const getType = require('getType');
const logToConsole = require('logToConsole');
const makeNumber = require('makeNumber');
const returnResponse = require('returnResponse');
const runContainer = require('runContainer');
const setResponseBody = require('setResponseBody');
const setResponseHeader = require('setResponseHeader');
const setResponseStatus = require('setResponseStatus');

if (getRequestPath() !== data.path) return;
claimRequest();

function answer(status, message) {
  setResponseStatus(status);
  setResponseHeader('Content-Type', 'application/json');
  setResponseBody(JSON.stringify({ message: message }));
  returnResponse();
}

const method = getRequestMethod();
if (method === 'OPTIONS') {
  setResponseHeader('Access-Control-Allow-Origin', '*');
  return answer(204, 'options');
}
if (method !== 'POST') return answer(405, 'Only POST');
if (data.secret && getRequestHeader('X-Signature') !== data.secret) return answer(401, 'Wrong signature');

const body = JSON.parse(getRequestBody() || '');
if (getType(body) !== 'object') return answer(400, 'Not JSON');

const events = getType(body.events) === 'array' ? body.events : [body];
let open = events.length;
if (open === 0) return answer(200, 'Nothing to do');

events.forEach((event) => {
  runContainer({
    event_name: event.name || 'webhook',
    client_id: event.id,
    value: makeNumber(event.value || 0),
    ip_override: getRemoteAddress(),
    shop: getRequestQueryParameter('shop')
  }, () => {
    open -= 1;
    logToConsole('Left', open);
    if (open === 0) answer(200, 'Done');
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
          "key": "headersAllowed",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
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
                    "string": "x-signature"
                  }
                ]
              },
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
                    "string": "content-type"
                  }
                ]
              }
            ]
          }
        },
        {
          "key": "queryParameterAccess",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "queryParametersAllowed",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "queryParameterWhitelist",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "queryParameter"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "shop"
                  }
                ]
              }
            ]
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
          "key": "bodyAllowed",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "remoteAddressAllowed",
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
        "publicId": "access_response",
        "versionId": "1"
      },
      "param": [
        {
          "key": "writeResponseAccess",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "writeHeaderAccess",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "writeStatusAllowed",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "writeHeadersAllowed",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "writeHeaderWhitelist",
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
                    "string": "content-type"
                  }
                ]
              },
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
                    "string": "access-control-allow-origin"
                  }
                ]
              }
            ]
          }
        },
        {
          "key": "writeBodyAllowed",
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
        "publicId": "logging",
        "versionId": "1"
      },
      "param": [
        {
          "key": "environments",
          "value": {
            "type": 1,
            "string": "debug"
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
- name: Leaves other paths to other clients
  code: |-
    request.path = '/other';
    runCode(mockData);
    assertApi('claimRequest').wasNotCalled();
    assertApi('runContainer').wasNotCalled();
- name: Runs the container, then answers
  code: |-
    let event;
    mock('runContainer', (given, onComplete) => {
      event = given;
      assertApi('returnResponse').wasNotCalled();
      onComplete();
    });
    mock('getRemoteAddress', '192.0.2.7');
    runCode(mockData);
    assertThat(event).isEqualTo({ event_name: 'paid', client_id: '7', value: 19.9, ip_override: '192.0.2.7', shop: 'main' });
    assertApi('claimRequest').wasCalled();
    assertApi('setResponseStatus').wasCalledWith(200);
    assertApi('setResponseHeader').wasCalledWith('Content-Type', 'application/json');
    assertApi('setResponseBody').wasCalledWith('{"message":"Done"}');
    assertApi('returnResponse').wasCalled();
- name: Runs for real, an event each
  code: |-
    const callLater = require('callLater');
    request.body = '{"events":[{"name":"a"},{"name":"b"}]}';
    runCode(mockData);
    assertApi('runContainer').wasCalled();
    assertApi('getRemoteAddress').wasCalled();
    callLater(() => callLater(() => {
      assertApi('logToConsole').wasCalledWith('Left', 1);
      assertApi('logToConsole').wasCalledWith('Left', 0);
      assertApi('returnResponse').wasCalled();
    }));
- name: Refuses a wrong signature
  code: |-
    request.headers = {};
    runCode(mockData);
    assertApi('setResponseStatus').wasCalledWith(401);
    assertApi('runContainer').wasNotCalled();
- name: Refuses what is not JSON
  code: |-
    request.body = '<xml/>';
    runCode(mockData);
    assertApi('setResponseBody').wasCalledWith('{"message":"Not JSON"}');
    request.body = undefined;
    request.method = 'GET';
    runCode(mockData);
    assertApi('setResponseStatus').wasCalledWith(400).wasCalledWith(405);
- name: Answers a preflight
  code: |-
    request.method = 'OPTIONS';
    runCode(mockData);
    assertApi('setResponseHeader').wasCalledWith('Access-Control-Allow-Origin', '*');
    assertApi('setResponseStatus').wasCalledWith(204);
setup: |-
  const request = { path: '/webhook', method: 'POST', headers: { 'x-signature': 's3' }, body: '{"name":"paid","id":"7","value":"19.9"}' };
  mock('getRequestPath', () => request.path);
  mock('getRequestMethod', () => request.method);
  mock('getRequestHeader', (name) => request.headers[name.toLowerCase()]);
  mock('getRequestBody', () => request.body);
  mock('getRequestQueryParameter', 'main');
  const mockData = { path: '/webhook', secret: 's3' };


___NOTES___

Created on 15/03/2026, 14:01:59


