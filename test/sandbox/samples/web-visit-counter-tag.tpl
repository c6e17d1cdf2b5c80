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
  "displayName": "Visit Counter",
  "categories": [
    "PERSONALIZATION"
  ],
  "brand": {
    "id": "brand_dummy",
    "displayName": ""
  },
  "description": "Counts the visits of a browser in its storage and the runs on a page in memory.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "LABEL",
    "name": "explanation",
    "displayName": "A visit ends after the pause. Nothing leaves the browser."
  },
  {
    "type": "TEXT",
    "name": "pauseMinutes",
    "displayName": "Pause",
    "simpleValueType": true,
    "defaultValue": "30",
    "valueUnit": "minutes",
    "valueValidators": [
      {
        "type": "NUMBER"
      },
      {
        "type": "POSITIVE_NUMBER",
        "errorMessage": "Must be more than 0."
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "share",
    "displayName": "Share of browsers",
    "simpleValueType": true,
    "defaultValue": 100,
    "valueValidators": [
      {
        "type": "PERCENTAGE"
      }
    ]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const JSON = require('JSON');
const Math = require('Math');
const Object = require('Object');
const generateRandom = require('generateRandom');
const getTimestampMillis = require('getTimestampMillis');
const localStorage = require('localStorage');
const makeNumber = require('makeNumber');
const setInWindow = require('setInWindow');
const templateStorage = require('templateStorage');

const KEY = 'visit_counter';

function read() {
  const text = localStorage && localStorage.getItem('visit_counter');
  const stored = text ? JSON.parse(text) : undefined;
  return stored && stored.count > 0 ? stored : { count: 0, first: 0, last: 0 };
}

if (!localStorage || localStorage.getItem('visit_counter_off')) {
  templateStorage.removeItem('runs');
  return data.gtmOnFailure();
}

let runs = templateStorage.getItem('runs') || 0;
templateStorage.setItem('runs', ++runs);

const now = Math.floor(getTimestampMillis() / 1000);
const state = read();
const pauseSeconds = Math.max(1, Math.min(makeNumber(data.pauseMinutes || 30), 1440)) * 60;
if (now - state.last > pauseSeconds) state.count += 1;
state.first = state.first || now;
state.last = now;

const isChosen = generateRandom(1, 100) <= makeNumber(data.share || 100);
if (isChosen) {
  localStorage.setItem('visit_counter', JSON.stringify(state));
} else {
  localStorage.removeItem('visit_counter');
}

const days = (now - state.first) / 86400;
setInWindow('visitCounter', {
  count: state.count,
  runs: runs,
  days: Math.round(Math.abs(days)),
  weeks: Math.ceil(days / 7),
  // Grows fast at first: 1, 4, 9 visits are levels 1, 2, 3.
  level: Math.floor(Math.sqrt(state.count)),
  weight: Math.pow(2, state.count > 10 ? 10 : state.count),
  fields: Object.keys(state),
  newest: Object.values(state).reduce((a, b) => Math.max(a, b))
}, true);
data.gtmOnSuccess();


___WEB_PERMISSIONS___

[
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
                    "string": "visit_counter"
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
                    "string": "visit_counter_off"
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
        "publicId": "access_template_storage",
        "versionId": "1"
      },
      "param": []
    },
    "isRequired": true
  },
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
                    "string": "visitCounter"
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
  }
]


___TESTS___

scenarios:
- name: Counts the first visit
  code: |-
    runCode({ pauseMinutes: '30' });
    const counter = copyFromWindow('visitCounter');
    assertThat(counter.count).isEqualTo(1);
    assertThat(counter.days).isEqualTo(0);
    assertThat(counter.fields).isEqualTo(['count', 'first', 'last']);
    assertThat(JSON.parse(localStorage.getItem('visit_counter'))).isEqualTo({ count: 1, first: 1700000000, last: 1700000000 });
    assertApi('localStorage.setItem').wasCalledWith('visit_counter', '{"count":1,"first":1700000000,"last":1700000000}');
- name: Counts a visit after the pause, none before
  code: |-
    templateStorage.setItem('runs', 0);
    runCode({});
    nowMillis += 29 * 60 * 1000;
    runCode({});
    assertThat(copyFromWindow('visitCounter').count).isEqualTo(1);
    nowMillis += 31 * 60 * 1000;
    runCode({});
    assertThat(copyFromWindow('visitCounter').count).isEqualTo(2);
    assertThat(copyFromWindow('visitCounter').runs).isEqualTo(3);
- name: Starts anew from a broken entry
  code: |-
    localStorage.setItem('visit_counter', '{"count":');
    runCode({});
    assertThat(copyFromWindow('visitCounter').count).isEqualTo(1);
- name: Forgets a browser that is not chosen
  code: |-
    mock('generateRandom', 51);
    localStorage.setItem('visit_counter', '{"count":8,"first":1699395200,"last":1699395200}');
    runCode({ share: 50 });
    assertThat(localStorage.getItem('visit_counter')).isNull();
    const counter = copyFromWindow('visitCounter');
    assertThat([counter.count, counter.days, counter.weeks, counter.level, counter.weight]).isEqualTo([9, 7, 1, 3, 512]);
- name: Fails where the storage is blocked
  code: |-
    mock('localStorage', undefined);
    runCode({});
    assertApi('gtmOnFailure').wasCalled();
    assertThat(templateStorage.getItem('runs')).isNull();
- name: Respects the switch
  code: |-
    mockObject('localStorage', { getItem: (key) => key === 'visit_counter_off' ? '1' : null });
    runCode({});
    assertApi('gtmOnFailure').wasCalled();
    assertApi('setInWindow').wasNotCalled();
setup: |-
  const JSON = require('JSON');
  const localStorage = require('localStorage');
  const copyFromWindow = require('copyFromWindow');
  const templateStorage = require('templateStorage');
  let nowMillis = 1700000000500;
  mock('getTimestampMillis', () => nowMillis);


___NOTES___

Created on 5.12.2025, 10:10:10


