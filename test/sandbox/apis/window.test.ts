import { describe, expect, test } from '@jest/globals';
import { grantGlobals } from '../permissions/grant.ts';
import { examplePage, prepareSnippet } from './run-snippet.ts';

const names = [
  'a', 'a.b', 'a.b.c', 'f', 'f.apply', 'o.f', 'q', 'x.q', 'gtag', 'queue', 'missing.x', 'window.a', 'document.title',
  'location.href', 'navigator.userAgent', 'document', 'window', 'inherited.x', 'date', 'n.x',
]; // prettier-ignore

function prepare(globals: Record<string, unknown> = {}) {
  const page = examplePage();
  Object.assign(page.window, globals);
  const flags = Object.fromEntries(names.map((name) => [name, 'rwx']));
  return { page, run: prepareSnippet({ page, permissions: [grantGlobals(flags)] }) };
}

describe('copyFromWindow', () => {
  test.each([
    ['a', { a: { b: 1 } }, { b: 1 }],
    ['a.b', { a: { b: 1 } }, 1],
    ['a.b.c', { a: { b: null } }, undefined],
    ['a.b.c', { a: { b: 5 } }, undefined],
    ['missing.x', {}, undefined],
    ['window.a', { a: 1 }, undefined],
    ['document.title', {}, undefined],
    ['document', {}, undefined],
    ['window', {}, undefined],
    ['date', { date: new Date() }, undefined],
    ['location.href', {}, 'https://www.example.com/'],
    ['navigator.userAgent', {}, 'Mozilla/5.0 (memory page)'],
    ['inherited.x', Object.create({ inherited: { x: 1 } }), undefined],
  ])('of %s', (path, globals, expected) => {
    expect(prepare(globals).run(`return require('copyFromWindow')('${path}');`)).toEqual(expected);
  });

  test('gives a copy that does not reach the page', () => {
    const a = { b: 1 };
    prepare({ a }).run(`const a = require('copyFromWindow')('a'); a.b = 2;`);
    expect(a).toEqual({ b: 1 });
  });
});

describe('setInWindow', () => {
  test.each([
    [`('a', 1)`, {}, true, 1],
    [`('a', 1)`, { a: 0 }, false, 0],
    [`('a', 1, true)`, { a: 0 }, true, 1],
    [`('a.b', 1)`, {}, false, undefined],
    [`('a.b', 1)`, { a: {} }, true, { b: 1 }],
  ])('%s on %j answers %s', (args, globals, answer, value) => {
    const { page, run } = prepare(globals);
    expect(run(`return require('setInWindow')${args};`)).toBe(answer);
    expect(page.window['a']).toEqual(value);
  });

  test('needs read and write', () => {
    const page = examplePage();
    const run = prepareSnippet({ page, permissions: [grantGlobals({ a: 'w' })] });
    expect(() => run(`require('setInWindow')('a', 1, true);`)).toThrow(
      'Prohibited readwrite on global variable: a.',
    );
  });
});

describe('aliasInWindow', () => {
  test('assigns the value itself', () => {
    const date = new Date();
    const { page, run } = prepare({ date });
    expect(run(`return require('aliasInWindow')('a', 'date');`)).toBe(true);
    expect(page.window['a']).toBe(date);
  });

  test('answers false where a parent is missing', () => {
    expect(prepare().run(`return require('aliasInWindow')('a', 'missing.x');`)).toBe(false);
  });
});

describe('callInWindow', () => {
  test('calls with the parent as this and copies the result', () => {
    const o = {
      n: 2,
      f(this: { n: number }, m: number) {
        return { sum: this.n + m };
      },
    };
    expect(prepare({ o }).run(`return require('callInWindow')('o.f', 3);`)).toEqual({ sum: 5 });
  });

  test('calls through apply', () => {
    const f = (...args: number[]) => args.length;
    const code = `const call = require('callInWindow');
      return (function () { return call('f.apply', null, arguments); })(1, 2, 3);`;
    expect(prepare({ f }).run(code)).toBe(3);
  });

  test.each(['f', 'missing.x', 'window.a'])('of the missing %s is undefined', (path) => {
    expect(prepare().run(`return require('callInWindow')('${path}');`)).toBeUndefined();
  });

  test('lets what the function throws pass', () => {
    const f = () => {
      throw new Error('from the page');
    };
    expect(() => prepare({ f }).run(`require('callInWindow')('f');`)).toThrow('from the page');
  });
});

describe('createQueue', () => {
  test('makes the array, pushes every argument and answers undefined', () => {
    const { page, run } = prepare();
    expect(run(`return require('createQueue')('q')({ a: 1 }, 2);`)).toBeUndefined();
    expect(page.window['q']).toEqual([{ a: 1 }, 2]);
  });

  test('keeps the array it found', () => {
    const first: unknown[] = [];
    const { page, run } = prepare({
      q: first,
      f: () => {
        page.window['q'] = [];
      },
    });
    run(`const push = require('createQueue')('q'); require('callInWindow')('f'); push(1);`);
    expect(first).toEqual([1]);
  });

  test('throws at a missing parent, and at a push to what is no array', () => {
    const { run } = prepare({ q: 5 });
    expect(() => run(`require('createQueue')('x.q')`)).toThrow('Path x does not exist.');
    expect(run(`require('createQueue')('q'); return 1;`)).toBe(1);
    expect(() => run(`require('createQueue')('q')(1)`)).toThrow(
      'Object at q in window is not an array.',
    );
  });
});

describe('createArgumentsQueue', () => {
  test('makes a function that pushes its arguments object', () => {
    const { page, run } = prepare();
    run(`require('createArgumentsQueue')('gtag', 'queue')('set', { a: 1 });`);
    const [entry] = page.window['queue'] as unknown[];
    expect(Object.prototype.toString.call(entry)).toBe('[object Arguments]');
    expect(Array.from(entry as ArrayLike<unknown>)).toEqual(['set', { a: 1 }]);
  });

  test('wraps the function that is there, and gives null for anything else', () => {
    const gtag = (...args: unknown[]) => args.length;
    const call = `const gtag = require('createArgumentsQueue')('gtag', 'queue'); `;
    expect(prepare({ gtag }).run(`${call} return gtag(1, 2);`)).toBe(2);
    expect(prepare({ gtag: 5 }).run(`${call} return gtag;`)).toBeNull();
  });
});
