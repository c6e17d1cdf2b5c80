import { getOwn, ownKeys, SandboxFunction, SandboxList, SandboxObject } from '../values/index.ts';
import type { SandboxHolder, SandboxValue } from '../values/index.ts';

/** The value as it would be written in the sandbox, for messages. */
export function showValue(value: SandboxValue, parents: readonly SandboxHolder[] = []): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null)
    return Object.is(value, -0) ? '-0' : String(value);
  if (parents.includes(value)) return '…';
  if (value instanceof SandboxFunction) return value.name ? `function ${value.name}` : 'a function';
  const path = [...parents, value];
  if (value instanceof SandboxList) {
    return `[${value.items.map((item) => showValue(item, path)).join(', ')}]`;
  }
  return showObject(value, path);
}

/** Several values, as arguments of a call. */
export function showValues(values: readonly SandboxValue[]): string {
  return values.map((value) => showValue(value)).join(', ');
}

function showObject(object: SandboxObject, path: readonly SandboxHolder[]): string {
  const pairs = ownKeys(object).map((key) => `${key}: ${showValue(getOwn(object, key), path)}`);
  return pairs.length > 0 ? `{ ${pairs.join(', ')} }` : '{}';
}
