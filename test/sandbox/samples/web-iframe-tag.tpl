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
  "displayName": "Parcel Tracking Frame",
  "categories": [
    "AFFILIATE_MARKETING",
    "ATTRIBUTION"
  ],
  "brand": {
    "id": "brand_dummy",
    "displayName": "",
    "thumbnail": ""
  },
  "description": "Loads the frame of an affiliate network with a hash of the order.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "order",
    "displayName": "Order",
    "simpleValueType": true,
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "email",
    "displayName": "E-mail",
    "simpleValueType": true
  },
  {
    "type": "TEXT",
    "name": "amount",
    "displayName": "Amount",
    "simpleValueType": true,
    "valueValidators": [
      {
        "type": "DECIMAL"
      }
    ]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const encodeUri = require('encodeUri');
const fromBase64 = require('fromBase64');
const injectHiddenIframe = require('injectHiddenIframe');
const logToConsole = require('logToConsole');
const makeString = require('makeString');
const sha256 = require('sha256');
const toBase64 = require('toBase64');

const payload = toBase64(makeString(data.order) + '|' + makeString(data.amount || 0));
logToConsole('Order', fromBase64(payload));

const load = (hash) => {
  const url = encodeUri('https://frames.parcel.example/order/' + payload + '/' + hash);
  injectHiddenIframe(url, data.gtmOnSuccess);
};

if (!data.email) return load('none');
sha256(makeString(data.email).trim().toLowerCase(), load, (error) => {
  logToConsole('No hash', error.name);
  load('none');
}, { outputEncoding: 'hex' });


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "inject_hidden_iframe",
        "versionId": "1"
      },
      "param": [
        {
          "key": "urls",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "https://frames.parcel.example/order/*"
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
- name: Hashes the address in hexadecimal
  code: |-
    let loaded;
    mock('injectHiddenIframe', (url, onSuccess) => {
      assertThat(url).isEqualTo('https://frames.parcel.example/order/TsK6IDF8OS45MA==/b4c9a289323b21a01c3e940f150eb9b8c542587f1abfd8f0e1cc1ffc5e475514');
      onSuccess();
      assertApi('gtmOnSuccess').wasCalled();
    });
    runCode(mockData);
    assertApi('logToConsole').wasCalledWith('Order', 'Nº 1|9.90');
- name: Loads the frame without an address
  code: |-
    mock('sha256', () => fail('there is nothing to hash'));
    runCode({ order: '1' });
    assertApi('injectHiddenIframe').wasCalled();
    callLater(() => assertApi('sha256').wasNotCalled());
- name: Goes on where the browser cannot hash
  code: |-
    mock('sha256', (input, onSuccess, onFailure) => onFailure({ name: 'BrowserNotSupported', message: 'no crypto' }));
    mock('injectHiddenIframe', (url) => assertThat(url).contains('/none'));
    runCode(mockData);
    assertApi('logToConsole').wasCalledWith('No hash', 'BrowserNotSupported');
setup: |-
  const callLater = require('callLater');
  const mockData = { order: 'Nº 1', amount: '9.90', email: ' User@Example.com ' };


___NOTES___

Created on 07/08/2025 12:00:00


