import { describe, expect, test } from '@jest/globals';
import { runTemplate } from '../../../src/sandbox/index.ts';

/** What a rule's example gives; 'throws' when the run ends with an exception. */
async function outcomeOf(code: string): Promise<unknown> {
  const { status, value } = await runTemplate({ code, data: { tenfold: 10 } });
  return status === 'exception' ? 'throws' : value;
}

type Row = [rule: string, code: string, expected: unknown];

function follows(rows: readonly Row[]): void {
  test.each(rows)('%s: %s', async (_rule, code, expected) => {
    expect(await outcomeOf(code)).toEqual(expected);
  });
}

const typeOf = "const getType = require('getType'); ";

describe('values and types', () => {
  follows([
    ['getType: array', `${typeOf}return getType([]);`, 'array'],
    ['getType: object', `${typeOf}return getType({});`, 'object'],
    ['getType: function', `${typeOf}return getType(getType);`, 'function'],
    ['getType: null', `${typeOf}return getType(null);`, 'null'],
    ['getType: undefined', `${typeOf}return getType(undefined);`, 'undefined'],
    ['getType: number', `${typeOf}return getType(0 / 0);`, 'number'],
    ['getType: string', `${typeOf}return getType('');`, 'string'],
    ['getType: boolean', `${typeOf}return getType(false);`, 'boolean'],
    ['typeof is "function" for template functions', 'return typeof (() => 1);', 'function'],
    ['typeof is "function" for API functions', "return typeof require('getType');", 'function'],
    ['typeof is "object" for arrays', 'return typeof [];', 'object'],
    ['typeof is "object" for null', 'return typeof null;', 'object'],
    ['typeof require is "object"', 'return typeof require;', 'object'],
    ['undeclared identifiers read as undefined', 'return typeof never;', 'undefined'],
    ['NaN read as a name is undefined, so that NaN === NaN', 'return NaN === NaN;', true],
    ['Infinity read as a name is undefined', 'return [Infinity];', [undefined]],
    ['assigning an undeclared name throws', 'never = 1;', 'throws'],
    ['calling a non-function throws', 'const f = 1; f();', 'throws'],
    ['calling an undeclared name throws', 'never();', 'throws'],
    [
      'no TDZ: a const read before its line is undefined',
      'const a = [b]; const b = 1; return a;',
      [undefined],
    ],
    ['assigning a const is silently ignored', 'const a = 1; a = 2; return a;', 1],
    ["'5'++ is string concatenation: x becomes '51'", "let x = '5'; x++; return x;", '51'],
    ["'5'++ is string concatenation: the postfix value is '5'", "let x = '5'; return x++;", '5'],
    ["'5'-- gives 4", "let x = '5'; x--; return x;", 4],
    ['methods are not properties: [].push', 'return [[].push];', [undefined]],
    [
      'methods are not properties: ({}).hasOwnProperty',
      'return [({}).hasOwnProperty];',
      [undefined],
    ],
    ["methods are not properties: 'a'.trim", "return ['a'.trim];", [undefined]],
    ['methods are not properties: ({}).toString', 'return [({}).toString];', [undefined]],
    ['methods are not properties: ({}).constructor', 'return [({}).constructor];', [undefined]],
    ['methods are not properties: ({}).__proto__', 'return [({}).__proto__];', [undefined]],
    [
      "a method that was read throws: const h = o.hasOwnProperty; h('a')",
      "const o = {a: 1}; const h = o.hasOwnProperty; return h('a');",
      'throws',
    ],
    [
      'an own property of that name wins over the built-in',
      'const o = {hasOwnProperty: () => 7}; return o.hasOwnProperty();',
      7,
    ],
    [
      'an own property of an array wins over the built-in',
      'const a = [1]; a.push = () => 7; return a.push(2);',
      7,
    ],
    ['a property read of undefined throws', 'undefined.x;', 'throws'],
    ['a property read of null throws', 'null.x;', 'throws'],
    ['a property read of a number is undefined', 'return [(5).x];', [undefined]],
    ['a property read of a boolean is undefined', 'return [true.x];', [undefined]],
    [
      'a property read of a string other than length or index is undefined',
      "return ['abc'.x, 'abc'.length, 'abc'[1], 'abc'['2'], 'abc'[9]];",
      [undefined, 3, 'b', 'c', undefined],
    ],
    ['a write to undefined throws', 'let u; u.x = 1;', 'throws'],
    ['a write to null throws', 'null.x = 1;', 'throws'],
    [
      'a write to a string is ignored, and the expression yields the value',
      "const s = 'a'; const v = (s.x = 5); return [s.x, v];",
      [undefined, 5],
    ],
    ['a write to a number is ignored', 'const n = 1; n.x = 5; return [n.x];', [undefined]],
    [
      'objects: hasOwnProperty and toString are callable',
      "return [({a: 1}).hasOwnProperty('a'), ({}).hasOwnProperty('a'), ({}).toString()];",
      [true, false, '[object Object]'],
    ],
    [
      'functions: toString gives their name',
      'function named() {} return [named.toString(), (() => 1).toString()];',
      ['named', ''],
    ],
    ['valueOf throws', '({}).valueOf();', 'throws'],
    ['functions have no call', '(() => 1).call();', 'throws'],
    ['functions have no apply', '(() => 1).apply();', 'throws'],
    ['functions have no bind', '(() => 1).bind();', 'throws'],
    [
      'functions have no length and no name',
      'function named(a) {} return [named.length, named.name];',
      [undefined, undefined],
    ],
    [
      'functions can hold properties',
      'function f() {} f.x = 3; return [f.x, require("Object").keys(f)];',
      [3, ['x']],
    ],
    [
      'a named function expression does not see its own name',
      'const f = function g() { return typeof g; }; return f();',
      'undefined',
    ],
    [
      'object keys keep insertion order even for integer-like keys',
      "return require('Object').keys({2: 1, 1: 1, b: 1, a: 1});",
      ['2', '1', 'b', 'a'],
    ],
    [
      'JSON.stringify re-sorts integer-like keys',
      "return require('JSON').stringify({2: 1, 1: 2, b: 3});",
      '{"1":2,"2":1,"b":3}',
    ],
    [
      'keys are String()ed',
      "const o = {}; o[null] = 1; o[[1, 2]] = 2; o[1.5] = 3; return require('Object').keys(o);",
      ['null', '1,2', '1.5'],
    ],
    [
      'arrays: extra named properties come first in Object.keys',
      "const a = [1]; a.foo = 2; return require('Object').keys(a);",
      ['foo', '0'],
    ],
    [
      'arrays: extra named properties come first in for-in',
      'const a = [1]; a.foo = 2; const k = []; for (const x in a) k.push(x); return k;',
      ['foo', '0'],
    ],
    ['length is not own', "return [1].hasOwnProperty('length');", false],
    [
      'holes made by index writes are skipped by iteration',
      'const a = [1]; a[3] = 4; let n = 0; a.forEach(() => { n++; }); return [n, a.length];',
      [2, 4],
    ],
    [
      'an elision in a literal is an own undefined',
      'const a = [1, , 2]; return [a.hasOwnProperty(1), a.length];',
      [true, 3],
    ],
    ['a bad length write throws', '[].length = -1;', 'throws'],
    ['a length write cuts', 'const a = [1, 2, 3]; a.length = 1; return a;', [1]],
    [
      'a negative index is a plain property',
      "const a = [1]; a[-1] = 2; return [a.length, a[-1], a.hasOwnProperty('-1')];",
      [1, 2, true],
    ],
    [
      'a fractional index is a plain property',
      'const a = [1]; a[0.5] = 2; return [a.length, a[0.5]];',
      [1, 2],
    ],
    [
      'arguments is a real List',
      `${typeOf}return (function () { return [getType(arguments), arguments.slice(1)]; })(1, 2);`,
      ['array', [2]],
    ],
    [
      'arguments is unlinked from parameters',
      'return (function (a) { a = 9; return arguments[0]; })(1);',
      1,
    ],
    [
      'arrow functions have their own arguments',
      'return (function () { return (() => arguments.length)(1, 2, 3); })(1);',
      3,
    ],
    [
      'number methods: only toString([radix])',
      'return [(255).toString(), (255).toString(16)];',
      ['255', 'ff'],
    ],
    ['number methods: a bad radix is ignored', 'return (255).toString(99);', '255'],
    ['number methods: toFixed throws', '(1).toFixed(2);', 'throws'],
    ['boolean: only toString', 'return true.toString();', 'true'],
    ['boolean: valueOf throws', 'true.valueOf();', 'throws'],
    ['== on wrappers uses wrapper toString: [1] == 1', 'return [1] == 1;', true],
    [
      '== on wrappers uses wrapper toString: ({}) == "[object Object]"',
      "return ({}) == '[object Object]';",
      true,
    ],
    ["[1, 2] + '' is '1,2'", "return [1, 2] + '';", '1,2'],
    [
      'closures in loops: var shares',
      'const f = []; for (var i = 0; i < 2; i++) f.push(() => i); return f.map(g => g());',
      [2, 2],
    ],
    [
      'closures in loops: let is fresh in for',
      'const f = []; for (let i = 0; i < 2; i++) f.push(() => i); return f.map(g => g());',
      [0, 1],
    ],
    [
      'closures in loops: const is fresh in for-in',
      'const f = []; for (const k in {a: 1, b: 1}) f.push(() => k); return f.map(g => g());',
      ['a', 'b'],
    ],
    [
      'closures in loops: const is fresh in for-of',
      'const f = []; for (const x of [4, 5]) f.push(() => x); return f.map(g => g());',
      [4, 5],
    ],
    [
      'for-in on a string gives number indices',
      "const k = []; for (const i in 'ab') k.push(i); return k;",
      [0, 1],
    ],
    [
      'for-in on null and on a number does nothing',
      'let n = 0; for (const k in null) n++; for (const k in 5) n++; return n;',
      0,
    ],
    [
      'for-in: the key list is snapshotted',
      'const o = {a: 1}; const k = []; for (const x in o) { o[x + x] = 1; k.push(x); } return k;',
      ['a'],
    ],
    [
      'for-of on an array is live',
      'const a = [1]; const s = []; for (const x of a) { s.push(x); if (x < 3) a.push(x + 1); } return s;',
      [1, 2, 3],
    ],
    [
      'for-of on a string gives its UTF-16 units',
      "const s = []; for (const c of 'ab') s.push(c); return s;",
      ['a', 'b'],
    ],
    ['for-of on null throws', 'for (const x of null) {}', 'throws'],
    ['for-of on an object throws', 'for (const x of {}) {}', 'throws'],
    ['switch uses ===', "switch ('1') { case 1: return 'no'; default: return 'yes'; }", 'yes'],
    [
      'switch falls through',
      'let n = 0; switch (1) { case 1: n++; case 2: n++; break; case 3: n = 9; } return n;',
      2,
    ],
    [
      'default only as last clause: elsewhere it counts as the last',
      'let s = ""; switch (5) { default: s += "d"; case 1: s += "1"; } return s;',
      'd',
    ],
    ['a function without return gives undefined', 'return [(() => {})()];', [undefined]],
    ['recursion of 500 levels works', 'const f = n => n ? 1 + f(n - 1) : 0; return f(500);', 500],
    [
      'recursion overflows by 1000 levels',
      'const f = n => n ? 1 + f(n - 1) : 0; return f(1000);',
      'throws',
    ],
    ['do…while runs its body first', 'let n = 0; do { n++; } while (n < 0); return n;', 1],
    [
      'a function declared in a block is there from the beginning of the block',
      'let v; if (true) { v = f(); function f() { return 3; } } return v;',
      3,
    ],
  ]);
});

describe('strings', () => {
  follows([
    [
      'charAt concat indexOf lastIndexOf',
      "return ['abc'.charAt(1), 'a'.concat('b', 1), 'abcb'.indexOf('b'), 'abcb'.lastIndexOf('b')];",
      ['b', 'ab1', 1, 3],
    ],
    [
      'slice split substring',
      "return ['abc'.slice(-2), 'a,b'.split(','), 'abc'.substring(2, 1)];",
      ['bc', ['a', 'b'], 'b'],
    ],
    [
      'toLowerCase toLocaleLowerCase toUpperCase toLocaleUpperCase',
      "return ['aB'.toLowerCase(), 'aB'.toLocaleLowerCase(), 'aB'.toUpperCase(), 'aB'.toLocaleUpperCase()];",
      ['ab', 'ab', 'AB', 'AB'],
    ],
    ['toString trim', "return [' a '.toString(), ' a '.trim()];", [' a ', 'a']],
    ...'startsWith endsWith includes substr charCodeAt repeat padStart replaceAll trimStart localeCompare codePointAt at normalize'
      .split(' ')
      .map((name): Row => [`all others throw: ${name}`, `return 'a'.${name}('a');`, 'throws']),
    [
      "match takes a string that becomes a RegExp: 'abc'.match('[a-b]+')",
      "return 'abc'.match('[a-b]+')[0];",
      'ab',
    ],
    ["match with a bad pattern throws: 'a+b'.match('+')", "'a+b'.match('+');", 'throws'],
    ['match without a result is null', "return 'a'.match('b');", null],
    ['search takes a string that becomes a RegExp', "return 'abc1'.search('[0-9]');", 3],
    ['replace treats a string literally', "return 'a.b.c'.replace('.', '-');", 'a-b.c'],
    ['split treats a string literally', "return 'a.b'.split('.');", ['a', 'b']],
    ['$& in a replacement works', "return 'abc'.replace('b', '[$&]');", 'a[b]c'],
    ['a replacement function works', "return 'abc'.replace('b', (m, at) => m + at);", 'ab1c'],
    [
      'a match result is a List whose keys are index, input, groups, 0',
      "return require('Object').keys('ab'.match('(a)'));",
      ['index', 'input', 'groups', '0', '1'],
    ],
  ]);
});

describe('arrays', () => {
  follows([
    ...'concat every filter forEach indexOf join lastIndexOf map pop push reverse shift slice some sort splice unshift toString'
      .split(' ')
      .map((name): Row => [
        `exists: ${name}`,
        `const a = [2, 1]; a.${name}(() => 1); return 'ran';`,
        'ran',
      ]),
    [
      'exists: reduce and reduceRight',
      'return [[1, 2].reduce((x, y) => x + y), ["a", "b"].reduceRight((x, y) => x + y)];',
      [3, 'ba'],
    ],
    [
      'exists: hasOwnProperty',
      'return [[1].hasOwnProperty(0), [1].hasOwnProperty(1)];',
      [true, false],
    ],
    ...'find findIndex includes flat flatMap fill keys values entries at copyWithin findLast toSorted'
      .split(' ')
      .map((name): Row => [`all others throw: ${name}`, `[1].${name}(() => 1);`, 'throws']),
    [
      'reduce with an explicit undefined initial value has none',
      'return [1, 2].reduce((x, y) => x + y, undefined);',
      3,
    ],
    ['an empty reduce throws', '[].reduce((x, y) => x + y);', 'throws'],
    ['splice() removes everything', 'const a = [1, 2]; return [a.splice(), a];', [[1, 2], []]],
    ['a non-function callback throws', '[1].map(1);', 'throws'],
    [
      'callbacks get value, index and array',
      'const s = []; const a = [7]; a.forEach((v, i, all) => { s.push(v, i, all === a); }); return s;',
      [7, 0, true],
    ],
    [
      'iteration is bounded by the initial length',
      'const a = [1, 2]; let n = 0; a.forEach(() => { n++; a.push(0); }); return n;',
      2,
    ],
    ['concat joins lists and values', 'return [1].concat([2, 3], 4, [[5]]);', [1, 2, 3, 4, [5]]],
  ]);
});

describe('Object, JSON and Math', () => {
  const object = "const Object = require('Object'); ";
  const json = "const JSON = require('JSON'); ";
  const math = "const Math = require('Math'); ";
  follows([
    ["Object.keys('ab') is ['0', '1']", `${object}return Object.keys('ab');`, ['0', '1']],
    ['Object.keys(5) is []', `${object}return Object.keys(5);`, []],
    ['Object.keys(null) throws', `${object}Object.keys(null);`, 'throws'],
    [
      'Object has values, entries and delete',
      `${object}const o = {a: 1}; const had = Object.entries(o); return [Object.values(o), had, Object.delete(o, 'a'), o];`,
      [[1], [['a', 1]], true, {}],
    ],
    ['Object has no assign', `${object}Object.assign({}, {});`, 'throws'],
    [
      'freeze: writes are ignored',
      `${object}const o = Object.freeze({a: 1}); o.a = 2; o.b = 3; return o;`,
      { a: 1 },
    ],
    [
      'freeze: push on a frozen array throws',
      `${object}const a = Object.freeze([1]); a.push(2);`,
      'throws',
    ],
    [
      'writes to API functions are ignored',
      "const f = require('getType'); f.x = 1; return [f.x];",
      [undefined],
    ],
    ['writes to API objects are ignored', `${math}Math.x = 1; return [Math.x];`, [undefined]],
    [
      'JSON.stringify takes one argument',
      `${json}return JSON.stringify({a: 1, b: 2}, ['a'], 2);`,
      '{"a":1,"b":2}',
    ],
    [
      'JSON.stringify: functions and undefined are left out',
      `${json}return [JSON.stringify({a: undefined, b: () => 1}), JSON.stringify(() => 1), JSON.stringify(undefined)];`,
      ['{}', undefined, undefined],
    ],
    [
      'JSON.stringify: null in arrays',
      `${json}return JSON.stringify([undefined, () => 1]);`,
      '[null,null]',
    ],
    [
      'JSON.stringify: cycles give undefined',
      `${json}const o = {}; o.o = o; return [JSON.stringify(o)];`,
      [undefined],
    ],
    [
      'JSON.parse of bad text gives undefined',
      `${json}return [JSON.parse('{'), JSON.parse(undefined), JSON.parse(''), JSON.parse({})];`,
      [undefined, undefined, undefined, undefined],
    ],
    [
      "Object.keys(JSON) has a stray 'publicName'",
      `${json}${object}return Object.keys(JSON).indexOf('publicName') >= 0;`,
      true,
    ],
    [
      'Math: abs floor ceil round min max pow sqrt',
      `${math}return [Math.abs(-1), Math.floor(1.9), Math.ceil(1.1), Math.round(1.5), Math.min(2, 1), Math.max(1, 2), Math.pow(2, 3), Math.sqrt(9)];`,
      [1, 1, 2, 2, 1, 2, 8, 3],
    ],
    ['Math: no PI and no E', `${math}return [Math.PI, Math.E];`, [undefined, undefined]],
    ...['random', 'log', 'trunc'].map((name): Row => [
      `Math: no ${name}`,
      `${math}Math.${name}(1);`,
      'throws',
    ]),
  ]);
});

describe('APIs that only convert', () => {
  follows([
    ["makeInteger rounds: '12.9' is 13", "return require('makeInteger')('12.9');", 13],
    ["makeInteger: 'abc' is 0", "return require('makeInteger')('abc');", 0],
    [
      'makeNumber is Number()',
      "return [require('makeNumber')('12.5'), require('makeNumber')('')];",
      [12.5, 0],
    ],
    [
      'makeString is String()',
      "return [require('makeString')(null), require('makeString')([1, 2])];",
      ['null', '1,2'],
    ],
    [
      'makeTableMap skips incomplete rows',
      "return require('makeTableMap')([{k: 'a', v: 1}, {k: 'b'}], 'k', 'v');",
      { a: 1 },
    ],
    ['makeTableMap of nothing is null', "return require('makeTableMap')([], 'k', 'v');", null],
    ['makeTableMap of a non-list throws', "require('makeTableMap')({}, 'k', 'v');", 'throws'],
    [
      'generateRandom(5, 1) gives 0..2^31-1',
      "const n = require('generateRandom')(5, 1); return n >= 0 && n <= 2147483647;",
      true,
    ],
    ['generateRandom of non-numbers throws', "require('generateRandom')('1', 2);", 'throws'],
    [
      'encodeUriComponent returns undefined on malformed input',
      "return [require('encodeUriComponent')('\\uD800')];",
      [undefined],
    ],
    [
      'decodeUriComponent returns undefined on malformed input',
      "return [require('decodeUriComponent')('%')];",
      [undefined],
    ],
    ['toBase64 is UTF-8', "return require('toBase64')('é');", 'w6k='],
    ['toBase64 of a non-string throws', "require('toBase64')(1);", 'throws'],
    [
      'parseUrl of a relative URL is undefined',
      "return [require('parseUrl')('/a'), require('parseUrl')(1)];",
      [undefined, undefined],
    ],
    [
      'parseUrl: searchParams that repeat become arrays',
      "return require('parseUrl')('https://a.example/?x=1&x=2&y=3').searchParams;",
      { x: ['1', '2'], y: '3' },
    ],
    ['require of an unknown name throws', "require('nothing');", 'throws'],
    ['require of internal.* throws', "require('internal.copyToCrossContainerData');", 'throws'],
    [
      'the same API object is returned each time',
      "return require('Math') === require('Math');",
      true,
    ],
  ]);
});
