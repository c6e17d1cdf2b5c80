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
  "displayName": "Data Layer Pusher",
  "categories": [
    "UTILITY",
    "TAG_MANAGEMENT"
  ],
  "brand": {},
  "description": "Pushes an event with a table of values, and a second one when all tags of the event have ended.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "eventName",
    "displayName": "Event",
    "simpleValueType": true,
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  },
  {
    "type": "SIMPLE_TABLE",
    "name": "values",
    "displayName": "Values",
    "simpleTableColumns": [
      {
        "defaultValue": "",
        "displayName": "Key",
        "name": "key",
        "type": "TEXT",
        "valueHint": "ecommerce.value",
        "valueValidators": [
          {
            "type": "NON_EMPTY"
          }
        ],
        "isUnique": true
      },
      {
        "defaultValue": "",
        "displayName": "Value",
        "name": "value",
        "type": "TEXT"
      },
      {
        "defaultValue": "text",
        "displayName": "Type",
        "name": "type",
        "type": "SELECT",
        "selectItems": [
          {
            "value": "text",
            "displayValue": "Text"
          },
          {
            "value": "number",
            "displayValue": "Number"
          }
        ],
        "macrosInSelect": false,
        "isUnique": false,
        "help": "What the value is turned into.",
        "valueHint": "Text",
        "valueValidators": [
          {
            "type": "NON_EMPTY"
          }
        ]
      }
    ]
  },
  {
    "type": "CHECKBOX",
    "name": "reportTags",
    "checkboxText": "Push what became of the tags",
    "simpleValueType": true
  },
  {
    "type": "TEXT",
    "name": "queueName",
    "displayName": "Data layer",
    "simpleValueType": true,
    "defaultValue": "dataLayer"
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const Object = require('Object');
const addEventCallback = require('addEventCallback');
const callLater = require('callLater');
const copyFromDataLayer = require('copyFromDataLayer');
const createQueue = require('createQueue');
const getContainerVersion = require('getContainerVersion');
const getTimestamp = require('getTimestamp');
const getType = require('getType');
const makeNumber = require('makeNumber');
const makeTableMap = require('makeTableMap');

const push = createQueue(data.queueName || 'dataLayer');
const rows = getType(data.values) === 'array' ? data.values : [];

const message = { event: data.eventName };
const values = makeTableMap(rows, 'key', 'value');
const types = makeTableMap(rows, 'key', 'type') || {};
if (values) {
  Object.entries(values).forEach((entry) => {
    message[entry[0]] = types[entry[0]] === 'number' ? makeNumber(entry[1]) : entry[1];
  });
}

const total = copyFromDataLayer('ecommerce.value', 2);
if (total !== undefined) message.total = total;
const user = copyFromDataLayer('user', 1);
if (user) {
  Object.delete(user, 'email');
  message.user = Object.freeze(user);
}
push(message);

if (data.reportTags) {
  const container = getContainerVersion();
  const start = getTimestamp();
  addEventCallback((id, event) => {
    push({
      event: 'tags_ended',
      container: id + ' ' + container.version,
      failed: event.tags.filter((tag) => tag.status !== 'success').map((tag) => tag.id),
      slowest: event.tags.reduce((most, tag) => tag.executionTime > most ? tag.executionTime : most, 0),
      millis: getTimestamp() - start
    });
  });
}
callLater(data.gtmOnSuccess);


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "access_globals",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "dataLayer"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "otherLayer"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
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
        "publicId": "read_data_layer",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedKeys",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "keyPatterns",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "ecommerce.*"
              },
              {
                "type": 1,
                "string": "user"
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
  }
]


___TESTS___

scenarios:
- name: Pushes onto the data layer of the page
  code: |-
    runCode({ eventName: 'sent', queueName: 'otherLayer' });

    assertApi('createQueue').wasCalledWith('otherLayer');
    assertThat(copyFromWindow('otherLayer')).hasLength(1);
    callLater(() => callLater(() => assertApi('gtmOnSuccess').wasCalled()));
- name: Turns numbers into numbers
  code: |-
    catchPushes();
    runCode({ eventName: 'sent', values: [{ key: 'value', value: '12.5', type: 'number' }, { key: 'id', value: '007', type: 'text' }, { key: 'bad', value: 'x', type: 'number' }] });

    assertThat(pushed[0].value).isNumber().isNotNaN().isEqualTo(12.5);
    assertThat(pushed[0].id).isString().isNotStrictlyEqualTo(7);
    assertThat(pushed[0].bad).isNaN();
- name: Adds what the data layer knows, without the address
  code: |-
    catchPushes();
    mock('copyFromDataLayer', (key, version) => key === 'user' ? { id: 'u1', email: 'a@example.com' } : version * 10);
    runCode({ eventName: 'sent', values: [] });

    assertThat(pushed).isEqualTo([{ event: 'sent', total: 20, user: { id: 'u1' } }]);
    assertThat(pushed[0].user.email).isUndefined();
- name: Reports the tags that failed
  code: |-
    catchPushes();
    mock('getContainerVersion', { version: '12', containerId: 'GTM-1' });
    mock('getTimestamp', 1000);
    mock('addEventCallback', (callback) => {
      callback('GTM-1', { tags: [{ id: '3', status: 'success', executionTime: 5 }, { id: '4', status: 'failure', executionTime: 9 }] });
    });
    runCode({ eventName: 'sent', reportTags: true });

    assertThat(pushed).hasLength(2);
    assertThat(pushed[1]).isEqualTo({ event: 'tags_ended', container: 'GTM-1 12', failed: ['4'], slowest: 9, millis: 0 });
- name: Asks for the event
  code: |-
    catchPushes();
    runCode({ eventName: 'sent', reportTags: true });

    assertApi('getContainerVersion').wasCalled();
    assertApi('addEventCallback').wasCalled();
    assertApi('copyFromDataLayer').wasCalledWith('ecommerce.value', 2);
setup: |-
  const copyFromWindow = require('copyFromWindow');
  const callLater = require('callLater');
  let pushed = [];
  function catchPushes() {
    mock('createQueue', () => (message) => { pushed.push(message); });
  }


___NOTES___

Created on 2026-02-14 08:30:00


