import { describe, expect, test } from '@jest/globals';
import { evaluate } from '../evaluate/evaluate.ts';

describe('strings', () => {
  test.each<[string, unknown]>([
    ["'abc'.charAt(1)", 'b'],
    ["'abc'.charAt()", 'a'],
    ["'a'.concat('b', 1, [2, 3])", 'ab12,3'],
    ["'abcabc'.indexOf('c')", 2],
    ["'abcabc'.indexOf('c', 3)", 5],
    ["'abc'.indexOf('x')", -1],
    ["'undefined'.indexOf()", 0],
    ["'abcabc'.lastIndexOf('c')", 5],
    ["'abcabc'.lastIndexOf('c', 4)", 2],
    ["'abc'.slice(-2)", 'bc'],
    ["'abc'.slice(1, 2)", 'b'],
    ["'abc'.substring(2, 0)", 'ab'],
    ["'aBc'.toLowerCase()", 'abc'],
    ["'aBc'.toLocaleLowerCase()", 'abc'],
    ["'aBc'.toUpperCase()", 'ABC'],
    ["'aBc'.toLocaleUpperCase()", 'ABC'],
    ["'abc'.toString()", 'abc'],
    ["' a\\t\\n'.trim()", 'a'],
    ["'a,b,c'.split(',')", ['a', 'b', 'c']],
    ["'a,b,c'.split(',', 2)", ['a', 'b']],
    ["'abc'.split('')", ['a', 'b', 'c']],
    ["'abc'.split()", ['abc']],
    ["'a.b'.split('.')", ['a', 'b']],
    ["'a[b]c'.split('[b]')", ['a', 'c']],
    ["'a1b1'.replace('1', '-')", 'a-b1'],
    ["'a.b'.replace('.', '')", 'ab'],
    ["'axb'.replace('x', '[$&]')", 'a[x]b'],
    ["'axb'.replace('x', (found, at, all) => found + at + all)", 'ax1axbb'],
    ["'axb'.replace('x', () => [1, 2])", 'a1,2b'],
    ["'axb'.replace('x')", 'aundefinedb'],
    ["'abc'.search('[bc]')", 1],
    ["'abc'.search('x')", -1],
    ["'abc'['toUpperCase']()", 'ABC'],
  ])('%s is %p', (expression, expected) => {
    expect(evaluate(`return ${expression};`)).toEqual(expected);
  });

  test.each<[string, unknown]>([
    ["'abc'.match('[a-b]+')[0]", 'ab'],
    ["'abc'.match('(a)(b)').join('|')", 'ab|a|b'],
    ["'abc'.match('b').index", 1],
    ["'abc'.match('b').input", 'abc'],
    ["'abc'.match('x')", null],
    ["'abc'.match()[0]", ''],
    ["'d41d8'.match('^[a-f0-9]{5}$') !== null", true],
  ])(
    'makes a regular expression of the string given to match: %s is %p',
    (expression, expected) => {
      expect(evaluate(`return ${expression};`)).toEqual(expected);
    },
  );

  test('a match has index, input and groups before its items', () => {
    const keys = "const s = []; for (const k in 'abc'.match('(b)')) s.push(k); return s;";
    expect(evaluate(keys)).toEqual(['index', 'input', 'groups', '0', '1']);
  });

  test.each<[string, unknown]>([
    ["'abc'.length", 3],
    ["'abc'[1]", 'b'],
    ["'abc'['1']", 'b'],
    ["'abc'[3]", undefined],
    ["'abc'[-1]", undefined],
    ["'abc'['01']", undefined],
    ["'abc'.trim", undefined],
    ["'abc'.foo", undefined],
  ])('has only its length and its characters as properties: %s is %p', (expression, expected) => {
    expect(evaluate(`return ${expression};`)).toBe(expected);
  });

  test.each(
    'startsWith endsWith includes substr charCodeAt codePointAt repeat padStart padEnd replaceAll trimStart trimEnd localeCompare matchAll at hasOwnProperty valueOf'.split(
      ' ',
    ),
  )('%s throws', (name) => {
    expect(() => evaluate(`'abc'.${name}('a');`)).toThrow(
      `code.js (1:7): ${name} is not a function`,
    );
  });
});

describe('numbers and booleans', () => {
  test.each<[string, unknown]>([
    ['(255).toString()', '255'],
    ['(255).toString(16)', 'ff'],
    ['(255).toString(1)', '255'],
    ['(255).toString(99)', '255'],
    ["(255).toString('x')", '255'],
    ['(0.5).toString(2)', '0.1'],
    ['true.toString()', 'true'],
    ['(5).x', undefined],
    ['(5).toString', undefined],
    ['true.x', undefined],
  ])('%s is %p', (expression, expected) => {
    expect(evaluate(`return ${expression};`)).toBe(expected);
  });

  test.each(['(1).toFixed(1)', '(1).toPrecision(1)', '(1).valueOf()', 'true.valueOf()'])(
    '%s throws',
    (call) => {
      expect(() => evaluate(`${call};`)).toThrow('is not a function');
    },
  );
});
