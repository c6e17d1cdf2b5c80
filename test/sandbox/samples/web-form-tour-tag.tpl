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
  "displayName": "Beacon Suite",
  "categories": [
    "ANALYTICS",
    "MARKETING",
    "REMARKETING",
    "DATA_WAREHOUSING",
    "EXPERIMENTATION"
  ],
  "brand": {
    "id": "brand_dummy",
    "displayName": ""
  },
  "description": "One tag for a whole suite: set-up, events, items and consent, each in its own part of the form.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "LABEL",
    "name": "welcome",
    "displayName": "Set up the suite once, then one tag an event."
  },
  {
    "type": "RADIO",
    "name": "tagType",
    "displayName": "What the tag does",
    "radioItems": [
      {
        "value": "init",
        "displayValue": "Set-up",
        "subParams": [
          {
            "type": "TEXT",
            "name": "key",
            "displayName": "Key",
            "simpleValueType": true,
            "valueHint": "abc-123",
            "notSetText": "The key has not been set",
            "valueValidators": [
              {
                "type": "NON_EMPTY"
              },
              {
                "type": "STRING_LENGTH",
                "args": [
                  3,
                  40
                ]
              }
            ]
          },
          {
            "type": "SELECT",
            "name": "region",
            "displayName": "Region",
            "macrosInSelect": false,
            "selectItems": [
              {
                "value": "eu",
                "displayValue": "Europe"
              },
              {
                "value": "us",
                "displayValue": "United States"
              }
            ],
            "simpleValueType": true,
            "notSetText": "(not set)"
          },
          {
            "type": "CHECKBOX",
            "name": "autoTrack",
            "checkboxText": "Track clicks",
            "simpleValueType": true
          },
          {
            "type": "RADIO",
            "name": "storage",
            "displayName": "Storage",
            "radioItems": [
              {
                "value": "cookie",
                "displayValue": "Cookie"
              },
              {
                "value": 1,
                "displayValue": "Memory"
              }
            ],
            "simpleValueType": true,
            "valueValidators": [
              {
                "type": "NON_EMPTY"
              }
            ]
          },
          {
            "type": "GROUP",
            "name": "initMore",
            "displayName": "More",
            "groupStyle": "ZIPPY_OPEN_ON_PARAM",
            "subParams": [
              {
                "type": "TEXT",
                "name": "endpoint",
                "displayName": "Endpoint",
                "simpleValueType": true,
                "valueValidators": [
                  {
                    "type": "REGEX",
                    "args": [
                      "^https://.*"
                    ],
                    "errorMessage": "Must begin with https://",
                    "enablingConditions": [
                      {
                        "paramName": "region",
                        "paramValue": "",
                        "type": "PRESENT"
                      }
                    ]
                  }
                ]
              }
            ]
          }
        ]
      },
      {
        "value": "event",
        "displayValue": "Event",
        "help": "Needs a tag that sets up the suite."
      }
    ],
    "simpleValueType": true,
    "help": "One set-up a page.",
    "defaultValue": "event",
    "enablingConditions": [
      {
        "paramName": "isOff",
        "paramValue": true,
        "type": "NOT_EQUALS"
      }
    ]
  },
  {
    "type": "CHECKBOX",
    "name": "isOff",
    "checkboxText": "Do nothing",
    "simpleValueType": true,
    "displayName": "Switch",
    "alwaysInSummary": true,
    "help": "Keeps the tag, without effect.",
    "valueValidators": [
      {
        "type": "NON_EMPTY",
        "errorMessage": "Choose."
      }
    ],
    "subParams": [
      {
        "type": "TEXT",
        "name": "reason",
        "displayName": "Why",
        "simpleValueType": true
      },
      {
        "type": "CHECKBOX",
        "name": "logIt",
        "checkboxText": "Log it",
        "simpleValueType": true
      },
      {
        "type": "SELECT",
        "name": "until",
        "displayName": "Until",
        "macrosInSelect": false,
        "selectItems": [
          {
            "value": "monday",
            "displayValue": "Monday"
          },
          {
            "value": "ever",
            "displayValue": "Ever"
          }
        ],
        "simpleValueType": true
      },
      {
        "type": "RADIO",
        "name": "who",
        "displayName": "Who",
        "radioItems": [
          {
            "value": "me",
            "displayValue": "Me"
          },
          {
            "value": "us",
            "displayValue": "Us"
          }
        ],
        "simpleValueType": true
      },
      {
        "type": "SIMPLE_TABLE",
        "name": "exceptions",
        "displayName": "Except on",
        "simpleTableColumns": [
          {
            "defaultValue": "",
            "displayName": "Page",
            "name": "page",
            "type": "TEXT"
          }
        ]
      },
      {
        "type": "GROUP",
        "name": "offMore",
        "displayName": "More",
        "groupStyle": "NO_ZIPPY",
        "subParams": []
      },
      {
        "type": "PARAM_TABLE",
        "name": "offTimes",
        "displayName": "Times",
        "paramTableColumns": [
          {
            "param": {
              "type": "TEXT",
              "name": "from",
              "displayName": "From",
              "simpleValueType": true
            },
            "isUnique": false
          }
        ]
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
        "value": "view_item",
        "displayValue": "View"
      },
      {
        "value": "purchase",
        "displayValue": "Purchase"
      },
      {
        "value": "other",
        "displayValue": "Other"
      }
    ],
    "simpleValueType": true,
    "help": "A variable may give it.",
    "defaultValue": "view_item",
    "alwaysInSummary": true,
    "clearOnCopy": false,
    "categories": [],
    "enablingConditions": [
      {
        "paramName": "tagType",
        "paramValue": "event",
        "type": "EQUALS"
      }
    ],
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ],
    "subParams": [
      {
        "type": "TEXT",
        "name": "otherName",
        "displayName": "Name",
        "simpleValueType": true,
        "enablingConditions": [
          {
            "paramName": "eventName",
            "paramValue": "other",
            "type": "EQUALS"
          }
        ],
        "lineCount": 2
      },
      {
        "type": "CHECKBOX",
        "name": "isUrgent",
        "checkboxText": "Send at once",
        "simpleValueType": true,
        "enablingConditions": [
          {
            "paramName": "eventName",
            "paramValue": "purchase",
            "type": "EQUALS"
          }
        ]
      },
      {
        "type": "RADIO",
        "name": "value",
        "displayName": "Value",
        "radioItems": [
          {
            "value": "net",
            "displayValue": "Net"
          },
          {
            "value": "gross",
            "displayValue": "Gross"
          }
        ],
        "simpleValueType": true
      },
      {
        "type": "GROUP",
        "name": "otherMore",
        "displayName": "More",
        "groupStyle": "ZIPPY_CLOSED",
        "subParams": [
          {
            "type": "TEXT",
            "name": "otherLabel",
            "displayName": "Label",
            "simpleValueType": true,
            "canBeEmptyString": true
          }
        ]
      }
    ]
  },
  {
    "type": "SELECT",
    "name": "sampling",
    "displayName": "Sampling",
    "macrosInSelect": false,
    "selectItems": [
      {
        "value": -1,
        "displayValue": "By the account"
      },
      {
        "value": 100,
        "displayValue": "All"
      },
      {
        "value": 10,
        "displayValue": "A tenth"
      }
    ],
    "simpleValueType": true,
    "defaultValue": -1
  },
  {
    "type": "SELECT",
    "name": "anonymous",
    "displayName": "Anonymous",
    "macrosInSelect": false,
    "selectItems": [
      {
        "value": true,
        "displayValue": "On"
      },
      {
        "value": false,
        "displayValue": "Off"
      }
    ],
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
        "name": "name",
        "type": "TEXT",
        "isUnique": true,
        "valueHint": "plan",
        "valueValidators": [
          {
            "type": "NON_EMPTY"
          },
          {
            "type": "NON_NEGATIVE_NUMBER"
          }
        ],
        "macrosInSelect": false,
        "selectItems": []
      },
      {
        "defaultValue": "text",
        "displayName": "Kind",
        "name": "kind",
        "type": "SELECT",
        "selectItems": [
          {
            "value": "text",
            "displayValue": "Text"
          }
        ]
      }
    ],
    "alwaysInSummary": false,
    "notSetText": "Enter one property at least",
    "valueValidators": [
      {
        "type": "TABLE_ROW_COUNT",
        "args": [
          1,
          10
        ]
      }
    ],
    "enablingConditions": [
      {
        "paramName": "tagType",
        "paramValue": "event",
        "type": "EQUALS"
      }
    ]
  },
  {
    "type": "PARAM_TABLE",
    "name": "items",
    "displayName": "Items",
    "help": "What was looked at or bought.",
    "alwaysInSummary": true,
    "enablingConditions": [
      {
        "paramName": "eventName",
        "paramValue": "view_item",
        "type": "EQUALS"
      },
      {
        "paramName": "eventName",
        "paramValue": "purchase",
        "type": "EQUALS"
      }
    ],
    "paramTableColumns": [
      {
        "param": {
          "type": "TEXT",
          "name": "id",
          "displayName": "Id",
          "simpleValueType": true,
          "valueValidators": [
            {
              "type": "NON_EMPTY"
            }
          ]
        },
        "isUnique": true
      },
      {
        "param": {
          "type": "SELECT",
          "name": "unit",
          "displayName": "Unit",
          "macrosInSelect": false,
          "selectItems": [
            {
              "value": "piece",
              "displayValue": "Piece"
            },
            {
              "value": "kg",
              "displayValue": "Kilogram"
            }
          ],
          "simpleValueType": true
        },
        "isUnique": false
      },
      {
        "param": {
          "type": "CHECKBOX",
          "name": "isNew",
          "checkboxText": "New",
          "simpleValueType": true
        },
        "isUnique": false
      }
    ]
  },
  {
    "type": "GROUP",
    "name": "advanced",
    "displayName": "Advanced",
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "LABEL",
        "name": "advancedNote",
        "displayName": "Rarely needed.",
        "enablingConditions": [
          {
            "paramName": "isOff",
            "paramValue": false,
            "type": "EQUALS"
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "timeout",
        "displayName": "Timeout",
        "simpleValueType": true,
        "defaultValue": 5000,
        "valueUnit": "ms",
        "valueValidators": [
          {
            "type": "POSITIVE_NUMBER"
          }
        ]
      },
      {
        "type": "TEXT",
        "name": "version",
        "displayName": "Version",
        "simpleValueType": true,
        "defaultValue": "3.1",
        "enablingConditions": [
          {
            "paramName": "sampling",
            "paramValue": 10,
            "type": "EQUALS"
          }
        ]
      },
      {
        "type": "SELECT",
        "name": "level",
        "displayName": "Log level",
        "macrosInSelect": false,
        "selectItems": [
          {
            "value": "debug",
            "displayValue": "Debug"
          },
          {
            "value": "error",
            "displayValue": "Errors"
          }
        ],
        "simpleValueType": true
      },
      {
        "type": "CHECKBOX",
        "name": "useBeacon",
        "checkboxText": "Use beacons",
        "simpleValueType": true
      },
      {
        "type": "RADIO",
        "name": "mode",
        "displayName": "Mode",
        "radioItems": [
          {
            "value": "a",
            "displayValue": "A"
          },
          {
            "value": "b",
            "displayValue": "B"
          }
        ],
        "simpleValueType": true
      },
      {
        "type": "SIMPLE_TABLE",
        "name": "headers",
        "displayName": "Headers",
        "simpleTableColumns": [
          {
            "defaultValue": "",
            "displayName": "Name",
            "name": "name",
            "type": "TEXT"
          }
        ]
      },
      {
        "type": "GROUP",
        "name": "inner",
        "displayName": "Inner",
        "groupStyle": "ZIPPY_OPEN",
        "subParams": []
      },
      {
        "type": "PARAM_TABLE",
        "name": "mappings",
        "paramTableColumns": [
          {
            "param": {
              "type": "TEXT",
              "name": "from",
              "displayName": "From",
              "simpleValueType": true
            },
            "isUnique": false
          }
        ]
      }
    ],
    "help": "Leave it as it is.",
    "enablingConditions": [
      {
        "paramName": "isOff",
        "paramValue": false,
        "type": "EQUALS"
      }
    ]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

var callInWindow = require('callInWindow');
var copyFromWindow = require('copyFromWindow');
var logToConsole = require('logToConsole');
var setInWindow = require('setInWindow');

if (data.isOff) {
  if (data.logIt) logToConsole('Beacon is off:', data.reason);
  data.gtmOnSuccess();
  return;
}

if (data.tagType === 'init') {
  var calls = [];
  setInWindow('beacon', function() {
    var call = [];
    for (var i = 0; i < arguments.length; i++) call.push(arguments[i]);
    calls.push(call);
    return calls.length;
  }, false);
}

if (typeof copyFromWindow('beacon') !== 'function') {
  data.gtmOnFailure();
  return;
}

var properties = {};
(data.properties || []).concat().reverse().forEach(function(row) {
  if (!properties.hasOwnProperty(row.name)) properties[row.name] = row.kind;
});
var name = data.eventName === 'other' ? data.otherName : data.eventName;
var count = data.tagType === 'init' ? callInWindow('beacon', 'init', data.key, data.region) : callInWindow('beacon', name, properties, data.items);
logToConsole('Beacon calls', count);
data.gtmOnSuccess();


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
                    "string": "beacon"
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
                    "boolean": true
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
            "string": "all"
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
- name: Sets up, then sends an event
  code: |-
    runCode({ tagType: 'init', key: 'abc', region: 'eu' });
    runCode({ tagType: 'event', eventName: 'other', otherName: 'signup', properties: [{ name: 'plan', kind: 'text' }, { name: 'plan', kind: 'free' }], items: [{ id: '1', unit: 'kg', isNew: true }] });

    assertApi('callInWindow').wasCalledWith('beacon', 'init', 'abc', 'eu');
    assertApi('callInWindow').wasCalledWith('beacon', 'signup', { plan: 'free' }, [{ id: '1', unit: 'kg', isNew: true }]);
    assertApi('logToConsole').wasCalledWith('Beacon calls', 2);
    assertApi('gtmOnFailure').wasNotCalled();
- name: Fails without set-up
  code: |+
    mock('copyFromWindow', undefined);
    runCode({ tagType: 'event', eventName: 'purchase' });
    assertApi('gtmOnFailure').wasCalled();

- name: Does nothing when off
  code: "runCode({ isOff: true, logIt: true, reason: 'holiday' }); \nassertApi('logToConsole').wasCalledWith('Beacon\
    \ is off:', 'holiday');\nassertApi('setInWindow').wasNotCalled();"
- name: 'One line: off'
  code: 'runCode({ isOff: true });'


___NOTES___

Created on 9/9/2025, 9:09:09 AM


