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
  "displayName": "Echo",
  "categories": [
    "UTILITY"
  ],
  "description": "Sends any value of the data layer to any address, for tests of your own.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "key",
    "displayName": "Key",
    "simpleValueType": true,
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "url",
    "displayName": "Address",
    "simpleValueType": true,
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

var JSON = require('JSON');
var copyFromDataLayer = require('copyFromDataLayer');
var encodeUriComponent = require('encodeUriComponent');
var getType = require('getType');
var sendPixel = require('sendPixel');

var value = copyFromDataLayer(data.key);
var text = getType(value) === 'string' ? value : JSON.stringify(value);
var i = 0, mark = 0;
while (i < (text || '').length) {
  // A small sum of the text, so that two messages can be told apart.
  mark = (mark << 5) - mark + 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(text.charAt(i)) & 65535;
  i++;
}
sendPixel(data.url + '?v=' + encodeUriComponent(text) + '&m=' + mark, data.gtmOnSuccess, data.gtmOnFailure);


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "read_data_layer",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedKeys",
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
        "publicId": "send_pixel",
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
  }
]


___TESTS___

scenarios:
- name: Echoes an object
  code: |
    mock('copyFromDataLayer', { id: 1 });
    runCode(mockData);
    assertThat(url).isEqualTo('https://echo.example.com/e?v=%7B%22id%22%3A1%7D&m=11903');
- name: "Echoes\ttext"
  code: |2-
      mock('copyFromDataLayer', 'ab');
      runCode(mockData);
      assertThat(url).contains('?v=ab&m=1');
- name: Echoes nothing
  code: runCode(mockData);
- name: Asks the data layer of the page
  code: |
    runCode(mockData);
    assertThat(url).isEqualTo('https://echo.example.com/e?v=undefined&m=0');
    assertApi('copyFromDataLayer').wasCalledWith('user');
setup: "const mockData = { key: 'user', url: 'https://echo.example.com/e' };\nlet\
  \ url; \nmock('sendPixel', (address, onSuccess) => { url = address; onSuccess();\
  \ });"


___NOTES___

Created on 17/09/2026, 10:20:30


