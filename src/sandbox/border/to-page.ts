import { SandboxFunction, SandboxList } from '../values/index.ts';
import type { SandboxHolder, SandboxValue } from '../values/index.ts';
import type { PageFunction } from './page-function.ts';
import { allToSandbox } from './to-sandbox.ts';

type Copies = Map<SandboxHolder, object>;

/** Copies a value of the sandbox, deeply, as `setInWindow` does; functions become native functions. */
export function toPage(value: SandboxValue): unknown {
  return copyOut(value, new Map());
}

/** Copies several values at once: what occurs in two of them is one object in the copies too. */
export function allToPage(values: readonly SandboxValue[]): unknown[] {
  const copies: Copies = new Map();
  return values.map((value) => copyOut(value, copies));
}

function copyOut(value: SandboxValue, copies: Copies): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return copies.get(value) ?? copyHolder(value, copies);
}

function copyHolder(holder: SandboxHolder, copies: Copies): object {
  const copy = emptyCopy(holder);
  copies.set(holder, copy);
  for (const [key, value] of holder.properties) define(copy, key, copyOut(value, copies));
  if (holder instanceof SandboxList && Array.isArray(copy)) {
    copy.length = holder.items.length;
    holder.items.forEach((item, index) => {
      copy[index] = copyOut(item, copies);
    });
  }
  return copy;
}

function emptyCopy(holder: SandboxHolder): object {
  if (holder instanceof SandboxList) return [];
  return holder instanceof SandboxFunction ? pageFunctionOf(holder) : {};
}

/** What the function throws goes to the caller in the page. */
function pageFunctionOf(sandboxFunction: SandboxFunction): PageFunction {
  return function (...args) {
    return toPage(sandboxFunction.invoke(allToSandbox(args)));
  };
}

/** Assigning would run the setter of `__proto__`. */
function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}
