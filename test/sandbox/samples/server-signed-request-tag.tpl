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
  "displayName": "Signed Delivery",
  "categories": [
    "UTILITY"
  ],
  "description": "Delivers the event with a signature, or with the credentials of Google Cloud.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "RADIO",
    "name": "auth",
    "displayName": "Authorise with",
    "radioItems": [
      {
        "value": "hmac",
        "displayValue": "A key of ours"
      },
      {
        "value": "google",
        "displayValue": "Google Cloud"
      }
    ],
    "simpleValueType": true
  },
  {
    "type": "TEXT",
    "name": "keyId",
    "displayName": "Key",
    "simpleValueType": true,
    "enablingConditions": [
      {
        "paramName": "auth",
        "paramValue": "hmac",
        "type": "EQUALS"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "url",
    "displayName": "Address",
    "simpleValueType": true
  }
]


___SANDBOXED_JS_FOR_SERVER___

const JSON = require('JSON');
const fromBase64 = require('fromBase64');
const getAllEventData = require('getAllEventData');
const getGoogleAuth = require('getGoogleAuth');
const hmacSha256 = require('hmacSha256');
const logToConsole = require('logToConsole');
const queryPermission = require('queryPermission');
const sendHttpRequest = require('sendHttpRequest');
const sha256 = require('sha256');
const toBase64 = require('toBase64');

if (!queryPermission('send_http', data.url)) return data.gtmOnFailure();

const body = toBase64(JSON.stringify(getAllEventData()), { urlEncoding: true });
const headers = { 'content-type': 'text/plain' };
const options = { method: 'POST', headers: headers };

if (data.auth === 'google') {
  options.authorization = getGoogleAuth({ scopes: ['https://www.googleapis.com/auth/pubsub'] });
} else {
  headers['x-signature'] = hmacSha256(body, data.keyId, { outputEncoding: 'hex' });
}

sha256(body, (digest) => {
  headers['x-digest'] = digest;
  logToConsole(fromBase64(body));
  sendHttpRequest(data.url, options, body).then((answer) => {
    if (answer.statusCode === 200) data.gtmOnSuccess(); else data.gtmOnFailure();
  }, data.gtmOnFailure);
}, { outputEncoding: 'base64' });


___SERVER_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "use_custom_private_keys",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keyIds",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "key1"
              },
              {
                "type": 1,
                "string": "key2"
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
        "publicId": "use_google_credentials",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedScopes",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "https://www.googleapis.com/auth/cloud-platform"
              },
              {
                "type": 1,
                "string": "https://www.googleapis.com/auth/pubsub"
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
        "publicId": "send_http",
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
- name: Signs the body
  code: |-
    mock('hmacSha256', (text, key, options) => {
      assertThat(options.outputEncoding).isEqualTo('hex');
      return key + ':' + text.length;
    });
    runCode({ auth: 'hmac', keyId: 'key1', url: 'https://ok.example/', gtmOnFailure: () => fail('should succeed'), gtmOnSuccess: () => {
      assertThat(request.body).isEqualTo('eyJldmVudF9uYW1lIjoieCJ9');
      assertThat(request.options.headers['x-signature']).isEqualTo('key1:24');
      assertThat(request.options.headers['x-digest']).hasLength(44);
      assertApi('logToConsole').wasCalledWith('{"event_name":"x"}');
      assertApi('getGoogleAuth').wasNotCalled();
    } });
- name: Uses the credentials of Google Cloud
  code: |-
    runCode({ auth: 'google', url: 'https://no.example/', gtmOnSuccess: () => fail('403 is a failure'), gtmOnFailure: () => {
      assertThat(request.options.authorization).isObject();
      assertApi('getGoogleAuth').wasCalledWith({ scopes: ['https://www.googleapis.com/auth/pubsub'] });
    } });
- name: Sends nothing where nothing is allowed
  code: |-
    runCode({ auth: 'google', url: 'ftp://example.com/' });
    assertApi('gtmOnFailure').wasCalled();
    assertThat(request).isUndefined();
setup: |-
  const Promise = require('Promise');
  mock('getAllEventData', { event_name: 'x' });
  let request;
  mock('sendHttpRequest', (url, options, body) => {
    request = { url: url, options: options, body: body };
    return Promise.create((resolve) => resolve({ statusCode: url === 'https://ok.example/' ? 200 : 403 }));
  });


___NOTES___

Created on 08/01/2026, 08:08:08


