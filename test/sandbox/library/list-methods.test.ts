import { describe, expect, test } from '@jest/globals';
import { SandboxError, SandboxList } from '../../../src/sandbox/values/index.ts';
import { evaluate } from '../evaluate/evaluate.ts';

describe('arrays', () => {
  test.each<[string, unknown]>([
    ['[1].concat([2, [3]], 4)', [1, 2, [3], 4]],
    ['[1, 2].every(x => x > 0)', true],
    ['[1, 2].every(x => x > 1)', false],
    ['[].every(x => false)', true],
    ['[1, 2, 3].filter(x => x % 2)', [1, 3]],
    ['[1].forEach(x => x)', undefined],
    ['[5, 6].indexOf(6)', 1],
    ["[5, 6].indexOf('6')", -1],
    ['[5, 6, 5].indexOf(5, 1)', 2],
    ['[5, 6, 5].lastIndexOf(5)', 2],
    ['[5, 6, 5].lastIndexOf(5, 1)', 0],
    ['[1, null, undefined, [2, 3]].join()', '1,,,2,3'],
    ["[1, 2].join('-')", '1-2'],
    ['[1, 2].map(x => x * 2)', [2, 4]],
    ['[1, 2].pop()', 2],
    ['[].pop()', undefined],
    ['[1].push(2, 3)', 3],
    ['[1, 2, 3].reduce((a, b) => a + b)', 6],
    ['[1, 2, 3].reduce((a, b) => a + b, 10)', 16],
    ['[1, 2, 3].reduce((a, b) => a + b, undefined)', 6],
    ["['a', 'b'].reduceRight((a, b) => a + b)", 'ba'],
    ['[].reduce((a, b) => a, 1)', 1],
    ['[1, 2, 3].reverse()', [3, 2, 1]],
    ['[1, 2].shift()', 1],
    ['[1, 2, 3].slice(1)', [2, 3]],
    ['[1, 2, 3].slice(-2, -1)', [2]],
    ['[1, 2].some(x => x > 1)', true],
    ['[10, 9, 1].sort()', [1, 10, 9]],
    ['[10, 9, 1].sort((a, b) => a - b)', [1, 9, 10]],
    ['[1, 2, 3].splice(1)', [2, 3]],
    ['[1, 2, 3].splice(1, 1)', [2]],
    ['[1, 2, 3].splice()', [1, 2, 3]],
    ['[1, [2, 3]].toString()', '1,2,3'],
    ['[2].unshift(0, 1)', 3],
    ['[1].hasOwnProperty(0)', true],
    ["[1].hasOwnProperty('0')", true],
    ['[1].hasOwnProperty(1)', false],
    ["[1].hasOwnProperty('length')", false],
    ["[1].hasOwnProperty('push')", false],
    ["[1]['push'](2)", 2],
  ])('%s is %p', (expression, expected) => {
    expect(evaluate(`return ${expression};`)).toEqual(expected);
  });

  test.each<[string, unknown]>([
    ['const a = [1, 2, 3, 4]; a.splice(1, 2, 8, 9, 10); return a;', [1, 8, 9, 10, 4]],
    ['const a = [1, 2]; a.splice(); return a;', []],
    ['const a = [2]; a.unshift(1); a.push(3); a.reverse(); return a;', [3, 2, 1]],
    ['const a = [2, 1]; return a.sort() === a && a.reverse() === a;', true],
    [
      'const s = []; [7].forEach((value, index, array) => { s.push(value, index, array); }); return s;',
      [7, 0, [7]],
    ],
    ['const s = []; [7].forEach(function () { s.push(arguments.length); }); return s;', [3]],
    [
      'const s = []; const a = [1, 2]; a.forEach(x => { s.push(x); a.push(x); }); return s;',
      [1, 2],
    ],
    ['const s = []; const a = []; a[2] = 5; a.forEach((x, i) => { s.push(i); }); return s;', [2]],
    ['const s = []; [, 5].forEach((x, i) => { s.push(i); }); return s;', [0, 1]],
    [
      'const s = []; [7, 8].reduce((t, x, i, a) => { s.push(i, a.length); return t; }, 0); return s;',
      [0, 2, 1, 2],
    ],
    ['const a = [1]; a.push(a); return a.toString();', '1,'],
  ])('%s gives %p', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });

  test.each<[string, unknown]>([
    ['const a = [1, 2, 3]; a.length = 1; return a;', [1]],
    ['const a = [1]; a[3] = 4; return a.length;', 4],
    ["const a = [1]; a['1'] = 2; return a;", [1, 2]],
    ["const a = [1]; a['01'] = 2; return a.length;", 1],
    ['const a = [1]; a[-1] = 2; return a.length + "/" + a[-1];', '1/2'],
    ['const a = [1]; a[0.5] = 2; return a.length + "/" + a["0.5"];', '1/2'],
    ['const a = [1]; a.foo = 2; return a.foo;', 2],
    ['const a = [1]; return a[5];', undefined],
    ['return [].push;', undefined],
    ['return [].constructor;', undefined],
    ['const a = []; a.join = () => "own"; return a.join();', 'own'],
    ['const a = []; a.join = 5; return a.join("");', ''],
    ['return [, 1].length;', 2],
    ['return [,].hasOwnProperty(0);', true],
    ['const a = []; a[1] = 1; return a.hasOwnProperty(0);', false],
  ])('%s gives %p', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });

  test.each(
    'find findIndex findLast includes flat flatMap fill keys values entries at copyWithin valueOf toLocaleString'.split(
      ' ',
    ),
  )('%s throws', (name) => {
    expect(() => evaluate(`[1].${name}(x => x);`)).toThrow(`Object has no '${name}' property.`);
  });

  test.each(['every', 'filter', 'forEach', 'map', 'reduce', 'reduceRight', 'some'])(
    '%s throws without a function',
    (name) => {
      expect(() => evaluate(`[1].${name}(5);`)).toThrow(`code.js (1:5): 5 is not a function`);
      expect(() => evaluate(`[].${name}();`)).toThrow('undefined is not a function');
    },
  );

  test('reduce throws for an empty array without a first value', () => {
    expect(() => evaluate('[].reduce((a, b) => a);')).toThrow(
      'Reduce of empty array with no initial value',
    );
  });

  test('a frozen array ignores writes, but throws for its methods', () => {
    const frozen = () => {
      const list = new SandboxList([1]);
      list.frozen = true;
      return list;
    };
    const source = 'data[0] = 2; data.x = 1; data.length = 0; return data;';
    expect(evaluate(source, { data: frozen() })).toEqual([1]);
    for (const call of [
      'push(1)',
      'pop()',
      'shift()',
      'unshift(1)',
      'reverse()',
      'sort()',
      'splice(0)',
    ]) {
      expect(() => evaluate(`data.${call};`, { data: frozen() })).toThrow(SandboxError);
    }
  });
});

describe('objects', () => {
  test.each<[string, unknown]>([
    ['({a: 1}).a', 1],
    ["({'a b': 1})['a b']", 1],
    ['({1: 2})[1]', 2],
    ['({a: 1}).b', undefined],
    ["({a: 1}).hasOwnProperty('a')", true],
    ["({a: 1}).hasOwnProperty('b')", false],
    ["({}).hasOwnProperty('toString')", false],
    ['({}).toString()', '[object Object]'],
    ['({}).toString', undefined],
    ['({}).hasOwnProperty', undefined],
    ['({}).constructor', undefined],
    ['({}).__proto__', undefined],
    ['({__proto__: 5}).__proto__', 5],
    ['({hasOwnProperty: () => "own"}).hasOwnProperty()', 'own'],
    ['({toString: 5}).toString()', '[object Object]'],
    ["({toString: () => 'own'}) + ''", '[object Object]'],
    ["(() => 1).hasOwnProperty('name')", false],
  ])('%s is %p', (expression, expected) => {
    expect(evaluate(`return ${expression};`)).toBe(expected);
  });

  test.each<[string, unknown]>([
    ['const o = {}; o[1] = 2; return o["1"];', 2],
    ['const o = {}; o[null] = 2; return o["null"];', 2],
    ['const o = {}; o[{}] = 2; return o["[object Object]"];', 2],
    ['const o = {}; o[[1, 2]] = 2; return o["1,2"];', 2],
    ['const o = {a: 1}; const p = o; p.a = 2; return o.a;', 2],
    [
      'const o = {b: 1, a: 2, 1: 3}; o.b = 9; let s = ""; for (const k in o) s += k; return s;',
      'ba1',
    ],
    ['const o = {a: {b: {c: 5}}}; return o.a.b.c;', 5],
  ])('%s gives %p', (source, expected) => {
    expect(evaluate(source)).toBe(expected);
  });
});
