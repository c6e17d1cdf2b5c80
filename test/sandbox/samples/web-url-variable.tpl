___INFO___

{
  "type": "MACRO",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "URL Part",
  "categories": [
    "UTILITY"
  ],
  "description": "Returns a part of an address: of the page, of the page before, or of one that you give.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "RADIO",
    "name": "source",
    "displayName": "Address",
    "radioItems": [
      {
        "value": "page",
        "displayValue": "Page"
      },
      {
        "value": "referrer",
        "displayValue": "Referrer"
      },
      {
        "value": "given",
        "displayValue": "Other",
        "help": "A whole address with https://.",
        "subParams": [
          {
            "type": "TEXT",
            "name": "address",
            "displayName": "Address",
            "simpleValueType": true,
            "valueValidators": [
              {
                "type": "NON_EMPTY"
              }
            ]
          }
        ]
      }
    ],
    "simpleValueType": true,
    "defaultValue": "page"
  },
  {
    "type": "SELECT",
    "name": "part",
    "displayName": "Part",
    "macrosInSelect": false,
    "selectItems": [
      {
        "value": "host",
        "displayValue": "Host"
      },
      {
        "value": "path",
        "displayValue": "Path"
      },
      {
        "value": "query",
        "displayValue": "Query parameter"
      },
      {
        "value": "fragment",
        "displayValue": "Fragment"
      }
    ],
    "simpleValueType": true
  },
  {
    "type": "TEXT",
    "name": "key",
    "displayName": "Parameter",
    "simpleValueType": true,
    "enablingConditions": [
      {
        "paramName": "part",
        "paramValue": "query",
        "type": "EQUALS"
      }
    ]
  },
  {
    "type": "CHECKBOX",
    "name": "all",
    "checkboxText": "Return all values",
    "simpleValueType": true
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const decodeUri = require('decodeUri');
const decodeUriComponent = require('decodeUriComponent');
const getQueryParameters = require('getQueryParameters');
const getReferrerQueryParameters = require('getReferrerQueryParameters');
const getReferrerUrl = require('getReferrerUrl');
const getType = require('getType');
const getUrl = require('getUrl');
const parseUrl = require('parseUrl');

function ofGiven() {
  const url = parseUrl(data.address);
  if (!url) return undefined;
  switch (data.part) {
    case 'host':
      return url.hostname;
    case 'path':
      return decodeUri(url.pathname);
    case 'query': {
      const found = url.searchParams[data.key];
      if (getType(found) === 'array') return data.all ? found : found[0];
      return data.all && found !== undefined ? [found] : found;
    }
    default:
      return decodeUriComponent(url.hash.slice(1));
  }
}

if (data.source === 'given') return ofGiven();
const isPage = data.source !== 'referrer';
if (data.part === 'query') {
  return isPage ? getQueryParameters(data.key, data.all) : getReferrerQueryParameters(data.key, data.all);
}
return isPage ? getUrl(data.part) : getReferrerUrl(data.part);


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "get_url",
        "versionId": "1"
      },
      "param": [
        {
          "key": "urlParts",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "protocol",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "host",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "port",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "path",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "extension",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "query",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "fragment",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "queriesAllowed",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "queryKeys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "q"
              },
              {
                "type": 1,
                "string": "utm_source"
              },
              {
                "type": 1,
                "string": "utm_campaign"
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
        "publicId": "get_referrer",
        "versionId": "1"
      },
      "param": [
        {
          "key": "urlParts",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "protocol",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "host",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "port",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "path",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "extension",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "query",
          "value": {
            "type": 8,
            "boolean": true
          }
        },
        {
          "key": "queriesAllowed",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "queryKeys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "q"
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
- name: Takes an address apart
  code: |-
    const address = 'https://www.example.com:8080/a%20b/c.html?q=1&q=two&x=%26#p%C3%A4ge';
    const read = (part, key, all) => runCode({ source: 'given', address: address, part: part, key: key, all: all });

    assertThat(read('host')).isEqualTo('www.example.com');
    assertThat(read('path')).isEqualTo('/a b/c.html');
    assertThat(read('query', 'q', true)).isEqualTo(['1', 'two']);
    assertThat(read('query', 'q', false)).isEqualTo('1');
    assertThat(read('query', 'x', true)).isEqualTo(['&']);
    assertThat(read('query', 'none', true)).isUndefined();
    assertThat(read('fragment')).isEqualTo('päge');
- name: Gives nothing for what is no address
  code: |-
    assertThat(runCode({ source: 'given', address: '/relative', part: 'host' })).isUndefined();
    assertThat(runCode({ source: 'given', address: undefined, part: 'host' })).isUndefined();
- name: Asks the page for its parts
  code: |-
    mock('getUrl', (part) => 'page ' + part);
    mock('getReferrerUrl', (part) => 'referrer ' + part);
    assertThat(runCode({ source: 'page', part: 'fragment' })).isEqualTo('page fragment');
    assertThat(runCode({ source: 'referrer', part: 'path' })).isEqualTo('referrer path');
- name: Reads parameters of the page that runs it
  code: |-
    assertThat(runCode({ source: 'page', part: 'query', key: 'q' })).isUndefined();
    assertThat(runCode({ source: 'referrer', part: 'query', key: 'q', all: true })).isUndefined();
    assertThat(runCode({ source: 'page', part: 'host' })).isString().isNotEmpty();
    assertThat(runCode({ source: 'page', part: 'path' })).contains('/');
    assertApi('getQueryParameters').wasCalledWith('q', undefined);
    assertApi('getReferrerQueryParameters').wasCalledWith('q', true);
setup: ''


___NOTES___

Created on 1/5/2026, 11:22:33 AM


