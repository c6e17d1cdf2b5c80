import { describe, expect, test } from '@jest/globals';
import { runTemplate } from '../../../src/sandbox/index.ts';

class Instance {
  own = 1;
}

/** Runs code against a window; 'throws' when the run ends with an exception. */
async function outcomeOf(code: string, window: object): Promise<unknown> {
  const { status, value } = await runTemplate({ code: head + code, window });
  return status === 'exception' ? 'throws' : value;
}

const head = `const copyFromWindow = require('copyFromWindow');
const getType = require('getType'); const Object = require('Object');\n`;

const command: (...values: unknown[]) => IArguments = function () {
  // eslint-disable-next-line prefer-rest-params
  return arguments;
};

const bare = (properties: object): object => Object.assign(Object.create(null), properties);
const shared = { a: 1 };
const cycle: Record<string, unknown> = { name: 'cycle' };
cycle['self'] = cycle;

describe('crossing into the sandbox', () => {
  test.each<[string, unknown, string, unknown]>([
    ['plain objects are copied', { a: [1, { b: null }] }, 'return x;', { a: [1, { b: null }] }],
    [
      'arguments objects become Lists',
      command('event', 'e', {}),
      'return [getType(x), x.length, x[1], Object.keys(x)];',
      ['array', 3, 'e', ['0', '1', '2']],
    ],
    [
      'callee and length are not own',
      command(1),
      "return [x.hasOwnProperty('callee'), x.hasOwnProperty('length')];",
      [false, false],
    ],
    ['gtag entries have slice and forEach', [command('a', 'b')], 'return x[0].slice(1);', ['b']],
    [
      'functions become callable wrappers',
      (a: number) => a + 1,
      'return [getType(x), x(1)];',
      ['function', 2],
    ],
    [
      'functions keep their own properties',
      Object.assign(() => 1, { extra: 2 }),
      'return x.extra;',
      2,
    ],
    [
      'functions receive native values',
      (...args: unknown[]) => Array.isArray(args[0]),
      'return x([1]);',
      true,
    ],
    ['cycles are preserved', cycle, 'return x.self.self === x;', true],
    ['shared references are preserved', [shared, shared], 'return x[0] === x[1];', true],
    [
      'getters are evaluated',
      {
        get a() {
          return 5;
        },
      },
      'return x.a;',
      5,
    ],
    [
      'a getter that throws ends the tag',
      {
        get a(): never {
          throw new Error('page');
        },
      },
      'return x;',
      'throws',
    ],
    ['primitives come as they are', [1, 'a', true, null], 'return x;', [1, 'a', true, null]],
    ['a null-prototype object with a key throws', bare({ a: 1 }), 'return x;', 'throws'],
    [
      'a null-prototype object nested anywhere throws',
      [{ deep: bare({ a: 1 }) }],
      'return x;',
      'throws',
    ],
    ['an empty null-prototype object copies as {}', bare({}), 'return x;', {}],
    [
      'a Proxy is copied through its traps and nothing else',
      new Proxy({ a: 1 }, {}),
      'return x;',
      { a: 1 },
    ],
    [
      "['js', new Date()] copies as ['js', undefined]",
      ['js', new Date()],
      'return [x.length, x[1]];',
      [2, undefined],
    ],
    ...[
      new Date(),
      /x/,
      new Map(),
      new Set(),
      Promise.resolve(1),
      new Error('x'),
      new Uint8Array(1),
      10n,
      Symbol('x'),
      new String('x'),
      new Number(1),
      new Instance(),
      Object.create({ inherited: 1 }),
      Function,
    ].map((value): [string, unknown, string, unknown] => [
      `becomes undefined: ${describeValue(value)}`,
      value,
      'return getType(x);',
      'undefined',
    ]),
  ])('%s', async (_rule, value, code, expected) => {
    const window = { value };
    expect(await outcomeOf(`const x = copyFromWindow('value');\n${code}`, window)).toEqual(
      expected,
    );
  });

  test.each<[string, object, string, unknown]>([
    [
      'cannot pass through window',
      { x: 1 },
      "return getType(copyFromWindow('window.x'));",
      'undefined',
    ],
    [
      'cannot pass through document',
      {},
      "return getType(copyFromWindow('document.title'));",
      'undefined',
    ],
    [
      'the window itself becomes undefined',
      {},
      "return getType(copyFromWindow('window'));",
      'undefined',
    ],
    [
      'location.href works',
      {},
      "return copyFromWindow('location.href');",
      'https://www.example.com/',
    ],
    [
      'navigator.userAgent works',
      {},
      "return getType(copyFromWindow('navigator.userAgent'));",
      'string',
    ],
    ['missing parents give undefined', {}, "return getType(copyFromWindow('a.b.c'));", 'undefined'],
    [
      'each call is a fresh copy',
      { a: {} },
      "copyFromWindow('a').x = 1; return copyFromWindow('a');",
      {},
    ],
    [
      'called copied methods lose this',
      {
        a: {
          n: 1,
          f(this: { n?: number } | undefined) {
            return this?.n;
          },
        },
      },
      "return getType(copyFromWindow('a').f());",
      'undefined',
    ],
    [
      'setInWindow copies',
      {},
      "const o = {}; require('setInWindow')('a', o); o.x = 1; return copyFromWindow('a');",
      {},
    ],
    [
      'setInWindow returns false without override when the key is defined',
      { a: 1 },
      "return [require('setInWindow')('a', 2), copyFromWindow('a'), require('setInWindow')('a', 2, true), copyFromWindow('a')];",
      [false, 1, true, 2],
    ],
    [
      'callInWindow: a missing function gives undefined',
      {},
      "return getType(require('callInWindow')('nothing'));",
      'undefined',
    ],
    [
      'callInWindow: a page exception propagates and kills the tag',
      {
        f() {
          throw new Error('page');
        },
      },
      "require('callInWindow')('f');",
      'throws',
    ],
    [
      "callInWindow('f.apply', null, arguments) works",
      { f: (...all: unknown[]) => all.length },
      "return (function () { return require('callInWindow')('f.apply', null, arguments); })(1, 2);",
      2,
    ],
    [
      'callInWindow gives the parent as this',
      {
        o: {
          n: 4,
          f(this: { n: number }) {
            return this.n;
          },
        },
      },
      "return require('callInWindow')('o.f');",
      4,
    ],
    [
      'createArgumentsQueue pushes real arguments',
      {},
      "require('createArgumentsQueue')('g', 'q')('a', 1); const q = copyFromWindow('q'); return [q.length, getType(q[0]), q[0].length];",
      [1, 'array', 2],
    ],
    [
      'createQueue pushes plain values',
      {},
      "require('createQueue')('q')({a: 1}); return copyFromWindow('q');",
      [{ a: 1 }],
    ],
  ])('%s', async (_rule, window, code, expected) => {
    expect(await outcomeOf(code, window)).toEqual(expected);
  });

  test('template callbacks called by the page throw into the page', async () => {
    const window: { f?: () => void } = {};
    await runTemplate({ code: "require('setInWindow')('f', () => { undefined.x; });", window });
    expect(() => window.f?.()).toThrow('Cannot read properties of undefined');
  });
});

describe('data', () => {
  test.each<[string, unknown, string, unknown]>([
    [
      'non-plain values arrive as undefined, but hasOwnProperty is true',
      new Date(),
      "return [typeof data.field, data.hasOwnProperty('field')];",
      ['undefined', true],
    ],
    [
      'data is writable',
      1,
      'data.field = 2; data.more = 3; return [data.field, data.more];',
      [2, 3],
    ],
    [
      'tables are lists of objects',
      [{ key: 'a', value: 'b' }],
      "return require('makeTableMap')(data.field, 'key', 'value');",
      { a: 'b' },
    ],
  ])('%s', async (_rule, field, code, expected) => {
    const { value } = await runTemplate({ code, data: { field } });
    expect(value).toEqual(expected);
  });

  test('mutations do not reach the page', async () => {
    const field = { a: [1] };
    await runTemplate({ code: 'data.field.a.push(2);', data: { field } });
    expect(field).toEqual({ a: [1] });
  });
});

function describeValue(value: unknown): string {
  if (value === Function) return 'Function, which makes code of texts';
  return Object.prototype.toString.call(value);
}
