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
  "displayName": "Harbour Chat Loader",
  "categories": [
    "UTILITY",
    "CHAT"
  ],
  "brand": {
    "id": "brand_dummy",
    "displayName": "Harbour Tools",
    "thumbnail": "data:image/jpeg;base64,/9j/4AAQSkZJRgABAQEAYABgAAD/2Q\u003d\u003d"
  },
  "description": "Loads the Harbour chat once and opens it with the chosen settings.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "siteId",
    "displayName": "Site",
    "simpleValueType": true,
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  },
  {
    "type": "RADIO",
    "name": "position",
    "displayName": "Position",
    "radioItems": [
      {
        "value": "left",
        "displayValue": "Left"
      },
      {
        "value": "right",
        "displayValue": "Right",
        "help": "Where most visitors look for it."
      }
    ],
    "simpleValueType": true,
    "defaultValue": "right"
  },
  {
    "type": "CHECKBOX",
    "name": "debug",
    "checkboxText": "Log to the console",
    "simpleValueType": true
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const aliasInWindow = require('aliasInWindow');
const callInWindow = require('callInWindow');
const copyFromWindow = require('copyFromWindow');
const createArgumentsQueue = require('createArgumentsQueue');
const injectScript = require('injectScript');
const logToConsole = require('logToConsole');
const queryPermission = require('queryPermission');
const setInWindow = require('setInWindow');

const log = data.debug ? logToConsole : function() {};

// The vendor's own snippet may stand on the page already.
if (copyFromWindow('harbour.version')) {
  log('Harbour is there', copyFromWindow('harbour.version'));
  callInWindow('harbour.identify', data.siteId, { position: data.position });
  data.gtmOnSuccess();
  return;
}

const url = 'https://cdn.harbour.example/chat/' + data.siteId + '.js';
if (!queryPermission('inject_script', url)) {
  log('No permission for', url);
  return data.gtmOnFailure();
}

const settings = { site: data.siteId, position: data.position, onReady: (version) => log('ready', version) };
const isNew = setInWindow('harbourSettings', settings, false);
if (!isNew) log('Settings of the page are kept');

const harbour = createArgumentsQueue('harbour', 'harbourQueue');
harbour('open', data.siteId);
harbour('position', data.position);
aliasInWindow('harbourAlias', 'harbour');

injectScript(url, data.gtmOnSuccess, data.gtmOnFailure, 'harbour-' + data.siteId);


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "inject_script",
        "versionId": "1"
      },
      "param": [
        {
          "key": "urls",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "https://cdn.harbour.example/chat/*"
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
                    "string": "harbour"
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
                    "string": "harbourQueue"
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
                    "string": "harbour.version"
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
                    "string": "harbour.identify"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
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
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "harbourSettings"
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
                    "string": "harbourAlias"
                  },
                  {
                    "type": 8,
                    "boolean": false
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
- name: Loads the script of the site
  code: |-
    mock('injectScript', function(url, onSuccess, onFailure, cacheToken) {
      assertThat(url).isEqualTo('https://cdn.harbour.example/chat/abc.js');
      assertThat(cacheToken).isStrictlyEqualTo('harbour-abc');
      assertThat(onFailure).isFunction();
      onSuccess();
    });
    runCode(mockData);

    assertApi('injectScript').wasCalled();
    assertApi('createArgumentsQueue').wasCalledWith('harbour', 'harbourQueue');
    assertApi('gtmOnSuccess').wasCalled();
- name: Puts settings on the page, with a function
  code: |-
    mock('injectScript', undefined);
    runCode(mockData);

    const settings = copyFromWindow('harbourSettings');
    assertThat(settings).isObject();
    assertThat(settings.position).isEqualTo('left');
    assertThat(settings.onReady).isFunction();
    assertApi('setInWindow').wasCalled();
    settings.onReady('2.0');
    assertApi('logToConsole').wasCalledWith('ready', '2.0');
- name: Keeps the settings that the page has
  code: |-
    setInWindow('harbourSettings', { site: 'page' }, true);
    mock('injectScript', undefined);
    runCode(mockData);

    assertThat(copyFromWindow('harbourSettings')).isEqualTo({ site: 'page' });
    assertApi('logToConsole').wasCalledWith('Settings of the page are kept');
- name: Queues calls as arguments, under both names
  code: |-
    mock('injectScript', undefined);
    runCode(mockData);

    const queued = copyFromWindow('harbourQueue');
    assertThat(queued).hasLength(2).isNotEmpty();
    assertThat(queued[0]).containsExactly('abc', 'open');
    assertThat(queued[1]).doesNotContainExactly('position', 'right');
    assertApi('aliasInWindow').wasCalledWith('harbourAlias', 'harbour');
    assertApi('createArgumentsQueue').wasCalledWith('harbour', 'harbourQueue');
- name: Talks to a chat that is there
  code: |-
    let identified;
    setInWindow('harbour', { version: '1.4', identify: (site, settings) => { identified = [site, settings]; } }, true);
    mock('injectScript', () => fail('loaded twice'));
    runCode(mockData);

    assertThat(identified).isEqualTo(['abc', { position: 'left' }]);
    assertApi('callInWindow').wasCalledWith('harbour.identify', 'abc', { position: 'left' });
    assertApi('injectScript').wasNotCalled();
    assertApi('gtmOnSuccess').wasCalled();
- name: Fails without permission
  code: |-
    mock('queryPermission', false);
    runCode({ siteId: 'abc', position: 'left', debug: false });

    assertApi('gtmOnFailure').wasCalled();
    assertApi('injectScript').wasNotCalled();
    assertApi('logToConsole').wasNotCalledWith('No permission for', 'https://cdn.harbour.example/chat/abc.js');
setup: |-
  const copyFromWindow = require('copyFromWindow');
  const setInWindow = require('setInWindow');
  const mockData = { siteId: 'abc', position: 'left', debug: true };


___NOTES___

Created on 3/2/2026, 4:05:06 PM


