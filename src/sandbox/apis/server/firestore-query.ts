/** `[key, operator, value]`; the key may be a dotted path. */
export type Condition = readonly [string, string, unknown];

type Compare = (actual: unknown, expected: unknown) => boolean;

/** Firestore compares values of one type only. */
function ordered(
  compare: (actual: number | string, expected: number | string) => boolean,
): Compare {
  return (actual, expected) =>
    isOrdered(actual) &&
    isOrdered(expected) &&
    typeof actual === typeof expected &&
    compare(actual, expected);
}

const equals: Compare = (actual, expected) => JSON.stringify(actual) === JSON.stringify(expected);
const isIn: Compare = (actual, expected) => listOf(expected).some((one) => equals(actual, one));

const operators: ReadonlyMap<string, Compare> = new Map<string, Compare>([
  ['<', ordered((actual, expected) => actual < expected)],
  ['<=', ordered((actual, expected) => actual <= expected)],
  ['==', equals],
  ['!=', (actual, expected) => actual !== undefined && !equals(actual, expected)],
  ['>=', ordered((actual, expected) => actual >= expected)],
  ['>', ordered((actual, expected) => actual > expected)],
  ['array-contains', (actual, expected) => isIn(expected, actual)],
  [
    'array-contains-any',
    (actual, expected) => listOf(expected).some((one) => isIn(one, listOf(actual))),
  ],
  ['in', isIn],
  ['not-in', (actual, expected) => actual !== undefined && !isIn(actual, expected)],
]);

export function isCondition(value: unknown): value is Condition {
  return Array.isArray(value) && value.length === 3 && operators.has(String(value[1]));
}

export function matchesAll(data: object, conditions: readonly Condition[]): boolean {
  return conditions.every(([key, operator, expected]) => {
    return operators.get(operator)?.(readPath(data, key), expected) === true;
  });
}

function readPath(data: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? Reflect.get(value, key)
      : undefined;
  }, data);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isOrdered(value: unknown): value is number | string {
  return typeof value === 'number' || typeof value === 'string';
}
