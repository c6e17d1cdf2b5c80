import { describe, expect, test } from '@jest/globals';
import { evaluate } from './evaluate.ts';

describe('operators', () => {
  test.each<[string, unknown]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ["'a' + 1", 'a1'],
    ["1 + '2'", '12'],
    ["'7' - 2", 5],
    ["'6' * '2'", 12],
    ['7 % 4', 3],
    ['-7 % 4', -3],
    ['1 / 0', Infinity],
    ['0 / 0', NaN],
    ['6 & 3', 2],
    ['6 | 3', 7],
    ['6 ^ 3', 5],
    ['~5', -6],
    ['1 << 31', -2147483648],
    ['-1 >> 1', -1],
    ['-1 >>> 0', 4294967295],
    ["-'4'", -4],
    ["!''", true],
    ['![]', false],
    ["'a' < 'b'", true],
    ["'10' < 9", false],
    ["'10' < '9'", true],
    ['null >= 0', true],
    ['undefined >= 0', false],
    ["1 == '1'", true],
    ["1 === '1'", false],
    ['null == undefined', true],
    ['null === undefined', false],
    ['null == 0', false],
    ["0 || 'x'", 'x'],
    ["'' && 'x'", ''],
    ["1 ? 'yes' : 'no'", 'yes'],
    ["0 ? 'yes' : 'no'", 'no'],
  ])('%s is %p', (expression, expected) => {
    expect(evaluate(`return ${expression};`)).toBe(expected);
  });

  test.each<[string, unknown]>([
    ['[1] == 1', true],
    ["[1] == '1'", true],
    ['[1] === [1]', false],
    ["({}) == '[object Object]'", true],
    ["[1, 2] + ''", '1,2'],
    ["({}) + ''", '[object Object]'],
    ["'' + [1, [2, 3]]", '1,2,3'],
    ["'' + [null, undefined, 1]", ',,1'],
    ["[] + ''", ''],
    ['[2] * [3]', 6],
    ['-[2]', -2],
    ['[5] > 4', true],
    ["(function named() {}) + ''", 'named'],
    ["(() => 1) + ''", ''],
    ['({}) == ({})', false],
  ])('converts a wrapper with its toString: %s is %p', (expression, expected) => {
    expect(evaluate(`return ${expression};`)).toBe(expected);
  });

  test.each<[string, string]>([
    ['undefined', 'undefined'],
    ['neverDeclared', 'undefined'],
    ['null', 'object'],
    ['[]', 'object'],
    ['{}', 'object'],
    ['true', 'boolean'],
    ['1', 'number'],
    ["''", 'string'],
    ['() => 1', 'function'],
    ['function () {}', 'function'],
  ])('typeof (%s) is %p', (expression, expected) => {
    expect(evaluate(`return typeof (${expression});`)).toBe(expected);
  });

  test('answers what a function says about itself to typeof', async () => {
    const { SandboxFunction } = await import('../../../src/sandbox/values/index.ts');
    const require = new SandboxFunction('require', () => undefined);
    require.typeofAnswer = 'object';
    expect(evaluate('return typeof require;', { require })).toBe('object');
  });
});

describe('assignments', () => {
  test.each<[string, unknown]>([
    ['let x = 1; x += 2; return x;', 3],
    ["let x = 'a'; x += 1; return x;", 'a1'],
    ['let x = 7; x -= 2; x *= 3; x /= 5; x %= 2; return x;', 1],
    ['let x = 6; x &= 3; x |= 8; x ^= 1; x <<= 2; x >>= 1; x >>>= 0; return x;', 22],
    ['const o = {n: 1}; o.n += 4; return o.n;', 5],
    ['const a = [1]; a[0] *= 9; return a[0];', 9],
    ['let a; let b; a = b = 4; return a + b;', 8],
    ['const o = {}; return (o.x = 5);', 5],
    ['let i = 0; const a = [1, 2]; a[i++] += 10; return [i, a[0], a[1]].join();', '1,11,2'],
    ["var x = '5'; var y = x++; return x + '/' + y;", '51/5'],
    ["var x = '5'; var y = ++x; return x + '/' + y;", '51/51'],
    ["var x = '5'; x--; return x;", 4],
    ['var x = 5; return x++ + x;', 11],
    ['var x = 5; return ++x + x;', 12],
    ['const o = {n: 1}; const old = o.n--; return old + "/" + o.n;', '1/0'],
    ['var x; x++; return x;', NaN],
    ['let x = (1, 2, 3); return x;', 3],
  ])('%s gives %p', (source, expected) => {
    expect(evaluate(source)).toBe(expected);
  });

  test.each([
    ['const c = 1; c = 2; return c;', 1],
    ['const c = 1; return (c = 2);', 2],
    ['const c = 1; c++; c += 5; return c;', 1],
    ['const f = function () { c = 9; }; const c = 1; f(); return c;', 1],
  ])('ignores assigning to a constant: %s', (source, expected) => {
    expect(evaluate(source)).toBe(expected);
  });

  test('ignores writing to strings, numbers and booleans, and yields the value', () => {
    expect(evaluate("const s = 'ab'; s[0] = 'x'; s.length = 9; return s + (s.q = 3);")).toBe('ab3');
    expect(evaluate('const n = 1; n.x = 2; return n.x;')).toBeUndefined();
    expect(evaluate('const b = true; b.x = 2; return b.x;')).toBeUndefined();
  });
});
