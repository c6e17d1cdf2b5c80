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
  "displayName": {
    "text": "Analytics session",
    "translations": [
      {
        "locale": "pt-BR",
        "text": "Sessão do Analytics"
      },
      {
        "locale": "de",
        "text": "Analytics-Sitzung"
      }
    ]
  },
  "categories": [
    "ANALYTICS"
  ],
  "__wm": "VGVtcGxhdGUtQXV0aG9y",
  "brand": {},
  "description": {
    "text": "The client or session id of Google Analytics.",
    "translations": [
      {
        "locale": "pt-BR",
        "text": "O id do cliente ou da sessão."
      },
      {
        "locale": "de",
        "text": "Die Client- oder Sitzungs-ID."
      }
    ]
  },
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "measurementId",
    "displayName": {
      "text": "Measurement id",
      "translations": [
        {
          "locale": "pt-BR",
          "text": "Id de métricas"
        },
        {
          "locale": "de",
          "text": "Mess-ID"
        }
      ]
    },
    "simpleValueType": true,
    "help": {
      "text": "Begins with G-.",
      "translations": [
        {
          "locale": "pt-BR",
          "text": "Começa com G-."
        },
        {
          "locale": "de",
          "text": "Beginnt mit G-."
        }
      ]
    },
    "valueValidators": [
      {
        "type": "GA_TRACKING_ID"
      }
    ]
  },
  {
    "type": "CHECKBOX",
    "name": "raw",
    "checkboxText": {
      "text": "Return the whole object",
      "translations": [
        {
          "locale": "pt-BR",
          "text": "Retornar o objeto"
        },
        {
          "locale": "de",
          "text": "Ganzes Objekt liefern"
        }
      ]
    },
    "help": {
      "text": "For debugging.",
      "translations": [
        {
          "locale": "pt-BR",
          "text": "Para depuração."
        },
        {
          "locale": "de",
          "text": "Zur Fehlersuche."
        }
      ]
    },
    "simpleValueType": true
  },
  {
    "type": "GROUP",
    "name": "more",
    "displayName": {
      "text": "More",
      "translations": [
        {
          "locale": "pt-BR",
          "text": "Mais"
        },
        {
          "locale": "de",
          "text": "Mehr"
        }
      ]
    },
    "groupStyle": "ZIPPY_CLOSED",
    "subParams": [
      {
        "type": "SIMPLE_TABLE",
        "name": "settings",
        "displayName": {
          "text": "Cookie settings",
          "translations": [
            {
              "locale": "pt-BR",
              "text": "Cookies"
            },
            {
              "locale": "de",
              "text": "Cookie-Einstellungen"
            }
          ]
        },
        "help": {
          "text": "cookie_prefix",
          "translations": [
            {
              "locale": "pt-BR",
              "text": "cookie_prefix"
            },
            {
              "locale": "de",
              "text": "cookie_prefix"
            }
          ]
        },
        "simpleTableColumns": [
          {
            "defaultValue": "",
            "displayName": "Key",
            "name": "key",
            "type": "TEXT"
          },
          {
            "defaultValue": "",
            "displayName": "Value",
            "name": "value",
            "type": "TEXT"
          }
        ]
      }
    ]
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const getContainerVersion = require('getContainerVersion');
const makeTableMap = require('makeTableMap');
const readAnalyticsStorage = require('readAnalyticsStorage');

const settings = data.settings && makeTableMap(data.settings, 'key', 'value');
const storage = settings ? readAnalyticsStorage(settings) : readAnalyticsStorage();
if (data.raw || getContainerVersion().previewMode && data.rawInPreview) return storage;
if (!storage) return undefined;
const session = storage.sessions.filter((one) => one.measurement_id === data.measurementId)[0];
return session ? session.session_id : storage.client_id;


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "read_analytics_storage",
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
      }
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: Devolve a sessão da métrica
  code: |-
    mock('readAnalyticsStorage', storage);
    assertThat(runCode({ measurementId: 'G-ABC' })).isEqualTo('1700000000');
    assertThat(runCode({ measurementId: 'G-OTHER' })).isEqualTo('111.222');
    assertThat(runCode({ raw: true })).isEqualTo(storage);
- name: 'Nothing is stored: nothing is returned'
  code: |-
    assertThat(runCode({ measurementId: 'G-ABC', settings: [{ key: 'cookie_prefix', value: 'x' }] })).isUndefined();
    assertApi('readAnalyticsStorage').wasCalledWith({ cookie_prefix: 'x' });
    assertThat(runCode()).isUndefined();
setup: 'const storage = { client_id: ''111.222'', sessions: [{ measurement_id: ''G-ABC'',
  session_id: ''1700000000'', session_number: 3 }] };'


___NOTES___




