import { describe, expect, test } from '@jest/globals';
import { allToPage, toPage } from '../../../src/sandbox/border/index.ts';
import type { PageFunction } from '../../../src/sandbox/border/index.ts';
import { SandboxFunction, SandboxList, SandboxObject } from '../../../src/sandbox/values/index.ts';
import type { SandboxValue } from '../../../src/sandbox/values/index.ts';

describe('from the sandbox into the page', () => {
  test.each([undefined, null, false, 1.5, 'text'])('%p stays as it is', (value) => {
    expect(toPage(value)).toBe(value);
  });

  test('arrays and objects become native ones', () => {
    const object = new SandboxObject([
      ['2', new SandboxList([1, undefined])],
      ['1', 'b'],
    ]);
    const copy = toPage(object);
    expect(copy).toEqual({ 1: 'b', 2: [1, undefined] });
    expect(Object.keys(copy as object)).toEqual(['1', '2']);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  });

  test('arrays keep their holes and named properties', () => {
    const list = new SandboxList([1]);
    list.items[2] = 3;
    list.properties.set('foo', 'bar');
    const copy = toPage(list) as unknown[];
    expect(copy).toHaveLength(3);
    expect(Object.keys(copy)).toEqual(['0', '2', 'foo']);
  });

  test('a key named __proto__ is only a key', () => {
    const copy = toPage(new SandboxObject([['__proto__', new SandboxObject([['a', 1]])]]));
    expect(Object.keys(copy as object)).toEqual(['__proto__']);
    expect((copy as { a?: number }).a).toBeUndefined();
  });

  test('cycles and shared references are kept', () => {
    const shared = new SandboxList([1]);
    const object = new SandboxObject([
      ['first', shared],
      ['second', shared],
    ]);
    object.properties.set('self', object);
    const copy = toPage(object) as Record<string, unknown>;
    expect(copy.self).toBe(copy);
    expect(copy.first).toBe(copy.second);
    const [a, b] = allToPage([shared, shared]);
    expect(a).toBe(b);
  });
});

describe('functions of the sandbox', () => {
  test('convert what they are given and what they answer', () => {
    let seen: SandboxValue[] = [];
    const copy = toPage(
      new SandboxFunction('f', (args) => {
        seen = args;
        return new SandboxList([args.length]);
      }),
    ) as PageFunction;
    expect(copy({ a: 1 }, new Date(), [1])).toEqual([3]);
    expect(seen[0]).toBeInstanceOf(SandboxObject);
    expect(seen[1]).toBeUndefined();
    expect(seen[2]).toBeInstanceOf(SandboxList);
  });

  test('are one function within a conversion and another in the next', () => {
    const f = new SandboxFunction('f', () => 1);
    const [a, b] = toPage(new SandboxList([f, f])) as unknown[];
    expect(a).toBe(b);
    expect(toPage(f)).not.toBe(a);
  });

  test('bring their properties', () => {
    const f = new SandboxFunction('f', () => 1);
    f.properties.set('queue', new SandboxList([1]));
    f.properties.set('name', 'own');
    expect(toPage(f)).toHaveProperty('queue', [1]);
    expect(toPage(f)).toHaveProperty('name', 'own');
  });

  test('throw to their caller', () => {
    const error = new Error('broken');
    const copy = toPage(
      new SandboxFunction('f', () => {
        throw error;
      }),
    ) as PageFunction;
    expect(() => copy()).toThrow(error);
  });
});
