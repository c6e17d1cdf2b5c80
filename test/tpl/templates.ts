import type { Template } from '../../src/tpl/index.ts';
import { TERMS_OF_SERVICE } from '../../src/tpl/index.ts';

/** A small tag with one thing of everything. */
export function sampleTemplate(): Template {
  return {
    termsOfService: TERMS_OF_SERVICE,
    info: {
      type: 'TAG',
      id: 'cvt_temp_public_id',
      version: 1,
      securityGroups: [],
      displayName: 'Sample',
      brand: {},
      description: "A sample's <b>tag</b> & more",
      containerContexts: ['WEB'],
    },
    parameters: [{ type: 'TEXT', name: 'key', displayName: 'Schlüssel', simpleValueType: true }],
    code: "const log = require('logToConsole');\n\nlog(data.key);\ndata.gtmOnSuccess();",
    permissions: [
      {
        instance: {
          key: { publicId: 'logging', versionId: '1' },
          param: [{ key: 'environments', value: { type: 1, string: 'debug' } }],
        },
        clientAnnotations: { isEditedByUser: true },
        isRequired: true,
      },
    ],
    tests: {
      scenarios: [
        {
          name: 'logs the key',
          code: "runCode({key: 'a'});\n\nassertApi('gtmOnSuccess').wasCalled();",
        },
        { name: "says: it's late", code: 'fail();' },
      ],
      setup: '',
    },
    notes: 'Created on 21/11/2026, 12:00:00',
  };
}

/** The file of `sampleTemplate`, written by hand from the format's rules. */
export const SAMPLE_FILE = `___TERMS_OF_SERVICE___

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
  "displayName": "Sample",
  "brand": {},
  "description": "A sample\\u0027s \\u003cb\\u003etag\\u003c/b\\u003e \\u0026 more",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "key",
    "displayName": "Schlüssel",
    "simpleValueType": true
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const log = require('logToConsole');

log(data.key);
data.gtmOnSuccess();


___WEB_PERMISSIONS___

[
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
- name: logs the key
  code: |-
    runCode({key: 'a'});

    assertApi('gtmOnSuccess').wasCalled();
- name: 'says: it''s late'
  code: fail();
setup: ''


___NOTES___

Created on 21/11/2026, 12:00:00


`;
