import {
  getOwn,
  hasOwn,
  SandboxError,
  SandboxFunction,
  SandboxList,
  SandboxPromise,
} from '../values/index.ts';
import type { SandboxHolder, SandboxValue } from '../values/index.ts';
import { listMethods } from './list-methods.ts';
import { promiseMethods } from './promise-methods.ts';
import { stringMethods } from './string-methods.ts';
import type { Method } from './string-methods.ts';

/**
 * What `value.name(…)` calls: a function that is an own property, else a built-in method. Throws when there is
 * neither. Methods are not properties: they exist in this position only.
 */
export function findMethod(
  value: SandboxValue,
  name: string,
): (args: SandboxValue[]) => SandboxValue {
  if (typeof value === 'object' && value !== null) return findHolderMethod(value, name);
  if (typeof value === 'string') return bind(stringMethods, value, name);
  if (typeof value === 'number') return bind(numberMethods, value, name);
  if (typeof value === 'boolean') return bind(booleanMethods, value, name);
  throw new SandboxError(`Cannot read properties of ${value} (reading '${name}')`);
}

const numberMethods = new Map<string, Method<number>>([
  ['toString', (self, args) => self.toString(radixOf(args[0]))],
]);

const booleanMethods = new Map<string, Method<boolean>>([['toString', (self) => String(self)]]);

const holderMethods = new Map<string, Method<SandboxHolder>>([
  ['hasOwnProperty', (self, args) => hasOwn(self, args[0])],
  ['toString', (self) => self.toString()],
]);

function findHolderMethod(
  holder: SandboxHolder,
  name: string,
): (args: SandboxValue[]) => SandboxValue {
  if (holder instanceof SandboxPromise && promiseMethods.has(name)) {
    return bind(promiseMethods, holder, name);
  }
  const own = holder.properties.get(name);
  if (own instanceof SandboxFunction) return own.invoke;
  if (!(holder instanceof SandboxList)) return bind(holderMethods, holder, name);
  const item = listMethods.has(name) ? undefined : getOwn(holder, name);
  return item instanceof SandboxFunction ? item.invoke : bind(listMethods, holder, name);
}

function bind<Self extends SandboxValue>(
  methods: ReadonlyMap<string, Method<Self>>,
  self: Self,
  name: string,
): (args: SandboxValue[]) => SandboxValue {
  const method = methods.get(name);
  if (method) return (args) => method(self, args);
  const isHolder = typeof self === 'object';
  throw new SandboxError(
    isHolder ? `Object has no '${name}' property.` : `${name} is not a function`,
  );
}

/** A radix that native code would refuse is ignored. */
function radixOf(value: SandboxValue): number {
  const radix = Math.trunc(Number(value));
  return radix >= 2 && radix <= 36 ? radix : 10;
}
