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
  "displayName": "Pattern And Domain",
  "categories": [
    "UTILITY"
  ],
  "description": "Tests the event against RE2 patterns, and shortens a host to its registrable domain.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "input",
    "displayName": "Input",
    "simpleValueType": true
  },
  {
    "type": "RADIO",
    "name": "mode",
    "displayName": "Mode",
    "radioItems": [
      {
        "value": "regex",
        "displayValue": "Pattern"
      },
      {
        "value": "domain",
        "displayValue": "Domain"
      }
    ],
    "simpleValueType": true
  },
  {
    "type": "TEXT",
    "name": "pattern",
    "displayName": "Pattern",
    "simpleValueType": true,
    "lineCount": 2,
    "enablingConditions": [
      {
        "paramName": "mode",
        "paramValue": "regex",
        "type": "EQUALS"
      }
    ]
  },
  {
    "type": "CHECKBOX",
    "name": "ignoreCase",
    "checkboxText": "Ignore case",
    "simpleValueType": true
  }
]


___SANDBOXED_JS_FOR_SERVER___

const computeEffectiveTldPlusOne = require('computeEffectiveTldPlusOne');
const createRegex = require('createRegex');
const makeString = require('makeString');
const testRegex = require('testRegex');

if (data.mode === 'domain') return computeEffectiveTldPlusOne(data.input);

const patterns = data.pattern.split('\n').filter((line) => line.trim() !== '');
return patterns.some((pattern) => {
  const regex = createRegex(pattern, data.ignoreCase ? 'gi' : 'g');
  if (regex === null) return false;
  return testRegex(regex, makeString(data.input));
});


___TESTS___

scenarios:
- name: Tests one of several patterns
  code: |-
    assertThat(test('^a\n\nb+$', 'xbb')).isTrue();
    assertThat(test('^A$', 'a')).isFalse();
    assertThat(test('^A$', 'a', true)).isTrue();
- name: Takes a wrong pattern for no match
  code: |-
    assertThat(test('(', '(')).isFalse();
    assertThat(test('(?=a)', 'a'), 'RE2 does not look around').isFalse();
- name: Goes on behind the last match with the flag g
  code: |-
    const createRegex = require('createRegex');
    const testRegex = require('testRegex');
    const regex = createRegex('a', 'g');
    assertThat([testRegex(regex, 'a'), testRegex(regex, 'a'), testRegex(regex, 'a')]).isEqualTo([true, false, true]);
    assertThat(createRegex('[')).isNull();
- name: Shortens a host
  code: |-
    const domain = (input) => runCode({ mode: 'domain', input: input });
    assertThat(domain('https://www.shop.example.co.uk/x')).isEqualTo('example.co.uk');
    assertThat(domain('shop.user.github.io')).isEqualTo('user.github.io');
    assertThat(domain('localhost')).isEqualTo('');
    assertThat(domain(undefined)).isUndefined();
    assertThat(domain(null)).isNull();
setup: 'const test = (pattern, input, ignoreCase) => runCode({ mode: ''regex'', pattern:
  pattern, input: input, ignoreCase: ignoreCase });'


___NOTES___

Created on 28/02/2026, 13:13:13


