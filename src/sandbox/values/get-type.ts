import { SandboxFunction } from './sandbox-function.ts';
import { SandboxList } from './sandbox-list.ts';
import type { SandboxValue } from './sandbox-value.ts';

export type TypeName =
  'undefined' | 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object' | 'function';

/** The names of the `getType` API. */
export function getType(value: SandboxValue): TypeName {
  if (value === undefined) return 'undefined';
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'string';
  if (value instanceof SandboxList) return 'array';
  return value instanceof SandboxFunction ? 'function' : 'object';
}
