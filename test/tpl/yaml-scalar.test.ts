import { describe, expect, test } from '@jest/globals';
import { printTests } from '../../src/tpl/tests-section.ts';
import { printScalar } from '../../src/tpl/yaml-scalar.ts';

const PLACE = { column: 8, indent: 4 };
const WORDS_90 = 'word '.repeat(17) + 'tail.';

describe('printScalar', () => {
  test.each([
    ['plain', 'plain'],
    ["it's plain", "it's plain"],
    ['a, b [c] {d} x:y x#y "z" | >', 'a, b [c] {d} x:y x#y "z" | >'],
    ['-x', '-x'],
    ['?x', '?x'],
    ['09', '09'],
    ['ünï 😀 \u00a0', 'ünï 😀 \u00a0'],
  ])('writes %j plain', (text, printed) => {
    expect(printScalar(text, PLACE)).toBe(printed);
  });

  test.each([
    ['', "''"],
    ['a: b', "'a: b'"],
    ['a:', "'a:'"],
    ['a #b', "'a #b'"],
    ['#a', "'#a'"],
    ['- a', "'- a'"],
    ['? a', "'? a'"],
    ['-', "'-'"],
    [': a', "': a'"],
    ['---', "'---'"],
    ['...', "'...'"],
    ['[a', "'[a'"],
    [']a', "']a'"],
    ['{a', "'{a'"],
    ['}a', "'}a'"],
    [',a', "',a'"],
    ['&a', "'&a'"],
    ['*a', "'*a'"],
    ['!a', "'!a'"],
    ['|a', "'|a'"],
    ['>a', "'>a'"],
    ['%a', "'%a'"],
    ['@a', "'@a'"],
    ['`a', "'`a'"],
    ["'a", "'''a'"],
    ['"a', "'\"a'"],
    [' a', "' a'"],
    ['a ', "'a '"],
    ['yes', "'yes'"],
    ['Off', "'Off'"],
    ['true', "'true'"],
    ['null', "'null'"],
    ['~', "'~'"],
    ['12', "'12'"],
    ['-1_000', "'-1_000'"],
    ['0x1F', "'0x1F'"],
    ['012', "'012'"],
    ['1:30', "'1:30'"],
    ['1.5', "'1.5'"],
    ['.5', "'.5'"],
    ['1e3', "'1e3'"],
    ['.inf', "'.inf'"],
    ['2026-11-21', "'2026-11-21'"],
    ['<<', "'<<'"],
    ['=', "'='"],
  ])('writes %j in single quotes', (text, printed) => {
    expect(printScalar(text, PLACE)).toBe(printed);
  });

  test.each([
    ['a\nb', '|-\n    a\n    b'],
    ['a\n\nb', '|-\n    a\n\n    b'],
    ['a\n  b', '|-\n    a\n      b'],
    ['a\n', '|\n    a'],
    ['a\n\n', '|+\n    a\n'],
    ['  a\nb', '|2-\n      a\n    b'],
    ['\na', '|2-\n\n    a'],
    ['\n', '|2+\n'],
    ['# a\n- b: c', '|-\n    # a\n    - b: c'],
  ])('writes %j as a literal block', (text, printed) => {
    expect(printScalar(text, PLACE)).toBe(printed);
  });

  test.each([
    ['a \nb', '"a \\nb"'],
    ['a\nb ', '"a\\nb "'],
    ['a\tb', '"a\\tb"'],
    ['a\r\nb', '"a\\r\\nb"'],
    ['"\\ \n', '"\\"\\\\ \\n"'],
    ['\u0007\u0001\u001b\u007f', '"\\a\\x01\\e\\x7F"'],
    ['\u0085\u2028\u2029\ufeff', '"\\N\\L\\P\\uFEFF"'],
    ['\ud800', '"\\uD800"'],
    ['é \n😀', '"é \\n😀"'],
  ])('writes %j in double quotes', (text, printed) => {
    expect(printScalar(text, PLACE)).toBe(printed);
  });

  test('folds plain text at the first blank behind column 80', () => {
    const [first, second] = printScalar(WORDS_90, PLACE).split('\n');
    expect(first).toHaveLength(83 - 4 - PLACE.column + 3);
    expect(second).toBe('    word word tail.');
  });

  test('folds quoted text, counts a doubled quote twice, and keeps two blanks together', () => {
    expect(printScalar("'" + WORDS_90, PLACE)).toBe(
      "'''" + 'word '.repeat(14) + "word\n    word word tail.'",
    );
    expect(printScalar('x'.repeat(80) + '  y z', PLACE)).toBe('x'.repeat(80) + '  y\n    z');
  });

  test('folds double-quoted text with a backslash and escapes the blank of the next line', () => {
    expect(printScalar('\t' + WORDS_90, PLACE)).toBe(
      '"\\t' + 'word '.repeat(14) + 'word\\\n    \\ word word tail."',
    );
  });

  test('never folds a text without blanks', () => {
    expect(printScalar('x'.repeat(200), PLACE)).toBe('x'.repeat(200));
  });
});

test('writes scenarios and setup as a block that is not indented', () => {
  const scenarios = [
    { name: 'keeps the id', code: "runCode({});\nassertApi('setCookie').wasCalled();" },
    { name: 'says no: never', code: 'x' },
  ];
  expect(printTests({ scenarios, setup: 'const a = 1; \nconst b = 2;' })).toBe(
    `scenarios:
- name: keeps the id
  code: |-
    runCode({});
    assertApi('setCookie').wasCalled();
- name: 'says no: never'
  code: x
setup: "const a = 1; \\nconst b = 2;"`,
  );
});
