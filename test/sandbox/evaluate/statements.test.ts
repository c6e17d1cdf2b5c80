import { describe, expect, test } from '@jest/globals';
import { evaluate } from './evaluate.ts';

describe('statements', () => {
  test.each<[string, unknown]>([
    ['', undefined],
    ['return;', undefined],
    ['return 1; return 2;', 1],
    ['if (1) return "yes"; else return "no";', 'yes'],
    ['if (0) return "yes"; else if (1) return "maybe"; return "no";', 'maybe'],
    [
      'let s = 0; for (let i = 0; i < 5; i++) { if (i === 1) continue; if (i === 4) break; s += i; } return s;',
      5,
    ],
    ['let i = 0; for (;;) { if (++i > 3) break; } return i;', 4],
    ['let i; for (i = 0; i < 3; i++); return i;', 3],
    ['var s = 0; for (var i = 0, n = 3; i < n; i++) s += i; return s + "/" + i;', '3/3'],
    ['let n = 3; let s = ""; while (n) { n--; if (n === 1) continue; s += n; } return s;', '20'],
    [
      'let s = ""; for (let i = 0; i < 2; i++) { for (let j = 0; j < 3; j++) { if (j === 1) break; s += i + "" + j; } } return s;',
      '0010',
    ],
    ['for (;;) { return "out"; }', 'out'],
    [';;{} return 1;', 1],
  ])('%s gives %p', (source, expected) => {
    expect(evaluate(source)).toBe(expected);
  });

  test.each<[string, string, string]>([
    ['array indices as strings', '[5, 6]', '0string 1string '],
    ['object keys', '{b: 1, a: 2}', 'bstring astring '],
    ['integer-like keys in the order they were added', '{2: 1, 1: 1}', '2string 1string '],
    ['string indices as numbers', "'ab'", '0number 1number '],
    ['nothing for null', 'null', ''],
    ['nothing for undefined', 'undefined', ''],
    ['nothing for a number', '5', ''],
    ['nothing for a boolean', 'true', ''],
  ])('for…in gives %s', (_what, subject, expected) => {
    const source = `let s = ''; for (const k in ${subject}) s += k + typeof k + ' '; return s;`;
    expect(evaluate(source)).toBe(expected);
  });

  test.each<[string, string, string]>([
    [
      'named keys of an array first',
      'const a = [7]; a.foo = 1; for (const k in a) s += k;',
      'foo0',
    ],
    ['no holes', 'const a = []; a[2] = 1; for (const k in a) s += k;', '2'],
    ['elisions', 'for (const k in [, 1]) s += k;', '01'],
    [
      'the keys there were at first',
      'const o = {a: 1}; for (const k in o) { s += k; o[k + k] = 1; }',
      'a',
    ],
    ['to a variable from outside', 'var k; for (k in {x: 1, y: 2}); s = k;', 'y'],
    ['to a property', 'const o = {}; for (o.k in {x: 1}); s = o.k;', 'x'],
    ['until break', 'for (const k in {x: 1, y: 2}) { s += k; break; }', 'x'],
  ])('for…in gives %s', (_what, loop, expected) => {
    expect(evaluate(`let s = ''; ${loop} return s;`)).toBe(expected);
  });

  test.each<[string, string, string]>([
    ['items', 'for (const x of [1, 2]) s += x;', '12'],
    [
      'what is added meanwhile',
      'const a = [1]; for (const x of a) { s += x; if (x < 3) a.push(x + 1); }',
      '123',
    ],
    [
      'not what is removed meanwhile',
      'const a = [1, 2, 3]; for (const x of a) { s += x; a.pop(); }',
      '12',
    ],
    ['UTF-16 units', "for (const x of 'a😀') s += x.length;", '111'],
    ['after continue', 'for (const x of [1, 2, 3]) { if (x === 2) continue; s += x; }', '13'],
    ['until break', 'for (const x of [1, 2, 3]) { if (x === 2) break; s += x; }', '1'],
    ['nothing of an empty array', 'for (const x of []) s += x;', ''],
  ])('for…of gives %s', (_what, loop, expected) => {
    expect(evaluate(`let s = ''; ${loop} return s;`)).toBe(expected);
  });

  test.each(['null', 'undefined', '5', '{}', '() => 1'])('for…of throws for %s', (subject) => {
    expect(() => evaluate(`const v = ${subject};\nfor (const x of v) {}`)).toThrow(
      'code.js (2:17): The value is not iterable.',
    );
  });

  test.each<[string, string]>([
    ["'1'", 'string one;'],
    ['1', 'one;two;'],
    ['2', 'two;'],
    ['3', 'other;'],
    ['[1]', 'other;'],
  ])('switch (%s) runs %p', (subject, expected) => {
    const source = `
      let s = '';
      switch (${subject}) {
        case '1': s += 'string one;'; break;
        case 1: s += 'one;';
        case 2: s += 'two;'; break;
        default: s += 'other;';
      }
      return s;`;
    expect(evaluate(source)).toBe(expected);
  });

  test('switch has one scope for its clauses, and no clause may fit', () => {
    expect(evaluate('let x = 0; switch (1) { case 1: let x = 5; } return x;')).toBe(0);
    expect(evaluate('switch (9) { case 1: return 1; } return 2;')).toBe(2);
    expect(
      evaluate(
        'let s = ""; for (const x of [1, 2]) { switch (x) { case 1: continue; } s += x; } return s;',
      ),
    ).toBe('2');
  });
});
