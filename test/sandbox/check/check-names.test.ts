import { describe, expect, test } from '@jest/globals';
import { checkProgram, formatProblem } from '../../../src/sandbox/check/index.ts';

function problemsOf(source: string, globals?: string[]): string[] {
  const options = {
    file: 'main.js',
    sourceType: 'script',
    ...(globals ? { globals } : {}),
  } as const;
  return checkProgram(source, options).problems.map(formatProblem);
}

describe('names', () => {
  test.each<[string, string]>([
    ['return missing;', '(1:8): missing is not declared. Declare it, or pass it.'],
    ['missing = 1;', '(1:1): missing is not declared. Declare it, or pass it.'],
    ['{ let x = 1; } return x;', '(1:23): x is not declared. Declare it, or pass it.'],
    ['const f = function g() { return g; };', '(1:33): g is not declared. Declare it, or pass it.'],
    ['return typeof missing;', '(1:15): missing is not declared. Declare it, or pass it.'],
    ['return NaN;', '(1:8): NaN is not declared. Write 0 / 0.'],
    ['return Infinity;', '(1:8): Infinity is not declared. Write 1 / 0.'],
    [
      'return window;',
      "(1:8): window is not declared. Use require('copyFromWindow') and require('setInWindow').",
    ],
    ['return Math.max(1, 2);', "(1:8): Math is not declared. Use require('Math')."],
    ['return {a: missing};', '(1:12): missing is not declared. Declare it, or pass it.'],
    ['return data[missing];', '(1:13): missing is not declared. Declare it, or pass it.'],
    [
      'const c = 1; c = 2;',
      '(1:14): c is a constant; assigning to it is ignored. Declare it with let.',
    ],
    [
      'const c = 1; c++;',
      '(1:14): c is a constant; assigning to it is ignored. Declare it with let.',
    ],
    [
      'const c = 1; for (c in data) {}',
      '(1:19): c is a constant; assigning to it is ignored. Declare it with let.',
    ],
    [
      'const f = () => arguments;',
      '(1:17): An arrow function has its own arguments here, unlike in JavaScript. Use function.',
    ],
    ['return arguments;', '(1:8): There are no arguments outside a function. Use data.'],
  ])('%s', (source, expected) => {
    expect(problemsOf(source)).toEqual([`main.js ${expected}`]);
  });

  test.each([
    'return data.missing;',
    'return {missing: 1};',
    'return f(); function f() { return later; } var later;',
    'for (let i = 0; i < 1; i++) { i += 1; }',
    'const c = 1; const f = function (c) { c = 2; return c; };',
    'const c = {}; c.x = 1;',
    'if (data) { var x = 1; } return x;',
    'return undefined;',
  ])('accepts %s', (source) => {
    expect(problemsOf(source)).toEqual([]);
  });

  test('knows the names it is given', () => {
    const source = 'mock("x", 1); runCode({});';
    expect(problemsOf(source)).toHaveLength(2);
    expect(problemsOf(source, ['mock', 'runCode'])).toEqual([]);
  });
});

describe('methods', () => {
  test.each<[string, string]>([
    ["return 'a'.includes('a');", '(1:12): There is no includes method. Use indexOf(x) >= 0.'],
    [
      "return data.url.startsWith('a');",
      '(1:17): There is no startsWith method. Use indexOf(x) === 0.',
    ],
    ['return [1].find(data.f);', '(1:12): There is no find method. Use filter(…)[0].'],
    ['return (1).toFixed(2);', "(1:12): There is no toFixed method. Use require('Math').round."],
    [
      'data.f.apply(null, []);',
      '(1:8): There is no apply method. Call the function with its arguments.',
    ],
    ['return data.list.keys();', "(1:18): There is no keys method. Use require('Object').keys."],
    [
      "return require('Math').random();",
      '(1:24): Math has no random. It has abs, ceil, floor, max, min, pow, round, sqrt.',
    ],
    [
      "const JSON = require('JSON'); return JSON.print;",
      '(1:43): JSON has no print. It has parse, stringify.',
    ],
  ])('%s', (source, expected) => {
    expect(problemsOf(source)).toEqual([`main.js ${expected}`]);
  });

  test.each([
    "const Object = require('Object'); return Object.keys({}).concat(Object.entries({}));",
    "return require('Object').values({});",
    "const api = require('somethingElse'); api.find();",
    'const host = {find: function () { return 1; }}; return host.find();',
    'const host = {}; host.find = () => 1; return host.find();',
    'return data.find;',
    "return 'a'.indexOf('a') + 'a'.split(',').join('') + [1].slice(0).length;",
  ])('accepts %s', (source) => {
    expect(problemsOf(source)).toEqual([]);
  });
});
