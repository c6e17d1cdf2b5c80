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
  "displayName": "Message Relay",
  "brand": {
    "id": "brand_dummy",
    "displayName": ""
  },
  "description": "Tells other templates what it did, and listens to them.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "SELECT",
    "name": "action",
    "displayName": "Action",
    "macrosInSelect": false,
    "selectItems": [
      {
        "value": "send",
        "displayValue": "Send"
      },
      {
        "value": "listen",
        "displayValue": "Listen"
      }
    ],
    "simpleValueType": true
  },
  {
    "type": "TEXT",
    "name": "type",
    "displayName": "Message",
    "simpleValueType": true
  }
]


___SANDBOXED_JS_FOR_SERVER___

const addMessageListener = require('addMessageListener');
const getClientName = require('getClientName');
const hasMessageListener = require('hasMessageListener');
const sendMessage = require('sendMessage');
const templateDataStorage = require('templateDataStorage');

if (data.action === 'listen') {
  addMessageListener('relay', (type, message) => {
    const seen = templateDataStorage.getItemCopy('seen') || [];
    seen.push(message.text);
    templateDataStorage.setItemCopy('seen', seen);
    message.text = 'changed';
  });
  return data.gtmOnSuccess();
}

if (!hasMessageListener('relay')) return data.gtmOnFailure();
const message = { text: 'from ' + getClientName() };
sendMessage('relay', message);
sendMessage('relay_done', { unchanged: message.text });
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
            "string": "specific"
          }
        },
        {
          "key": "messageTypes",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "type"
                  },
                  {
                    "type": 1,
                    "string": "action"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "relay"
                  },
                  {
                    "type": 1,
                    "string": "listen_and_send"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "type"
                  },
                  {
                    "type": 1,
                    "string": "action"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "relay_done"
                  },
                  {
                    "type": 1,
                    "string": "send"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "type"
                  },
                  {
                    "type": 1,
                    "string": "action"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "relay_start"
                  },
                  {
                    "type": 1,
                    "string": "listen"
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
- name: Carries a message, as a copy
  code: |-
    runCode({ action: 'listen' });
    runCode({ action: 'send' });
    assertThat(templateDataStorage.getItemCopy('seen')).isEqualTo(['from Test']);
    assertApi('sendMessage').wasCalledWith('relay_done', { unchanged: 'from Test' });
    assertApi('hasMessageListener').wasCalledWith('relay');
- name: Fails when nobody listens
  code: |-
    runCode({ action: 'send' });
    assertApi('gtmOnFailure').wasCalled();
    assertApi('sendMessage').wasNotCalled();
- name: Forgets what it stored
  code: |-
    templateDataStorage.setItemCopy('seen', ['a']);
    templateDataStorage.setItemCopy('seen', null);
    assertThat(templateDataStorage.getItemCopy('seen')).isNull();
setup: |-
  const templateDataStorage = require('templateDataStorage');
  templateDataStorage.clear();
  mock('getClientName', 'Test');


___NOTES___

Created on 18/07/2026, 15:00:01


