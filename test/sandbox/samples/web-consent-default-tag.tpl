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
  "displayName": "Gatekeeper Consent",
  "categories": [
    "TAG_MANAGEMENT"
  ],
  "brand": {
    "id": "brand_dummy",
    "displayName": ""
  },
  "description": "Sets the defaults of consent by region, applies the choice of the last visit, and loads the banner. Fire it on Consent Initialization.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "PARAM_TABLE",
    "name": "regions",
    "displayName": "Defaults by region",
    "paramTableColumns": [
      {
        "param": {
          "type": "TEXT",
          "name": "region",
          "displayName": "Regions, comma separated",
          "simpleValueType": true,
          "help": "ISO 3166-2, such as \u003cb\u003eDE, US-CA\u003c/b\u003e. Empty: everywhere.",
          "textAsList": true
        },
        "isUnique": true
      },
      {
        "param": {
          "type": "SELECT",
          "name": "analytics_storage",
          "displayName": "Analytics",
          "macrosInSelect": false,
          "selectItems": [
            {
              "value": "granted",
              "displayValue": "granted"
            },
            {
              "value": "denied",
              "displayValue": "denied"
            }
          ],
          "simpleValueType": true,
          "defaultValue": "denied"
        },
        "isUnique": false
      },
      {
        "param": {
          "type": "SELECT",
          "name": "ad_storage",
          "displayName": "Advertising",
          "macrosInSelect": false,
          "selectItems": [
            {
              "value": "granted",
              "displayValue": "granted"
            },
            {
              "value": "denied",
              "displayValue": "denied"
            }
          ],
          "simpleValueType": true,
          "defaultValue": "denied"
        },
        "isUnique": false
      }
    ],
    "newRowButtonText": "Add region",
    "newRowTitle": "New region",
    "editRowTitle": "Edit region",
    "valueValidators": [
      {
        "type": "TABLE_ROW_COUNT",
        "args": [
          1,
          50
        ]
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "waitMillis",
    "displayName": "Wait for the banner",
    "simpleValueType": true,
    "defaultValue": 500,
    "valueUnit": "milliseconds",
    "valueValidators": [
      {
        "type": "NON_NEGATIVE_NUMBER"
      }
    ]
  },
  {
    "type": "CHECKBOX",
    "name": "redact",
    "checkboxText": "Redact data of ads while they are denied",
    "simpleValueType": true,
    "defaultValue": true
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const JSON = require('JSON');
const Object = require('Object');
const addConsentListener = require('addConsentListener');
const getCookieValues = require('getCookieValues');
const gtagSet = require('gtagSet');
const injectScript = require('injectScript');
const isConsentGranted = require('isConsentGranted');
const makeInteger = require('makeInteger');
const setDefaultConsentState = require('setDefaultConsentState');
const setInWindow = require('setInWindow');
const templateStorage = require('templateStorage');
const updateConsentState = require('updateConsentState');

function splitRegions(text) {
  return (text || '').split(',').map((part) => part.trim()).filter((part) => part);
}

/* The banner's words for Google's types. */
const names = { stats: ['analytics_storage'], ads: ['ad_storage', 'ad_user_data', 'ad_personalization'] };

function toConsent(choice) {
  const consent = {};
  for (let name in names) {
    for (const type of names[name]) consent[type] = choice[name] ? 'granted' : 'denied';
  }
  return consent;
}

gtagSet({ ads_data_redaction: data.redact, developer_id: { dGate12: true } });
gtagSet('url_passthrough', false);

(data.regions || []).forEach((row) => {
  const defaults = {
    ad_storage: row.ad_storage,
    ad_user_data: row.ad_storage,
    ad_personalization: row.ad_storage,
    analytics_storage: row.analytics_storage,
    functionality_storage: 'granted',
    security_storage: 'granted',
    wait_for_update: makeInteger(data.waitMillis)
  };
  const regions = splitRegions(row.region);
  if (regions.length > 0) defaults.region = regions;
  setDefaultConsentState(defaults);
});

const cookie = getCookieValues('gatekeeper')[0];
const choice = cookie && JSON.parse(cookie);
if (choice) updateConsentState(toConsent(choice));

setInWindow('gatekeeperUpdate', (stats, ads) => {
  updateConsentState(toConsent({ stats: stats, ads: ads }));
}, true);

if (!templateStorage.getItem('isListening')) {
  templateStorage.setItem('isListening', true);
  Object.keys(names).forEach((name) => {
    addConsentListener(names[name][0], (type, isGranted) => {
      const changes = templateStorage.getItem('changes') || [];
      changes.push(type + ' ' + (isGranted ? 'granted' : 'denied'));
      templateStorage.setItem('changes', changes);
    });
  });
}
templateStorage.setItem('wasGranted', isConsentGranted('analytics_storage'));

injectScript('https://banner.gatekeeper.example/banner.js', data.gtmOnSuccess, data.gtmOnFailure, 'gatekeeper');


___WEB_PERMISSIONS___

[
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
                    "string": "ad_storage"
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
                    "string": "ad_user_data"
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
                    "string": "ad_personalization"
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
                    "string": "personalization_storage"
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
                    "string": "security_storage"
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
        "publicId": "write_data_layer",
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
                "string": "ads_data_redaction"
              },
              {
                "type": 1,
                "string": "url_passthrough"
              },
              {
                "type": 1,
                "string": "developer_id.*"
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
            "string": "specific"
          }
        },
        {
          "key": "cookieNames",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "gatekeeper"
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
                "string": "https://banner.gatekeeper.example/*.js"
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
                    "string": "gatekeeperUpdate"
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
- name: Sets the defaults of each region
  code: |-
    mock('setDefaultConsentState', (defaults) => {
      assertThat(defaults.wait_for_update).isEqualTo(500);
      assertThat(defaults.analytics_storage).isAnyOf('granted', 'denied');
    });
    runCode({ waitMillis: '500', regions: [{ region: 'DE, US-CA', analytics_storage: 'denied', ad_storage: 'denied' }, { region: '', analytics_storage: 'granted', ad_storage: 'denied' }] });

    assertApi('setDefaultConsentState').wasCalledWith({
      ad_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied', analytics_storage: 'denied',
      functionality_storage: 'granted', security_storage: 'granted', wait_for_update: 500, region: ['DE', 'US-CA'],
    });
    assertApi('gtmOnSuccess').wasCalled();
- name: Denies for real, once the tag has ended
  code: |-
    runCode({ regions: [everywhere], redact: true });

    assertThat(templateStorage.getItem('wasGranted'), 'unset is granted, and commands wait').isTrue();
    callLater(() => {
      assertThat(isConsentGranted('analytics_storage')).isFalse();
      assertThat(isConsentGranted('functionality_storage')).isTrue();
      assertThat(isConsentGranted(['analytics_storage', 'functionality_storage'])).isFalse();
    });
- name: Applies the choice of the last visit
  code: |-
    mock('getCookieValues', ['{"stats":true,"ads":false}']);
    runCode({ regions: [everywhere] });

    assertApi('updateConsentState').wasCalledWith({ analytics_storage: 'granted', ad_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied' });
    callLater(() => {
      assertThat(isConsentGranted('analytics_storage')).isTrue();
      assertThat(isConsentGranted('ad_storage')).isFalse();
    });
- name: Ignores a broken cookie
  code: |-
    mock('getCookieValues', ['{"stats":']);
    runCode({ regions: [everywhere] });

    assertApi('updateConsentState').wasNotCalled();
    assertApi('gtagSet').wasCalledWith('url_passthrough', false);
- name: Hears what the banner's function changes
  code: |-
    runCode({ regions: [everywhere] });
    callLater(() => {
      copyFromWindow('gatekeeperUpdate')(true, false);
      callLater(() => {
        // Both were unset, which is granted, when the tag began to listen.
        assertThat(templateStorage.getItem('changes')).contains('ad_storage denied');
        assertThat(templateStorage.getItem('changes')).doesNotContain('analytics_storage granted');
        assertThat(isConsentGranted('ad_user_data')).isFalsy();
      });
    });
- name: Reports the banner that does not load
  code: |-
    mock('injectScript', (url, onSuccess, onFailure) => onFailure());
    runCode({ regions: [] });

    assertApi('setDefaultConsentState').wasNotCalled();
    assertApi('gtmOnFailure').wasCalledWith();
setup: |-
  const callLater = require('callLater');
  const copyFromWindow = require('copyFromWindow');
  const isConsentGranted = require('isConsentGranted');
  const templateStorage = require('templateStorage');
  templateStorage.clear();
  mock('injectScript', (url, onSuccess) => { onSuccess(); });
  const everywhere = { region: '', analytics_storage: 'denied', ad_storage: 'denied' };


___NOTES___

Created on 12.1.2026 09.15.00


