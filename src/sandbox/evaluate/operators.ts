import { SandboxFunction } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';

/**
 * The native operators run on the wrappers and call their `toString`, which gives Google's coercions. To the type
 * checker every operand is a number, so that it lets them through. `At` is what the operands are read from.
 */
type Combine = <At>(
  left: (at: At) => number,
  right: (at: At) => number,
) => (at: At) => SandboxValue;

const combine: Record<string, Combine> = {
  '+': (left, right) => (at) => left(at) + right(at),
  '-': (left, right) => (at) => left(at) - right(at),
  '*': (left, right) => (at) => left(at) * right(at),
  '/': (left, right) => (at) => left(at) / right(at),
  '%': (left, right) => (at) => left(at) % right(at),
  '&': (left, right) => (at) => left(at) & right(at),
  '|': (left, right) => (at) => left(at) | right(at),
  '^': (left, right) => (at) => left(at) ^ right(at),
  '<<': (left, right) => (at) => left(at) << right(at),
  '>>': (left, right) => (at) => left(at) >> right(at),
  '>>>': (left, right) => (at) => left(at) >>> right(at),
  '<': (left, right) => (at) => left(at) < right(at),
  '<=': (left, right) => (at) => left(at) <= right(at),
  '>': (left, right) => (at) => left(at) > right(at),
  '>=': (left, right) => (at) => left(at) >= right(at),
  '===': (left, right) => (at) => left(at) === right(at),
  '!==': (left, right) => (at) => left(at) !== right(at),
  '==': (left, right) => (at) => left(at) == right(at),
  '!=': (left, right) => (at) => left(at) != right(at),
  '&&': (left, right) => (at) => left(at) && right(at),
  '||': (left, right) => (at) => left(at) || right(at),
};

/** `left operator right`, compiled. */
export function combineOperands<At>(
  operator: string,
  left: (at: At) => SandboxValue,
  right: (at: At) => SandboxValue,
): (at: At) => SandboxValue {
  const compile = combine[operator];
  if (!compile) throw new Error(`The evaluator does not know the operator ${operator}.`);
  return compile(left as (at: At) => number, right as (at: At) => number);
}

export const unaryOperators: Record<string, (value: SandboxValue) => SandboxValue> = {
  '-': (value) => -(value as number),
  '!': (value) => !value,
  '~': (value) => ~(value as number),
  typeof: (value) => (value instanceof SandboxFunction ? value.typeofAnswer : typeof value),
};

/** `++` adds with `+`, so that it joins strings, as Google's runtime does. */
export const updateOperators: Record<string, (value: SandboxValue) => SandboxValue> = {
  '++': (value) => (value as number) + 1,
  '--': (value) => (value as number) - 1,
};
