import type { ContainerCondition } from '../../tpl/container/types.ts';
import { readText } from './read-form.ts';
import { withVariables } from './resolve-fields.ts';
import type { ReadVariable } from './resolve-fields.ts';

/** Whether every condition of a trigger is met. One of an unknown kind is not. */
export function areMet(
  conditions: readonly ContainerCondition[] = [],
  read: ReadVariable,
): boolean {
  return conditions.every((condition) => isMet(condition, read));
}

type Compare = (left: string, right: string, isCaseless: boolean) => boolean;

const comparisons: Readonly<Record<string, Compare>> = {
  EQUALS: (left, right) => left === right,
  CONTAINS: (left, right) => left.includes(right),
  STARTS_WITH: (left, right) => left.startsWith(right),
  ENDS_WITH: (left, right) => left.endsWith(right),
  MATCH_REGEX: (left, right, isCaseless) => new RegExp(right, isCaseless ? 'i' : '').test(left),
  LESS: (left, right) => Number(left) < Number(right),
  LESS_OR_EQUALS: (left, right) => Number(left) <= Number(right),
  GREATER: (left, right) => Number(left) > Number(right),
  GREATER_OR_EQUALS: (left, right) => Number(left) >= Number(right),
};

function isMet({ type, parameter }: ContainerCondition, read: ReadVariable): boolean {
  const compare = comparisons[type];
  if (!compare) return false;
  const sides = { left: readText(parameter, 'arg0'), right: readText(parameter, 'arg1') };
  const isCaseless = readText(parameter, 'ignore_case') === 'true';
  const isNegated = readText(parameter, 'negate') === 'true';
  const result = withVariables(sides, read, ({ left, right }) =>
    compare(String(left), String(right), isCaseless),
  );
  return result === !isNegated;
}
