import { describe, expect, test } from '@jest/globals';
import { toSandbox } from '../../../src/sandbox/border/index.ts';
import { matchers } from '../../../src/sandbox/scenarios/matchers.ts';

const f = (): void => undefined;

describe('assertThat', () => {
  test.each([
    ['isUndefined', undefined, [], null],
    ['isDefined', null, [], undefined],
    ['isNull', null, [], undefined],
    ['isNotNull', undefined, [], null],
    ['isFalse', false, [], 0],
    ['isTrue', true, [], 1],
    ['isFalsy', '', [], 'x'],
    ['isTruthy', [], [], 0],
    ['isNaN', NaN, [], 'x'],
    ['isNotNaN', 'x', [], NaN],
    ['isInfinity', -Infinity, [], 1],
    ['isNotInfinity', 1, [], Infinity],
    ['isEqualTo', { a: [1, { b: null }] }, [{ a: [1, { b: null }] }], { a: [1, { b: 0 }] }],
    ['isEqualTo', { a: 1, b: 2 }, [{ b: 2, a: 1 }], { a: 1 }],
    ['isEqualTo', NaN, [NaN], 'NaN'],
    ['isEqualTo', [1], [[1]], [1, 2]],
    ['isNotEqualTo', { a: 1 }, [{ a: 2 }], { a: 2 }],
    ['isAnyOf', [1], [0, [1]], [2]],
    ['isNoneOf', 1, [2, 3], 3],
    ['isStrictlyEqualTo', 'a', ['a'], 'b'],
    ['isNotStrictlyEqualTo', [1], [[1]], undefined],
    ['isGreaterThan', 2, [1], 1],
    ['isGreaterThanOrEqualTo', 1, [1], 0],
    ['isLessThan', 'a', ['b'], 'b'],
    ['isLessThanOrEqualTo', 1, [1], 2],
    ['contains', 'abc', ['b'], 'ac'],
    ['contains', [1, { a: 1 }], [{ a: 1 }, 1], [1]],
    ['doesNotContain', 'abc', ['x'], 'x'],
    ['doesNotContain', [1, 2], [3], [3]],
    ['containsExactly', [1, [2], 1], [[2], 1, 1], [1, [2]]],
    ['doesNotContainExactly', [1, 2], [1], [1]],
    ['hasLength', [1, 2], [2], 'abc'],
    ['isEmpty', '', [], [0]],
    ['isEmpty', [], [], {}],
    ['isNotEmpty', [0], [], ''],
    ['isArray', [], [], {}],
    ['isBoolean', false, [], 0],
    ['isFunction', f, [], {}],
    ['isNumber', NaN, [], '1'],
    ['isObject', {}, [], []],
    ['isString', '', [], 0],
  ])('%s holds for %j with %j, not for %j', (name, right, expected, wrong) => {
    const matcher = matchers[name];
    const values = expected.map(toSandbox);
    expect(matcher?.test(toSandbox(right), values)).toBe(true);
    if (name !== 'isNotStrictlyEqualTo')
      expect(matcher?.test(toSandbox(wrong), values)).toBe(false);
  });

  test('has all 35 matchers', () => {
    expect(Object.keys(matchers)).toHaveLength(35);
  });

  test('compares cyclic values', () => {
    const cycle = () => {
      const list: unknown[] = [1];
      list.push(list);
      return toSandbox(list);
    };
    expect(matchers['isEqualTo']?.test(cycle(), [cycle()])).toBe(true);
  });
});
