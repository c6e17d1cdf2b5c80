import { describe, expect, test } from '@jest/globals';
import { runSnippet } from './run-snippet.ts';

describe('APIs without permission', () => {
  test.each([
    [`require('getType')()`, 'undefined'],
    [`require('getType')(null)`, 'null'],
    [`require('getType')([])`, 'array'],
    [`require('getType')(require('getType'))`, 'function'],
    [`require('makeString')(undefined)`, 'undefined'],
    [`require('makeString')([1, [2, 3]])`, '1,2,3'],
    [`require('makeNumber')('0x10')`, 16],
    [`require('makeNumber')({})`, NaN],
    [`require('makeInteger')('12.9')`, 13],
    [`require('makeInteger')('abc')`, 0],
    [`require('makeTableMap')([{ k: 'a', v: 1 }, { k: 'b' }, 5], 'k', 'v')`, { a: 1 }],
    [`require('makeTableMap')([{ k: 'b' }], 'k', 'v')`, null],
    [`require('makeTableMap')([], 'k', 'v')`, null],
    [`require('generateRandom')(1, 10)`, 6],
    [`require('generateRandom')(5, 1)`, 1073741824],
    [`require('getTimestamp')()`, 1_700_000_000_000],
    [`require('getTimestampMillis')()`, 1_700_000_000_000],
    [`require('encodeUriComponent')('a b&c')`, 'a%20b%26c'],
    [`require('encodeUriComponent')('\\ud800')`, undefined],
    [`require('encodeUriComponent')()`, 'undefined'],
    [`require('encodeUri')('a b&c')`, 'a%20b&c'],
    [`require('decodeUriComponent')('%26')`, '&'],
    [`require('decodeUriComponent')('%')`, undefined],
    [`require('decodeUri')('%26')`, '%26'],
    [`require('toBase64')('é')`, 'w6k='],
    [`require('fromBase64')('w6k=')`, 'é'],
    [`require('fromBase64')('***')`, undefined],
    [`require('parseUrl')('/relative')`, undefined],
    [`require('parseUrl')(5)`, undefined],
    [`require('parseUrl')('//a.b/c').protocol`, 'https:'],
    [
      `require('parseUrl')('https://a.b:8/c?x=1&x=2&y=3#h').searchParams`,
      { x: ['1', '2'], y: '3' },
    ],
    [`require('parseUrl')('https://a.b:8/c?x=1#h').host`, 'a.b:8'],
    [`require('JSON').parse('{"a":[1]}')`, { a: [1] }],
    [`require('JSON').parse('{')`, undefined],
    [`require('JSON').parse(undefined)`, undefined],
    [`require('JSON').parse({})`, undefined],
    [`require('JSON').stringify({ b: 1, 2: 1, 1: 1 })`, '{"1":1,"2":1,"b":1}'],
    [`require('JSON').stringify([undefined, require])`, '[null,null]'],
    [`require('JSON').stringify(undefined)`, undefined],
    [`const a = []; a[0] = a; return require('JSON').stringify(a)`, undefined],
    [`require('Object').keys(require('JSON'))`, ['parse', 'stringify', 'publicName']],
    [`require('Object').keys({ 2: 1, 1: 1 })`, ['2', '1']],
    [
      `const a = [7]; a.foo = 8; return require('Object').entries(a)`,
      [
        ['foo', 8],
        ['0', 7],
      ],
    ],
    [`require('Object').keys('ab')`, ['0', '1']],
    [`require('Object').values('ab')`, ['a', 'b']],
    [`require('Object').keys(5)`, []],
    [`const o = { a: 1 }; require('Object').delete(o, 'a'); return o`, {}],
    [`require('Object').delete([1], 0)`, false],
    [`const o = require('Object').freeze({ a: 1 }); o.a = 2; return o.a`, 1],
    [`require('Math').max(1, 3, 2)`, 3],
    [`require('Math').pow(2, 10)`, 1024],
    [`require('Math').PI`, undefined],
    [`require('Math') === require('Math')`, true],
    [`const m = require('Math'); m.abs = 1; return m.abs(-2)`, 2],
    [`typeof require`, 'object'],
  ])('%s', (code, expected) => {
    const body = code.includes('return') ? code : `return ${code};`;
    expect(runSnippet(body)).toEqual(expected);
  });

  test.each([
    [`require('noSuchApi')`, 'noSuchApi is not a valid API name.'],
    [`require('internal.x')`, 'internal.x is not a valid API name.'],
    [
      `require('toBase64')(1)`,
      'Argument error in toBase64. Expected argument types [string], but received [number].',
    ],
    [`require('decodeUriComponent')(1)`, 'Argument error in decodeUriComponent.'],
    [`require('generateRandom')('1', 2)`, 'Argument error in generateRandom.'],
    [`require('makeTableMap')({}, 'k', 'v')`, 'Argument error in makeTableMap.'],
    [`require('Object').keys(null)`, 'Argument error in Object.keys.'],
    [`require('Math').random()`, 'random'],
    [
      `require('setCookie')('a', 1)`,
      'Argument error in setCookie. Expected argument types [string, string?',
    ],
    [`require('copyFromWindow')()`, 'Argument error in copyFromWindow.'],
    [`require('isConsentGranted')(1)`, 'Argument error in isConsentGranted.'],
    [`require('addConsentListener')('x', null)`, 'Argument error in addConsentListener.'],
    [`require('sendPixel')(1)`, 'Argument error in sendPixel.'],
    [`require('callLater')()`, 'Argument error in callLater.'],
  ])('%s throws', (code, message) => {
    expect(() => runSnippet(code)).toThrow(message);
  });

  test('every API checks its permission at the call, not at require', () => {
    expect(runSnippet(`require('setCookie'); return 1;`)).toBe(1);
    expect(() => runSnippet(`require('setCookie')('a', 'b')`)).toThrow(
      'The requested permission set_cookies is not configured.',
    );
  });
});
