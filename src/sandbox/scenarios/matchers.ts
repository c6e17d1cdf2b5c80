import { getType, SandboxList } from '../values/index.ts';
import type { SandboxValue, TypeName } from '../values/index.ts';
import { valuesEqual } from './values-equal.ts';

/** A matcher of `assertThat`. `expects` ends the sentence "Expected <actual> …". */
export interface Matcher {
  expects: string;
  /** The actual value is to be the expected one, so that the two can be compared line by line. */
  isComparison?: true;
  test(actual: SandboxValue, expected: readonly SandboxValue[]): boolean;
}

/** Without expected values. */
function is(expects: string, test: (actual: SandboxValue) => boolean): Matcher {
  return { expects, test };
}

function hasType(expects: string, type: TypeName): Matcher {
  return is(expects, (actual) => getType(actual) === type);
}

function compares(
  expects: string,
  test: (actual: number | string, expected: number | string) => boolean,
): Matcher {
  return {
    expects,
    test: (actual, [expected]) =>
      isComparable(actual) && isComparable(expected) && test(actual, expected),
  };
}

function isComparable(value: SandboxValue): value is number | string {
  return typeof value === 'number' || typeof value === 'string';
}

function not(expects: string, matcher: Matcher): Matcher {
  return { expects, test: (actual, expected) => !matcher.test(actual, expected) };
}

const isEqualTo: Matcher = {
  expects: 'to equal',
  isComparison: true,
  test: (actual, [expected]) => valuesEqual(actual, expected),
};
const isAnyOf: Matcher = {
  expects: 'to equal any of',
  test: (actual, expected) => expected.some((value) => valuesEqual(actual, value)),
};
const isStrictlyEqualTo: Matcher = {
  expects: 'to be',
  isComparison: true,
  test: (actual, [expected]) => actual === expected,
};
const contains: Matcher = {
  expects: 'to contain',
  test: (actual, expected) => expected.every((value) => holds(actual, value)),
};
/** Each of the values is absent, which is more than "not all are there". */
const doesNotContain: Matcher = {
  expects: 'not to contain',
  test: (actual, expected) => expected.every((value) => !holds(actual, value)),
};
const containsExactly: Matcher = {
  expects: 'to contain, in any order, exactly',
  test: (actual, expected) => actual instanceof SandboxList && isSameBag(actual.items, expected),
};
const isNaN = is('to be NaN', (actual) => Number.isNaN(actual));
const isInfinity = is('to be infinite', (actual) => actual === Infinity || actual === -Infinity);
const isEmpty = is('to be empty', (actual) => lengthOf(actual) === 0);

/** A substring of a string; a deeply equal item of an array. */
function holds(actual: SandboxValue, value: SandboxValue): boolean {
  if (typeof actual === 'string') return actual.includes(String(value));
  return actual instanceof SandboxList && actual.items.some((item) => valuesEqual(item, value));
}

function isSameBag(actual: readonly SandboxValue[], expected: readonly SandboxValue[]): boolean {
  const left = [...expected];
  for (const item of actual) {
    const found = left.findIndex((value) => valuesEqual(item, value));
    if (found < 0) return false;
    left.splice(found, 1);
  }
  return left.length === 0;
}

/** Of a string or an array; undefined for everything else. */
function lengthOf(value: SandboxValue): number | undefined {
  if (typeof value === 'string') return value.length;
  return value instanceof SandboxList ? value.items.length : undefined;
}

/** Every matcher of `assertThat`, by its name. */
export const matchers: Readonly<Record<string, Matcher>> = {
  isUndefined: is('to be undefined', (actual) => actual === undefined),
  isDefined: is('to be defined', (actual) => actual !== undefined),
  isNull: is('to be null', (actual) => actual === null),
  isNotNull: is('not to be null', (actual) => actual !== null),
  isFalse: is('to be false', (actual) => actual === false),
  isTrue: is('to be true', (actual) => actual === true),
  isFalsy: is('to be falsy', (actual) => !actual),
  isTruthy: is('to be truthy', (actual) => Boolean(actual)),
  isNaN,
  isNotNaN: not('not to be NaN', isNaN),
  isInfinity,
  isNotInfinity: not('not to be infinite', isInfinity),
  isEqualTo,
  isNotEqualTo: not('not to equal', isEqualTo),
  isAnyOf,
  isNoneOf: not('to equal none of', isAnyOf),
  isStrictlyEqualTo,
  isNotStrictlyEqualTo: not('not to be', isStrictlyEqualTo),
  isGreaterThan: compares('to be greater than', (actual, expected) => actual > expected),
  isGreaterThanOrEqualTo: compares('to be at least', (actual, expected) => actual >= expected),
  isLessThan: compares('to be less than', (actual, expected) => actual < expected),
  isLessThanOrEqualTo: compares('to be at most', (actual, expected) => actual <= expected),
  contains,
  doesNotContain,
  containsExactly,
  doesNotContainExactly: not('not to contain, in any order, exactly', containsExactly),
  hasLength: {
    expects: 'to have the length',
    test: (actual, [expected]) => lengthOf(actual) === expected,
  },
  isEmpty,
  isNotEmpty: is('not to be empty', (actual) => (lengthOf(actual) ?? 0) > 0),
  isArray: hasType('to be an array', 'array'),
  isBoolean: hasType('to be a boolean', 'boolean'),
  isFunction: hasType('to be a function', 'function'),
  isNumber: hasType('to be a number', 'number'),
  isObject: hasType('to be an object', 'object'),
  isString: hasType('to be a string', 'string'),
};
