___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "MACRO",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Customer Record",
  "categories": [
    "UTILITY",
    "PERSONALIZATION"
  ],
  "brand": {
    "id": "brand_dummy",
    "displayName": ""
  },
  "description": "Looks a customer up in Firestore, by id or by a field, and counts the look-ups.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "RADIO",
    "name": "lookup",
    "displayName": "Look up by",
    "radioItems": [
      {
        "value": "path",
        "displayValue": "Path",
        "subParams": [
          {
            "type": "TEXT",
            "name": "path",
            "displayName": "Path",
            "simpleValueType": true,
            "valueHint": "customers/1"
          }
        ]
      },
      {
        "value": "query",
        "displayValue": "Field",
        "subParams": [
          {
            "type": "TEXT",
            "name": "collection",
            "displayName": "Collection",
            "simpleValueType": true
          },
          {
            "type": "TEXT",
            "name": "field",
            "displayName": "Field",
            "simpleValueType": true
          },
          {
            "type": "TEXT",
            "name": "value",
            "displayName": "Value",
            "simpleValueType": true
          }
        ]
      }
    ],
    "simpleValueType": true
  },
  {
    "type": "TEXT",
    "name": "key",
    "displayName": "Key of the document",
    "simpleValueType": true
  },
  {
    "type": "CHECKBOX",
    "name": "count",
    "checkboxText": "Count the look-ups",
    "simpleValueType": true
  },
  {
    "type": "TEXT",
    "name": "project",
    "displayName": "Project",
    "simpleValueType": true
  }
]


___SANDBOXED_JS_FOR_SERVER___

const Firestore = require('Firestore');
const Promise = require('Promise');
const logToConsole = require('logToConsole');

const options = data.project ? { projectId: data.project } : {};

function find() {
  if (data.lookup === 'path') return Firestore.read(data.path, options);
  return Firestore.query(data.collection, [[data.field, '==', data.value]], { limit: 1 })
    .then((documents) => documents[0]);
}

function count(id) {
  if (!data.count) return undefined;
  return Firestore.runTransaction((transaction) => {
    const path = 'counters/' + id;
    return Firestore.read(path, { transaction: transaction })
      .then((found) => found.data.n, () => 0)
      .then((n) => Firestore.write(path, { n: n + 1 }, { transaction: transaction, merge: true }));
  });
}

return find().then((found) => {
  if (!found) return undefined;
  const value = data.key ? found.data[data.key] : found.data;
  return Promise.all([value, count(found.id)]).then((both) => both[0]);
}).catch((error) => {
  logToConsole('No customer', error.reason);
  return undefined;
});


___SERVER_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "access_firestore",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedOptions",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "projectId"
                  },
                  {
                    "type": 1,
                    "string": "path"
                  },
                  {
                    "type": 1,
                    "string": "operation"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "GOOGLE_CLOUD_PROJECT"
                  },
                  {
                    "type": 1,
                    "string": "customers*"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "projectId"
                  },
                  {
                    "type": 1,
                    "string": "path"
                  },
                  {
                    "type": 1,
                    "string": "operation"
                  },
                  {
                    "type": 1,
                    "string": "databaseId"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "counters/*"
                  },
                  {
                    "type": 1,
                    "string": "read_write"
                  },
                  {
                    "type": 1,
                    "string": "(default)"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "projectId"
                  },
                  {
                    "type": 1,
                    "string": "path"
                  },
                  {
                    "type": 1,
                    "string": "operation"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "archive"
                  },
                  {
                    "type": 1,
                    "string": "write"
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
- name: Reads a document by its path
  code: |-
    mock('Firestore', { read: (path) => resolved(path === 'customers/1' ? customer : undefined) });
    runCode({ lookup: 'path', path: 'customers/1', key: 'name' }).then((value) => assertThat(value).isEqualTo('Ann'));
    runCode({ lookup: 'path', path: 'customers/1' }).then((value) => assertThat(value).isEqualTo({ name: 'Ann', level: 3 }));
- name: Finds a document by a field
  code: |-
    mockObject('Firestore', {
      query: (collection, conditions, options) => {
        assertThat(collection).isEqualTo('customers');
        assertThat(conditions).containsExactly(['email', '==', 'a@example.com']);
        assertThat(options.limit).isEqualTo(1);
        return resolved([customer]);
      },
    });
    return runCode({ lookup: 'query', collection: 'customers', field: 'email', value: 'a@example.com', key: 'level' }).then((value) => {
      assertThat(value).isEqualTo(3);
    });
- name: Returns nothing for a customer that is not there
  code: |-
    return runCode({ lookup: 'path', path: 'customers/none' }).then((value) => {
      assertThat(value).isUndefined();
      assertApi('logToConsole').wasCalledWith('No customer', 'not_found');
    });
- name: Counts in a transaction
  code: |-
    const read = () => runCode({ lookup: 'path', path: 'counters/7', project: 'other', count: true });
    return Firestore.write('counters/7', { n: 40 }, { projectId: 'other' })
      .then((id) => assertThat(id).isEqualTo('7'))
      .then(read)
      .then(read)
      .then(() => Firestore.read('counters/7', { disableCache: true }))
      .then((found) => assertThat(found.data.n).isEqualTo(2))
      .then(() => Firestore.query('counters', [['n', '>', 1], ['n', 'in', [2, 3]]]))
      .then((found) => assertThat(found).isEqualTo([{ id: '7', data: { n: 2 } }]));
setup: |-
  const Firestore = require('Firestore');
  const Promise = require('Promise');
  const resolved = (value) => Promise.create((resolve) => resolve(value));
  const customer = { id: '1', data: { name: 'Ann', level: 3 } };


___NOTES___

Created on 19/05/2026, 16:20:00


