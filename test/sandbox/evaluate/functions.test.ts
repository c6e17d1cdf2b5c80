import { describe, expect, test } from '@jest/globals';
import { SandboxFunction, SandboxList } from '../../../src/sandbox/values/index.ts';
import { evaluate } from './evaluate.ts';

describe('functions', () => {
  test.each<[string, unknown]>([
    ['return f(); function f() { return 1; }', 1],
    ['function f() { return 1; } function f() { return 2; } return f();', 2],
    ['const f = (a, b) => a + b; return f(1, 2);', 3],
    ['const f = (a, b) => b; return f(1);', undefined],
    ['const f = (a) => a; return f(1, 2);', 1],
    ['const f = () => {}; return f();', undefined],
    ['const f = function () { return; }; return f();', undefined],
    ['return (function () { return 7; })();', 7],
    ['const f = n => n < 2 ? n : f(n - 1) + f(n - 2); return f(10);', 55],
    ['const f = function g() { return typeof g; }; return f();', 'undefined'],
    ['const f = () => { for (;;) { for (const x of [1, 2]) { return x; } } }; return f();', 1],
    ['const f = () => { switch (1) { case 1: return 5; } }; return f();', 5],
    ['const f = a => { a = 2; return a; }; return f(1);', 2],
    ['function f(a, a) { return a; } return f(1, 2);', 2],
    ['function f() {} f.count = 3; return f.count;', 3],
    ['function f(g) { var g; return g; } return f(6);', 6],
    ['function named() {} return named.toString();', 'named'],
    ['const f = () => 1; return f.toString();', ''],
    ['function f() {} return f.name;', undefined],
    ['function f(a) {} return f.length;', undefined],
    ['const o = {f: () => 8}; return o.f();', 8],
    ["const o = {f: () => 8}; return o['f']();", 8],
    ['return (() => () => 3)()();', 3],
    ['const a = [() => 4]; return a[0]();', 4],
  ])('%s gives %p', (source, expected) => {
    expect(evaluate(source)).toBe(expected);
  });

  test.each<[string, unknown]>([
    ['const f = function () { return arguments; }; return f(1, 2);', [1, 2]],
    ['const f = function (a) { a = 9; return arguments[0]; }; return f(1);', 1],
    ['const f = function (a) { arguments[0] = 9; return a; }; return f(1);', 1],
    [
      'const f = function () { const g = () => arguments.length; return g(7, 8); }; return f(1);',
      2,
    ],
    [
      'const f = function () { return arguments.slice(1).map(x => x * 2); }; return f(1, 2, 3);',
      [4, 6],
    ],
    ['const f = arguments => arguments; return f(5);', 5],
  ])('gives every function its own arguments: %s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });

  test('gives arguments as an array', () => {
    let seen: unknown;
    const look = new SandboxFunction('look', ([value]) => {
      seen = value;
      return undefined;
    });
    evaluate('(function () { look(arguments); })(1);', { look });
    expect(seen).toBeInstanceOf(SandboxList);
  });

  test('allows 500 nested calls and refuses 1000', () => {
    const source = 'const f = n => n === 0 ? 0 : 1 + f(n - 1); return f(data);';
    expect(evaluate(source, { data: 500 })).toBe(500);
    expect(() => evaluate(source, { data: 1000 })).toThrow(/Maximum call stack size exceeded/);
    expect(evaluate(source, { data: 10 })).toBe(10);
  });

  test('allows 500 nested calls through callbacks too', () => {
    const source =
      'const f = n => { if (n > 0) { [n].forEach(m => { f(m - 1); }); } return n; }; return f(data);';
    expect(evaluate(source, { data: 250 })).toBe(250);
  });

  test('calls its functions from outside', () => {
    const add = evaluate('return (a, b) => a + b;') as (a: number, b: number) => number;
    expect(add(1, 2)).toBe(3);
  });
});
