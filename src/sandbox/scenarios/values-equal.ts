import { getOwn, getType, hasOwn, isHolder, ownKeys, SandboxFunction } from '../values/index.ts';
import type { SandboxHolder, SandboxValue } from '../values/index.ts';

/** Deep equality: lists and objects by content, functions by identity, NaN equal to itself. */
export function valuesEqual(
  left: SandboxValue,
  right: SandboxValue,
  compared = new Map<SandboxHolder, SandboxHolder>(),
): boolean {
  if (Object.is(left, right) || left === right) return true;
  if (!isHolder(left) || !isHolder(right) || getType(left) !== getType(right)) return false;
  if (left instanceof SandboxFunction) return false;
  // A pair that is being compared further up is a cycle: equal unless something else differs.
  if (compared.get(left) === right) return true;
  compared.set(left, right);
  const keys = ownKeys(left);
  return (
    keys.length === ownKeys(right).length &&
    lengthOf(left) === lengthOf(right) &&
    keys.every(
      (key) => hasOwn(right, key) && valuesEqual(getOwn(left, key), getOwn(right, key), compared),
    )
  );
}

function lengthOf(holder: SandboxHolder): number {
  return 'items' in holder ? holder.items.length : 0;
}
