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
  "displayName": "Order Score",
  "categories": [
    "ANALYTICS",
    "SALES"
  ],
  "description": "Weighs an order by its items and reports the score to other templates and to a pixel.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "SIMPLE_TABLE",
    "name": "weights",
    "displayName": "Weights",
    "simpleTableColumns": [
      {
        "defaultValue": "",
        "displayName": "Category",
        "name": "category",
        "type": "TEXT",
        "isUnique": true
      },
      {
        "defaultValue": "",
        "displayName": "Weight",
        "name": "weight",
        "type": "TEXT",
        "valueValidators": [
          {
            "type": "POSITIVE_NUMBER"
          }
        ]
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "message",
    "displayName": "Message",
    "simpleValueType": true,
    "help": "Other templates listen to it."
  },
  {
    "type": "TEXT",
    "name": "pixel",
    "displayName": "Pixel",
    "simpleValueType": true
  },
  {
    "type": "TEXT",
    "name": "keyId",
    "displayName": "Key of the signature",
    "simpleValueType": true
  }
]


___SANDBOXED_JS_FOR_SERVER___

const Math = require('Math');
const Object = require('Object');
const getEventData = require('getEventData');
const hmacSha256 = require('hmacSha256');
const makeNumber = require('makeNumber');
const makeTableMap = require('makeTableMap');
const sendMessage = require('sendMessage');
const sendPixelFromBrowser = require('sendPixelFromBrowser');

const weights = makeTableMap(data.weights || [], 'category', 'weight') || {};
Object.delete(weights, '');
const items = getEventData('items') || [];

const byCategory = {};
items.forEach((item) => {
  const value = makeNumber(item.price || 0) * makeNumber(item.quantity || 1);
  byCategory[item.item_category] = (byCategory[item.item_category] || 0) + value * makeNumber(weights[item.item_category] || 1);
});

const sums = Object.values(byCategory);
let least = 1 / 0;
let most = 0;
let total = 0;
for (let i = 0; i < sums.length; i++) {
  least = Math.min(least, sums[i]);
  most = Math.max(most, sums[i]);
  total += sums[i];
}
const score = Object.freeze({
  total: Math.ceil(total),
  spread: sums.length === 0 ? 0 : Math.abs(least - most),
  root: Math.floor(Math.sqrt(total)),
  categories: Object.keys(byCategory)
});
score.total = 'frozen';

sendMessage(data.message, score);
if (data.pixel) {
  const signature = hmacSha256('total=' + score.total, data.keyId);
  sendPixelFromBrowser(data.pixel + '?total=' + score.total + '&s=' + signature);
}
data.gtmOnSuccess();


___SERVER_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "use_message",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedActions",
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
        "publicId": "send_pixel_from_browser",
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
        "publicId": "use_custom_private_keys",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "score"
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
  }
]


___TESTS___

scenarios:
- name: Weighs the items
  code: |-
    runCode(mockData);
    assertThat(score).isEqualTo({ total: 32, spread: 17.4, root: 5, categories: ['tea', 'cup'] });
    assertApi('sendMessage').wasCalledWith('score', { total: 32, spread: 17.4, root: 5, categories: ['tea', 'cup'] });
    assertApi('sendPixelFromBrowser').wasNotCalled();
- name: Signs the pixel
  code: |-
    mock('hmacSha256', (text, key) => key + '-' + text.length);
    runCode({ message: 'score', pixel: 'https://px.example.com/s', keyId: 'score' });
    assertApi('sendPixelFromBrowser').wasCalledWith('https://px.example.com/s?total=20&s=score-8');
    assertApi('gtmOnSuccess').wasCalled();
- name: Scores an empty order
  code: |-
    mock('getEventData', undefined);
    runCode({ message: 'score' });
    assertThat(score.total).isEqualTo(0);
    assertThat(score.categories).isEmpty();
setup: |-
  const addMessageListener = require('addMessageListener');
  let score;
  addMessageListener('score', (type, message) => { score = message; });
  mock('getEventData', [
    { item_category: 'tea', price: '2.5', quantity: 4 },
    { item_category: 'cup', price: 7 },
    { item_category: 'tea', price: 2.2, quantity: '1' },
  ]);
  const mockData = { message: 'score', weights: [{ category: 'tea', weight: '2' }, { category: '', weight: '9' }] };


___NOTES___

Created on 25/09/2026, 11:11:11


