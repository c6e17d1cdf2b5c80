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
  "displayName": "Table Writer",
  "categories": [
    "DATA_WAREHOUSING"
  ],
  "brand": {
    "id": "brand_dummy",
    "displayName": ""
  },
  "description": "Writes the event as a row of a BigQuery table.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "projectId",
    "displayName": "Project",
    "simpleValueType": true,
    "notSetText": "The project of the environment"
  },
  {
    "type": "TEXT",
    "name": "datasetId",
    "displayName": "Dataset",
    "simpleValueType": true,
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "tableId",
    "displayName": "Table",
    "simpleValueType": true,
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  },
  {
    "type": "SIMPLE_TABLE",
    "name": "columns",
    "displayName": "Columns",
    "simpleTableColumns": [
      {
        "defaultValue": "",
        "displayName": "Column",
        "name": "name",
        "type": "TEXT",
        "isUnique": true
      },
      {
        "defaultValue": "",
        "displayName": "Key of the event",
        "name": "key",
        "type": "TEXT"
      }
    ]
  },
  {
    "type": "CHECKBOX",
    "name": "addTime",
    "checkboxText": "Add the time",
    "simpleValueType": true
  }
]


___SANDBOXED_JS_FOR_SERVER___

const BigQuery = require('BigQuery');
const JSON = require('JSON');
const getEventData = require('getEventData');
const getTimestampMillis = require('getTimestampMillis');
const getType = require('getType');
const makeString = require('makeString');

const row = {};
if (data.addTime) row.time = getTimestampMillis() / 1000;
for (const column of data.columns) {
  const value = getEventData(column.key);
  const type = getType(value);
  if (type === 'undefined' || type === 'null') continue;
  row[column.name] = type === 'object' || type === 'array' ? JSON.stringify(value) : makeString(value);
}

const table = { datasetId: data.datasetId, tableId: data.tableId };
if (data.projectId) table.projectId = data.projectId;

BigQuery.insert(table, [row], { ignoreUnknownValues: true, skipInvalidRows: false })
  .then(data.gtmOnSuccess, data.gtmOnFailure);


___SERVER_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "access_bigquery",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedTables",
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
                    "string": "datasetId"
                  },
                  {
                    "type": 1,
                    "string": "tableId"
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
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "*"
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
        "publicId": "read_event_data",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keyPatterns",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "items.*"
              },
              {
                "type": 1,
                "string": "transaction_id"
              },
              {
                "type": 1,
                "string": "user_data.*"
              }
            ]
          }
        },
        {
          "key": "eventDataAccess",
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
  }
]


___TESTS___

scenarios:
- name: Inserts one row
  code: |-
    mock('getEventData', (key) => eventData[key]);
    mockObject('BigQuery', {
      insert: (table, rows, options) => {
        assertThat(table).isEqualTo({ projectId: 'p', datasetId: 'd', tableId: 't' });
        assertThat(rows).isEqualTo([{ id: '12', items: '{"id":"a"}' }]);
        assertThat(options.ignoreUnknownValues).isTrue();
        return { then: (onSuccess) => onSuccess() };
      }
    });
    runCode(mockData);
    assertApi('gtmOnSuccess').wasCalled();
- name: Inserts for real
  code: |-
    mock('getTimestampMillis', 1700000000000);
    runCode({ datasetId: 'd', tableId: 't', columns: [], addTime: true, gtmOnFailure: () => fail('should be taken'),
      gtmOnSuccess: () => assertApi('BigQuery.insert').wasCalledWith({ datasetId: 'd', tableId: 't' }, [{ time: 1700000000 }], { ignoreUnknownValues: true, skipInvalidRows: false }) });
- name: Fails when the table is not named
  code: |-
    let isFailed = false;
    runCode({ datasetId: '', tableId: 't', columns: [{ name: 'id', key: 'transaction_id' }],
      gtmOnSuccess: () => fail('should fail'), gtmOnFailure: () => { isFailed = true; } });
    require('callLater')(() => require('callLater')(() => require('callLater')(() => assertThat(isFailed).isTrue())));
setup: |-
  const mockData = { projectId: 'p', datasetId: 'd', tableId: 't', columns: [{ name: 'id', key: 'transaction_id' }, { name: 'items', key: 'items.0' }, { name: 'none', key: 'user_data.email' }] };
  const eventData = { transaction_id: 12, 'items.0': { id: 'a' } };


___NOTES___

Created on 02/02/2026, 22:22:22


