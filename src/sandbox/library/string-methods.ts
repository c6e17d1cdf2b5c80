import { toSandbox } from '../border/index.ts';
import { SandboxFunction } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';

export type Method<Self> = (self: Self, args: readonly SandboxValue[]) => SandboxValue;

const names = [
  'charAt',
  'concat',
  'indexOf',
  'lastIndexOf',
  'match',
  'replace',
  'search',
  'slice',
  'split',
  'substring',
  'toLowerCase',
  'toLocaleLowerCase',
  'toString',
  'toUpperCase',
  'toLocaleUpperCase',
  'trim',
] as const;

/** The sixteen methods of a string. All run natively, so `match` and `search` make a RegExp of their string. */
export const stringMethods: ReadonlyMap<string, Method<string>> = new Map(
  names.map((name) => [name, callNative(String.prototype[name])]),
);

function callNative(method: (...args: never[]) => unknown): Method<string> {
  return (self, args) => toSandbox(Reflect.apply(method, self, args.map(asNative)));
}

/** `replace` takes a function; native code calls it with strings and numbers only. */
function asNative(value: SandboxValue): unknown {
  if (!(value instanceof SandboxFunction)) return value;
  return (...args: (string | number)[]) => String(value.invoke(args));
}
