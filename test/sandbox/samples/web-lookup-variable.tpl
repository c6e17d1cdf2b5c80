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
  "displayName": "Pattern Lookup",
  "categories": [
    "UTILITY"
  ],
  "description": "Returns the output of the first row whose pattern matches the input.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "input",
    "displayName": "Input",
    "simpleValueType": true,
    "valueValidators": [
      {
        "type": "NON_EMPTY"
      }
    ]
  },
  {
    "type": "SIMPLE_TABLE",
    "name": "rows",
    "displayName": "Rows",
    "simpleTableColumns": [
      {
        "defaultValue": "",
        "displayName": "Pattern",
        "name": "pattern",
        "type": "TEXT",
        "valueValidators": [
          {
            "type": "NON_EMPTY"
          },
          {
            "type": "REGEX",
            "args": [
              "^\\S+$"
            ]
          }
        ]
      },
      {
        "defaultValue": "",
        "displayName": "Output",
        "name": "output",
        "type": "TEXT"
      }
    ],
    "newRowButtonText": "Add row",
    "valueValidators": [
      {
        "type": "TABLE_ROW_COUNT",
        "args": [
          1
        ]
      }
    ],
    "help": "The first row that matches counts."
  },
  {
    "type": "SELECT",
    "name": "outputType",
    "displayName": "Output type",
    "macrosInSelect": false,
    "selectItems": [
      {
        "value": "text",
        "displayValue": "Text"
      },
      {
        "value": "number",
        "displayValue": "Number"
      },
      {
        "value": "integer",
        "displayValue": "Whole number"
      },
      {
        "value": "boolean",
        "displayValue": "True or false"
      },
      {
        "value": "list",
        "displayValue": "List"
      }
    ],
    "simpleValueType": true,
    "defaultValue": "text"
  },
  {
    "type": "CHECKBOX",
    "name": "wholeWord",
    "checkboxText": "The pattern describes the whole input",
    "simpleValueType": true
  },
  {
    "type": "TEXT",
    "name": "fallback",
    "displayName": "Default",
    "simpleValueType": true,
    "canBeEmptyString": true
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const getType = require('getType');
const makeInteger = require('makeInteger');
const makeNumber = require('makeNumber');
const makeString = require('makeString');

function convert(output) {
  switch (data.outputType) {
    case 'integer':
      return makeInteger(output);
    case 'number':
      return makeNumber(output);
    case 'boolean':
      return makeString(output).toLowerCase() === 'true';
    case 'list':
      return output === '' ? [] : output.split('|').map((item) => item.trim()).sort();
    default:
      return output;
  }
}

if (getType(data.input) === 'undefined' || data.input === null) return data.fallback;
const input = makeString(data.input);
for (const row of data.rows) {
  const pattern = data.wholeWord ? '^(' + row.pattern + ')$' : row.pattern;
  const match = input.match(pattern);
  if (!match) continue;
  let output = row.output;
  // $1 to $9 stand for the groups of the pattern.
  for (let i = 1; i < match.length; i++) {
    output = output.split('$' + i).join(match[i] === undefined ? '' : match[i]);
  }
  return convert(output);
}
return data.fallback;


___TESTS___

scenarios:
- name: Returns the first row that matches
  code: |-
    assertThat(runCode({ input: '/p/42?x=cart', rows: rows })).isEqualTo('product-42');
    assertThat(runCode({ input: '/basket', rows: rows })).isEqualTo('cart');
    assertThat(runCode({ input: '/basket', rows: rows, wholeWord: true, fallback: 'none' })).isEqualTo('none');
- name: Returns the default for no input
  code: |-
    assertThat(runCode({ input: undefined, rows: rows, fallback: '' })).isEqualTo('').isDefined().isNotNull().isEmpty();
    assertThat(runCode({ input: null, rows: rows })).isUndefined();
    assertThat(runCode({ input: 0, rows: [{ pattern: '0', output: 'zero' }] })).isEqualTo('zero');
- name: Converts the output
  code: |-
    const convert = (type, output) => runCode({ input: 'a', rows: [{ pattern: 'a', output: output }], outputType: type });
    assertThat(convert('number', '1.5')).isNumber().isGreaterThan(1).isLessThan(2);
    assertThat(convert('integer', '12.9')).isEqualTo(13).isGreaterThanOrEqualTo(13).isLessThanOrEqualTo(13);
    assertThat(convert('number', 'x')).isNaN();
    assertThat(convert('number', '1e999')).isInfinity();
    assertThat(convert('number', '7')).isNotInfinity().isTruthy();
    assertThat(convert('boolean', 'TRUE')).isBoolean().isTrue();
    assertThat(convert('list', 'b| a ')).isArray().isEqualTo(['a', 'b']);
    assertThat(convert('list', '')).isEmpty();
- name: Throws at a pattern that is none
  code: 'assertThat(runCode({ input: ''a+b'', rows: [{ pattern: ''a\\+b'', output:
    ''sum'' }] })).isEqualTo(''sum'').isNotEqualTo(''SUM'').isNoneOf(''a+b'', undefined,
    null);'
setup: |-
  const rows = [
    { pattern: '^/p/([0-9]+)', output: 'product-$1' },
    { pattern: 'cart|basket', output: 'cart' },
  ];


___NOTES___

Created on 30/01/2026, 17:45:10


