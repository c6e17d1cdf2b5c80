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
  "displayName": "Lantern Pixel",
  "categories": [
    "ANALYTICS",
    "CONVERSIONS"
  ],
  "brand": {
    "id": "github.com_lantern-example",
    "displayName": "Lantern",
    "thumbnail": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg\u003d\u003d"
  },
  "description": "Sends a hit to a Lantern account as an image request.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "accountId",
    "displayName": "Account",
    "simpleValueType": true,
    "help": "Six digits, as \u003ca href\u003d\"https://lantern.example/account?tab\u003did\u0026lang\u003den\"\u003ethe account page\u003c/a\u003e shows them.",
    "valueHint": "123456",
    "alwaysInSummary": true,
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      },
      {
        "type": "REGEX",
        "args": [
          "^[0-9]{6}$"
        ],
        "errorMessage": "An account has six digits. It doesn\u0027t have letters."
      }
    ]
  },
  {
    "type": "SELECT",
    "name": "eventName",
    "displayName": "Event",
    "macrosInSelect": true,
    "selectItems": [
      {
        "value": "view",
        "displayValue": "Page view"
      },
      {
        "value": "lead",
        "displayValue": "Lead"
      },
      {
        "value": "purchase",
        "displayValue": "Purchase"
      }
    ],
    "simpleValueType": true,
    "defaultValue": "view"
  },
  {
    "type": "CHECKBOX",
    "name": "sendPage",
    "checkboxText": "Send what the page is called",
    "simpleValueType": true,
    "defaultValue": true
  },
  {
    "type": "SIMPLE_TABLE",
    "name": "properties",
    "displayName": "Properties",
    "simpleTableColumns": [
      {
        "defaultValue": "",
        "displayName": "Name",
        "name": "key",
        "type": "TEXT",
        "isUnique": true,
        "valueValidators": [
          {
            "type": "NON_EMPTY"
          }
        ]
      },
      {
        "defaultValue": "",
        "displayName": "Value",
        "name": "value",
        "type": "TEXT"
      }
    ],
    "newRowButtonText": "Add property"
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

/*
 * One image request a hit. The server answers with an empty picture.
 */
const encodeUri = require('encodeUri');
const encodeUriComponent = require('encodeUriComponent');
const generateRandom = require('generateRandom');
const getReferrerUrl = require('getReferrerUrl');
const getTimestampMillis = require('getTimestampMillis');
const getUrl = require('getUrl');
const makeString = require('makeString');
const readCharacterSet = require('readCharacterSet');
const readTitle = require('readTitle');
const sendPixel = require('sendPixel');

const parts = [];

function add(name, value) {
  if (value === undefined || value === null || value === '') return;
  parts.push(encodeUri(name) + '=' + encodeUriComponent(makeString(value)));
}

add('a', data.accountId);
add('e', data.eventName);
if (data.sendPage) {
  add('h', getUrl('host'));
  add('p', getUrl('path'));
  add('r', getReferrerUrl('host'));
  add('t', readTitle());
  add('c', readCharacterSet());
}
(data.properties || []).forEach((row) => add('x.' + row.key, row.value));
add('n', generateRandom(100000, 999999));
add('ms', getTimestampMillis());

sendPixel('https://hit.lantern.example/v1/hit?' + parts.join('&'), data.gtmOnSuccess, data.gtmOnFailure);


___WEB_PERMISSIONS___

[
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
                "string": "https://*.lantern.example/v1/*"
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
        "publicId": "get_url",
        "versionId": "1"
      },
      "param": [
        {
          "key": "urlParts",
          "value": {
            "type": 1,
            "string": "any"
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
        "publicId": "get_referrer",
        "versionId": "1"
      },
      "param": [
        {
          "key": "urlParts",
          "value": {
            "type": 1,
            "string": "any"
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
        "publicId": "read_title",
        "versionId": "1"
      },
      "param": []
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "read_character_set",
        "versionId": "1"
      },
      "param": []
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: Sends account and event
  code: |-
    runCode({ accountId: '123456', eventName: 'lead' });

    assertThat(url).isEqualTo('https://hit.lantern.example/v1/hit?a=123456&e=lead&n=424242&ms=1700000000000');
    assertApi('gtmOnSuccess').wasCalled();
    assertApi('gtmOnFailure').wasNotCalled();
- name: 'Encodes the properties: "a & b" stays one value'
  code: |-
    runCode({ accountId: '123456', eventName: 'view', properties: [
      { key: 'a b', value: 'a & b' },
      { key: 'empty', value: '' },
      { key: 'zero', value: 0 },
    ] });

    assertThat(url).contains('x.a%20b=a%20%26%20b');
    assertThat(url).contains('x.zero=0').doesNotContain('x.empty');
- name: Describes the page
  code: |-
    mock('getUrl', (part) => part === 'host' ? 'shop.example.com' : '/cart');
    mock('getReferrerUrl', 'search.example.org');
    mock('readTitle', 'Cart – Shop');
    runCode({ accountId: '123456', eventName: 'view', sendPage: true });

    assertThat(url).contains('h=shop.example.com&p=%2Fcart&r=search.example.org&t=Cart%20%E2%80%93%20Shop');
    assertApi('getUrl').wasCalledWith('host').wasCalledWith('path');
    assertApi('readCharacterSet').wasCalled();
- name: Reads the page that it runs on
  code: |-
    const getUrl = require('getUrl');
    const getReferrerUrl = require('getReferrerUrl');
    runCode({ accountId: '123456', eventName: 'view', sendPage: true });

    assertThat(url).contains('h=' + getUrl('host') + '&p=');
    assertThat(getReferrerUrl('host'), 'referrer').isString();
- name: Tells of a failure
  code: |-
    answersWell = false;
    runCode({ accountId: '123456', eventName: 'view' });

    assertApi('gtmOnFailure').wasCalled();
    assertApi('gtmOnSuccess').wasNotCalled();
setup: |-
  let url;
  let answersWell = true;
  mock('sendPixel', (address, onSuccess, onFailure) => {
    url = address;
    if (answersWell) onSuccess(); else onFailure();
  });
  mock('getTimestampMillis', 1700000000000);
  mock('generateRandom', 424242);


___NOTES___

Created on 21/11/2025, 09:41:07


