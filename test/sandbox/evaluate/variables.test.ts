import { describe, expect, test } from '@jest/globals';
import { evaluate } from './evaluate.ts';

describe('variables', () => {
  test.each<[string, unknown]>([
    ['return neverDeclared;', undefined],
    ['return NaN === NaN;', true],
    ['return Infinity;', undefined],
    ['const before = late; const late = 1; return before;', undefined],
    ['let before = late; let late = 1; return before;', undefined],
    ['{ let x = 1; } return x;', undefined],
    ['let x = 1; { let x = 2; x = 3; } return x;', 1],
    ['let x = 1; { x = 2; } return x;', 2],
    ['if (true) { var x = 1; } return x;', 1],
    ['var x = 1; var x; return x;', 1],
    [
      'let r = ""; for (let i = 0; i < 2; i++) { let x; r += x; x = i; } return r;',
      'undefinedundefined',
    ],
    [
      'let r = ""; for (let i = 0; i < 2; i++) { r += x; const x = i; } return r;',
      'undefinedundefined',
    ],
    ['function f() { x = 2; var x; return x; } return f();', 2],
    ['var a = 1; function f() { a = 2; } f(); return a;', 2],
  ])('%s gives %p', (source, expected) => {
    expect(evaluate(source)).toBe(expected);
  });

  test('takes names from outside and lets the program assign to them', () => {
    expect(evaluate('data = data + 1; return data;', { data: 1 })).toBe(2);
    expect(
      evaluate('const f = () => () => () => { data++; }; f()()(); return data;', { data: 1 }),
    ).toBe(2);
  });

  test('keeps nothing between two runs', async () => {
    const { compileProgram, runProgram } = await import('../../../src/sandbox/evaluate/index.ts');
    const program = compileProgram('var n; n = (n || 0) + 1; data = n; return data;', 'code.js');
    const names = new Map([['data', 0]]);
    expect([runProgram(program, names), runProgram(program, names)]).toEqual([1, 1]);
    expect(names.get('data')).toBe(0);
  });
});

describe('closures', () => {
  test.each<[string, string]>([
    [
      'const f = []; for (var i = 0; i < 3; i++) f.push(() => i); return f.map(g => g()).join();',
      '3,3,3',
    ],
    [
      'const f = []; for (let i = 0; i < 3; i++) f.push(() => i); return f.map(g => g()).join();',
      '0,1,2',
    ],
    [
      'const f = []; for (let i = 0; i < 3; i++) { f.push(() => i); i++; } return f.map(g => g()).join();',
      '1,3',
    ],
    [
      'const f = []; for (const x of [4, 5]) f.push(() => x); return f.map(g => g()).join();',
      '4,5',
    ],
    ['const f = []; for (var x of [4, 5]) f.push(() => x); return f.map(g => g()).join();', '5,5'],
    [
      'const f = []; for (let k in {a: 1, b: 2}) f.push(() => k); return f.map(g => g()).join();',
      'a,b',
    ],
    [
      'const f = []; let n = 0; while (n < 2) { const m = n++; f.push(() => m); } return f.map(g => g()).join();',
      '0,1',
    ],
    [
      'const f = []; for (let i = 0; i < 2; i++) { let j = i * 2; f.push(() => i + ":" + j); } return f.map(g => g()).join();',
      '0:0,1:2',
    ],
    [
      'const counter = () => { let n = 0; return () => ++n; }; const a = counter(); const b = counter(); a(); return a() + "," + b();',
      '2,1',
    ],
  ])('%s gives %p', (source, expected) => {
    expect(evaluate(source)).toBe(expected);
  });
});
