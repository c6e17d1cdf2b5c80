___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "CLIENT",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Measurement Client",
  "description": "Takes requests of both generations of Google Analytics.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "CHECKBOX",
    "name": "acceptOld",
    "checkboxText": "Accept Universal Analytics",
    "simpleValueType": true
  }
]


___SANDBOXED_JS_FOR_SERVER___

const claimRequest = require('claimRequest');
const extractEventsFromMpv1 = require('extractEventsFromMpv1');
const extractEventsFromMpv2 = require('extractEventsFromMpv2');
const isRequestMpv1 = require('isRequestMpv1');
const isRequestMpv2 = require('isRequestMpv2');
const returnResponse = require('returnResponse');
const runContainer = require('runContainer');
const setResponseStatus = require('setResponseStatus');

const isNew = isRequestMpv2();
const isOld = !isNew && data.acceptOld && isRequestMpv1();
if (!isNew && !isOld) return;

claimRequest();
const events = isNew ? extractEventsFromMpv2() : extractEventsFromMpv1();
let left = events.length;
events.forEach((event) => {
  runContainer(event, () => {
    if (--left > 0) return;
    setResponseStatus(204);
    returnResponse();
  });
});


___SERVER_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "read_request",
        "versionId": "1"
      },
      "param": [
        {
          "key": "requestAccess",
          "value": {
            "type": 1,
            "string": "any"
          }
        },
        {
          "key": "headerAccess",
          "value": {
            "type": 1,
            "string": "any"
          }
        },
        {
          "key": "bodyAccess",
          "value": {
            "type": 1,
            "string": "any"
          }
        },
        {
          "key": "pathAccess",
          "value": {
            "type": 1,
            "string": "any"
          }
        },
        {
          "key": "queryParameterAccess",
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
        "publicId": "access_response",
        "versionId": "1"
      },
      "param": [
        {
          "key": "writeResponseAccess",
          "value": {
            "type": 1,
            "string": "any"
          }
        },
        {
          "key": "writeHeaderAccess",
          "value": {
            "type": 1,
            "string": "any"
          }
        },
        {
          "key": "writeStatusAccess",
          "value": {
            "type": 1,
            "string": "any"
          }
        },
        {
          "key": "writeBodyAccess",
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
        "publicId": "return_response",
        "versionId": "1"
      },
      "param": []
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "run_container",
        "versionId": "1"
      },
      "param": []
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: Takes a request of today
  code: |-
    mock('isRequestMpv2', true);
    mock('extractEventsFromMpv2', [{ event_name: 'page_view' }, { event_name: 'scroll' }]);
    runCode({ acceptOld: true });
    assertApi('isRequestMpv1').wasNotCalled();
    assertApi('setResponseStatus').wasCalledWith(204);
    assertApi('returnResponse').wasCalled();
- name: Takes an old request where that is wished
  code: |-
    mock('isRequestMpv1', true);
    mock('extractEventsFromMpv1', [{ event_name: 'page_view' }]);
    runCode({ acceptOld: true });
    assertApi('isRequestMpv2').wasCalled();
    assertApi('claimRequest').wasCalled();
    assertApi('extractEventsFromMpv1').wasCalled();
- name: Leaves everything else
  code: |-
    runCode({ acceptOld: true });
    assertApi('isRequestMpv1').wasCalled();
    assertApi('claimRequest').wasNotCalled();
setup: mock('runContainer', (event, onComplete) => onComplete());


___NOTES___

Created on 01/04/2026, 07:30:00


