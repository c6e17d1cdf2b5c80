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
  "displayName": "Greeting",
  "description": "Says hello to a visitor whose name is known from an earlier visit, and says nothing to others. It\u0027s a sample.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "greeting",
    "displayName": "Greeting",
    "simpleValueType": true,
    "defaultValue": "Hello",
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

// Greeting 1.2.3
// Says hello to a visitor whose name is known from an earlier visit, and says
// nothing to others. It's a sample.
// Generated; edit greeting/ instead.

// greeting/apis.ts

const copyFromWindow = require('copyFromWindow');
const localStorage = require('localStorage');
const logToConsole = require('logToConsole');
const setInWindow = require('setInWindow');

// greeting/constants.ts

/** The local storage key of the visitor's name. */
const NAME_KEY = 'visitor_name';

// greeting/main.ts

// Greets who is known, and ends.
const visitor = readVisitor();
if (visitor !== undefined) greet(visitor, data.greeting);
else logToConsole('nobody is known');
data.gtmOnSuccess();

// greeting/read-visitor.ts

/**
 * Reads the visitor from local storage.
 *
 * Some browsers have none.
 */
function readVisitor() {
  if (localStorage === undefined) return undefined;
  const name = localStorage.getItem(NAME_KEY);

  return name === null ? undefined : { name: name };
}

// greeting/write-greeting.ts

/** Says the greeting once a page. */
function greet(visitor, greeting) {
  if (copyFromWindow('greeting.said') === true && visitor.name.length > 0)
    return false;
  return setInWindow('greeting.text', greeting + ', ' + visitor.name, true);
}


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
                    "string": "greeting.said"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
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
                    "string": "greeting.text"
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
        "publicId": "access_local_storage",
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
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "visitor_name"
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
- name: Greets a visitor who is known
  code: |-
    mockObject('localStorage', {
      getItem: function () {
        return 'Ada';
      },
    });

    runCode(fields);

    assertThat(said).isEqualTo('Hello, Ada');
    assertApi('gtmOnSuccess').wasCalled();
- name: 'Says nothing: the visitor is new'
  code: |-
    runCode(fields);

    assertThat(said).isUndefined();
    assertApi('gtmOnSuccess').wasCalled();
setup: |-
  const fields = { greeting: 'Hello' };
  let said;
  mock('setInWindow', function (path, value) {
    said = value;
    return true;
  });


___NOTES___

Greeting 1.2.3

Permissions and why:
- access_globals (greeting.said read; greeting.text read write): Shares the greeting with the page.
- access_local_storage (visitor_name read): Reads the name of the visitor.
- logging: Says in Preview when nobody is known.


