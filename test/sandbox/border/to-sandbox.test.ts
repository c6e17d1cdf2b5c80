import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { allToSandbox, toPage, toSandbox } from '../../../src/sandbox/border/index.ts';
import {
  ownKeys,
  SandboxFunction,
  SandboxList,
  SandboxObject,
} from '../../../src/sandbox/values/index.ts';

const argumentsOf = new Function('return arguments;') as (...args: unknown[]) => unknown;

class Instance {
  value = 1;
}

const fakeWindow: Record<string, unknown> = { document: { nodeType: 9 } };
fakeWindow.window = fakeWindow;

describe('from the page into the sandbox', () => {
  test.each([undefined, null, true, 0, -0, NaN, '', 'text'])('%p stays as it is', (value) => {
    expect(toSandbox(value)).toBe(value);
  });

  test.each<[string, unknown]>([
    ['a date', new Date()],
    ['a regular expression', /x/],
    ['a map', new Map()],
    ['a set', new Set()],
    ['a promise', Promise.resolve()],
    ['an error', new Error('x')],
    ['a typed array', new Uint8Array(2)],
    ['a buffer', new ArrayBuffer(2)],
    ['a BigInt', 1n],
    ['a symbol', Symbol('x')],
    ['a boxed string', Object('x')],
    ['a boxed number', Object(1)],
    ['a boxed boolean', Object(true)],
    ['a node', { nodeType: 1 }],
    ['a window', fakeWindow],
    ['a class instance', new Instance()],
    ['an object that inherits an enumerable property', Object.create({ inherited: 1 })],
    ['Math', Math],
    ['a date of another realm', runInNewContext('new Date()')],
    ['a class instance of another realm', runInNewContext('new (class A {})()')],
  ])('%s becomes undefined', (_what, value) => {
    expect(toSandbox(value)).toBeUndefined();
    expect(toPage(toSandbox({ nested: [value] }))).toEqual({ nested: [undefined] });
  });

  test.each<[string, unknown, unknown]>([
    ['an object', { a: { b: 1 } }, { a: { b: 1 } }],
    ['an array', [1, [2]], [1, [2]]],
    ['arguments', argumentsOf(1, 'b'), [1, 'b']],
    ['arguments of another realm', runInNewContext('(function () { return arguments; })(1)'), [1]],
    [
      'strict arguments',
      runInNewContext('"use strict"; (function () { return arguments; })(1)'),
      [1],
    ],
    ['an object of another realm', runInNewContext('({ a: [1] })'), { a: [1] }],
    ['an object made of a plain one', Object.create({}), {}],
    ['an object with a constructor of its own', { constructor: 1 }, { constructor: 1 }],
    ['a getter', Object.defineProperty({}, 'a', { get: () => 5, enumerable: true }), { a: 5 }],
    ['what cannot be enumerated', Object.defineProperty({}, 'a', { value: 5 }), {}],
    ['an empty object without a prototype', Object.create(null), {}],
  ])('%s is copied', (_what, value, expected) => {
    expect(toPage(toSandbox(value))).toEqual(expected);
  });

  test.each<[string, unknown]>([
    ['itself', Object.assign(Object.create(null), { a: 1 })],
    ['in an object', { x: { y: Object.assign(Object.create(null), { a: 1 }) } }],
    ['in an array', [[Object.assign(Object.create(null), { a: 1 })]]],
    ['in arguments', argumentsOf('set', Object.assign(Object.create(null), { a: 1 }))],
  ])('throws for an object with keys and without a prototype: %s', (_what, value) => {
    expect(() => toSandbox(value)).toThrow('An object without a prototype cannot be copied');
  });

  test('gives an entry of the data layer as an array with its items only', () => {
    const copy = toSandbox([argumentsOf('js', new Date())]);
    expect(copy).toBeInstanceOf(SandboxList);
    const [entry] = copy instanceof SandboxList ? copy.items : [];
    expect(entry).toBeInstanceOf(SandboxList);
    expect(entry instanceof SandboxList && entry.items).toEqual(['js', undefined]);
    expect(ownKeys(entry)).toEqual(['0', '1']);
  });

  test('copies named properties of an array, first', () => {
    const layer = Object.assign([1], { push: () => true });
    expect(ownKeys(toSandbox(layer))).toEqual(['push', '0']);
  });

  test('keeps the length and the holes of an array', () => {
    const copy = toSandbox([1, , , 4, ,]);
    expect(copy instanceof SandboxList && copy.items.length).toBe(5);
    expect(ownKeys(copy)).toEqual(['0', '3']);
  });

  test('treats anything with its own callee as an array', () => {
    const copy = toSandbox({ callee: 1, 0: 'a', length: 1 });
    expect(copy instanceof SandboxList && copy.items).toEqual(['a']);
  });

  test('keeps cycles and shared references', () => {
    const shared = { a: 1 };
    const page: Record<string, unknown> = { first: shared, second: shared, list: [shared] };
    page.self = page;
    const copy = toSandbox(page);
    const properties = copy instanceof SandboxObject ? copy.properties : new Map();
    expect(properties.get('self')).toBe(copy);
    expect(properties.get('first')).toBe(properties.get('second'));
    const [first, second] = allToSandbox([shared, shared]);
    expect(first).toBe(second);
  });

  test('copies every time anew, so that changes stay inside', () => {
    const page = { list: [1] };
    const copy = toSandbox(page);
    if (copy instanceof SandboxObject) copy.properties.set('list', 5);
    expect(page.list).toEqual([1]);
    expect(toSandbox(page)).not.toBe(copy);
  });

  test('keeps the keys of an object in the order of the page', () => {
    expect(ownKeys(toSandbox({ b: 1, a: 2, 1: 3 }))).toEqual(['1', 'b', 'a']);
  });
});

describe('functions of the page', () => {
  test('are called with copies, with themselves as this, and answer a copy', () => {
    const seen: unknown[] = [];
    function pageFunction(this: unknown, ...args: unknown[]): unknown {
      seen.push(this, ...args);
      return { date: new Date(), n: 1 };
    }
    const copy = toSandbox(pageFunction);
    const argument = new SandboxList([1, new SandboxObject([['a', 2]])]);
    const result = copy instanceof SandboxFunction && copy.invoke([argument, 'x']);
    expect(seen).toEqual([pageFunction, [1, { a: 2 }], 'x']);
    expect(toPage(result as SandboxObject)).toEqual({ date: undefined, n: 1 });
  });

  test('bring their own properties', () => {
    const pageFunction = Object.assign(() => 1, { queue: [{ a: 1 }], date: new Date() });
    const copy = toSandbox(pageFunction);
    expect(ownKeys(copy)).toEqual(['queue', 'date']);
    expect(copy instanceof SandboxFunction && toPage(copy.properties.get('queue'))).toEqual([
      { a: 1 },
    ]);
  });

  test('throw to their caller', () => {
    const error = new Error('broken');
    const copy = toSandbox(() => {
      throw error;
    });
    expect(() => copy instanceof SandboxFunction && copy.invoke([])).toThrow(error);
  });
});
