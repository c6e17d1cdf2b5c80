import { describe, expect, test } from '@jest/globals';
import {
  asSandboxError,
  deleteOwn,
  getOwn,
  getType,
  hasOwn,
  ownKeys,
  SandboxError,
  SandboxFunction,
  SandboxList,
  SandboxObject,
  setOwn,
} from '../../../src/sandbox/values/index.ts';
import type { SandboxValue } from '../../../src/sandbox/values/index.ts';

const named = new SandboxFunction('named', () => 1);

test.each<[SandboxValue, string]>([
  [undefined, 'undefined'],
  [null, 'null'],
  [true, 'boolean'],
  [1, 'number'],
  ['', 'string'],
  [new SandboxList(), 'array'],
  [new SandboxObject(), 'object'],
  [named, 'function'],
])('the type of %s is %s', (value, expected) => {
  expect(getType(value)).toBe(expected);
});

describe('keys', () => {
  test('of an array start with the named ones and leave out holes', () => {
    const list = new SandboxList([1]);
    setOwn(list, 'foo', 2);
    setOwn(list, 2, 3);
    expect(ownKeys(list)).toEqual(['foo', '0', '2']);
  });

  test('of an object keep the order they were added in', () => {
    const object = new SandboxObject([
      ['2', 1],
      ['1', 1],
    ]);
    expect(ownKeys(object)).toEqual(['2', '1']);
  });

  test.each<[SandboxValue, string[]]>([
    ['ab', ['0', '1']],
    ['😀', ['0', '1']],
    ['', []],
    [5, []],
    [true, []],
    [named, []],
  ])('of %p are %p', (value, expected) => {
    expect(ownKeys(value)).toEqual(expected);
  });
});

describe('own properties', () => {
  test.each<[SandboxValue, boolean]>([
    [0, true],
    ['0', true],
    [1, false],
    ['foo', true],
    ['length', false],
    ['00', false],
    [-1, false],
  ])('an array with one item and foo has %p: %p', (key, expected) => {
    const list = new SandboxList(['item']);
    setOwn(list, 'foo', 1);
    expect(hasOwn(list, key)).toBe(expected);
    expect(getOwn(list, key) !== undefined).toBe(expected);
  });

  test.each([-1, 1.5, 'x', 2 ** 32])('refuses %p as the length of an array', (length) => {
    expect(() => {
      setOwn(new SandboxList(), 'length', length);
    }).toThrow('Invalid array length');
  });

  test('ignores writes to what is frozen', () => {
    for (const holder of [
      new SandboxList(),
      new SandboxObject(),
      new SandboxFunction('', () => 1),
    ]) {
      holder.frozen = true;
      setOwn(holder, 'a', 1);
      setOwn(holder, 0, 1);
      expect(ownKeys(holder)).toEqual([]);
    }
  });

  test('deletes from objects only, unless they are frozen', () => {
    const object = new SandboxObject([['a', 1]]);
    expect(deleteOwn(object, 'a')).toBe(true);
    expect(ownKeys(object)).toEqual([]);
    object.frozen = true;
    expect(deleteOwn(object, 'a')).toBe(false);
    expect(deleteOwn(new SandboxList([1]), 0)).toBe(false);
  });
});

describe('errors', () => {
  test('keep the first place they are given', () => {
    const error = new SandboxError('broken').locate('a.js (1:1)').locate('b.js (2:2)');
    expect(error.message).toBe('a.js (1:1): broken');
    expect(error.place).toBe('a.js (1:1)');
  });

  test('are made of anything that is thrown', () => {
    const native = new TypeError('native');
    expect(asSandboxError(native)).toMatchObject({ reason: 'native', cause: native });
    expect(asSandboxError('text').reason).toBe('text');
    const own = new SandboxError('own');
    expect(asSandboxError(own)).toBe(own);
  });
});
