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
  "displayName": "Cookie Writer",
  "categories": [
    "UTILITY"
  ],
  "description": "Writes or deletes one first-party cookie, once consent allows it.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "name",
    "displayName": "Name",
    "simpleValueType": true,
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      },
      {
        "type": "STRING_LENGTH",
        "args": [
          1,
          64
        ]
      },
      {
        "type": "REGEX",
        "args": [
          "^[^\u003d;\\s]+$"
        ]
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "value",
    "displayName": "Value",
    "simpleValueType": true,
    "canBeEmptyString": true,
    "enablingConditions": [
      {
        "paramName": "action",
        "paramValue": "write",
        "type": "EQUALS"
      }
    ]
  },
  {
    "type": "RADIO",
    "name": "action",
    "displayName": "Action",
    "radioItems": [
      {
        "value": "write",
        "displayValue": "Write"
      },
      {
        "value": "delete",
        "displayValue": "Delete"
      }
    ],
    "simpleValueType": true,
    "defaultValue": "write"
  },
  {
    "type": "TEXT",
    "name": "days",
    "displayName": "Lifetime",
    "simpleValueType": true,
    "valueUnit": "days",
    "defaultValue": 30,
    "valueValidators": [
      {
        "type": "POSITIVE_NUMBER"
      }
    ],
    "enablingConditions": [
      {
        "paramName": "action",
        "paramValue": "delete",
        "type": "NOT_EQUALS"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "consentType",
    "displayName": "Consent",
    "simpleValueType": true,
    "notSetText": "Without consent",
    "enablingConditions": [
      {
        "paramName": "action",
        "paramValue": "",
        "type": "PRESENT"
      }
    ]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const addConsentListener = require('addConsentListener');
const getCookieValues = require('getCookieValues');
const isConsentGranted = require('isConsentGranted');
const logToConsole = require('logToConsole');
const makeNumber = require('makeNumber');
const setCookie = require('setCookie');

var options = { domain: 'auto', path: '/', samesite: 'Lax', secure: true };

function write() {
  if (data.action === 'delete') {
    options['max-age'] = 0;
    setCookie(data.name, '', options);
    return;
  }
  if (data.days) options['max-age'] = makeNumber(data.days) * 24 * 60 * 60;
  var isWritten = setCookie(data.name, data.value, options, true);
  var found = getCookieValues(data.name, false);
  logToConsole('Cookie', data.name, isWritten ? 'is' : 'is not', 'written', found.length);
}

var consentType = data.consentType;
if (!consentType || isConsentGranted(consentType)) {
  write();
} else {
  var isDone = false;
  addConsentListener(consentType, function(type, isGranted) {
    if (!isGranted || isDone) return;
    isDone = true;
    write();
  });
}
data.gtmOnSuccess();


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "set_cookies",
        "versionId": "1"
      },
      "param": [
        {
          "key": "allowedCookies",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "name"
                  },
                  {
                    "type": 1,
                    "string": "domain"
                  },
                  {
                    "type": 1,
                    "string": "path"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "session"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "plain"
                  },
                  {
                    "type": 1,
                    "string": ""
                  },
                  {
                    "type": 1,
                    "string": "/"
                  },
                  {
                    "type": 1,
                    "string": "non_secure"
                  },
                  {
                    "type": 1,
                    "string": "session"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "name"
                  },
                  {
                    "type": 1,
                    "string": "domain"
                  },
                  {
                    "type": 1,
                    "string": "path"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "session"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "kept"
                  },
                  {
                    "type": 1,
                    "string": "*"
                  },
                  {
                    "type": 1,
                    "string": "/"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "non_session"
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "name"
                  },
                  {
                    "type": 1,
                    "string": "domain"
                  },
                  {
                    "type": 1,
                    "string": "path"
                  },
                  {
                    "type": 1,
                    "string": "secure"
                  },
                  {
                    "type": 1,
                    "string": "session"
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
                    "string": "any"
                  },
                  {
                    "type": 1,
                    "string": "any"
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
        "publicId": "get_cookies",
        "versionId": "1"
      },
      "param": [
        {
          "key": "cookieAccess",
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
        "publicId": "access_consent",
        "versionId": "1"
      },
      "param": [
        {
          "key": "consentTypes",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
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
                    "string": "functionality_storage"
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
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
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
                    "string": "analytics_storage"
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
- name: Writes a cookie that is there afterwards
  code: |-
    runCode({ action: 'write', name: 'kept', value: 'a; b', days: '2' });

    assertThat(getCookieValues('kept')).isEqualTo(['a; b']);
    assertThat(getCookieValues('kept', false)).isEqualTo(['a%3B%20b']);
    assertApi('setCookie').wasCalledWith('kept', 'a; b', { domain: 'auto', path: '/', samesite: 'Lax', secure: true, 'max-age': 172800 }, true);
    assertApi('logToConsole').wasCalledWith('Cookie', 'kept', 'is', 'written', 1);
- name: Deletes it
  code: |-
    runCode({ action: 'write', name: 'kept', value: 'x', days: 1 });
    assertThat(getCookieValues('kept')).hasLength(1);
    runCode({ action: 'delete', name: 'kept' });
    assertThat(getCookieValues('kept')).isEmpty();
    assertApi('gtmOnSuccess').wasCalled();
- name: Cuts a long value to 1200 characters
  code: |-
    let long = 'abcdefghij';
    while (long.length < 2000) long = long + long;
    runCode({ action: 'write', name: 'kept', value: long, days: 1 });
    assertThat(getCookieValues('kept')[0]).hasLength(1200);
- name: Waits for consent, and writes once
  code: |-
    let writes = 0;
    mock('setCookie', () => { writes++; return true; });
    setDefaultConsentState({ functionality_storage: 'denied' });
    callLater(() => {
      runCode({ action: 'write', name: 'kept', value: 'x', consentType: 'functionality_storage' });
      assertThat(writes).isStrictlyEqualTo(0);
      updateConsentState({ functionality_storage: 'granted' });
      callLater(() => {
        assertThat(writes).isStrictlyEqualTo(1);
        updateConsentState({ functionality_storage: 'denied' });
        updateConsentState({ functionality_storage: 'granted' });
        callLater(() => assertThat(writes, 'writes after a second grant').isStrictlyEqualTo(1));
      });
    });
- name: Writes at once where nothing is said about consent
  code: |-
    mock('isConsentGranted', true);
    mock('setCookie', (name, value) => {
      assertThat(name).isEqualTo('plain');
      assertThat(value).isUndefined();
      return false;
    });
    runCode({ action: 'write', name: 'plain', consentType: 'analytics_storage' });
    assertApi('setCookie').wasCalled();
    assertApi('addConsentListener').wasNotCalled();
setup: |-
  const getCookieValues = require('getCookieValues');
  const setDefaultConsentState = require('setDefaultConsentState');
  const updateConsentState = require('updateConsentState');
  const callLater = require('callLater');


___NOTES___

Created on 24/12/2025, 10:00:00


