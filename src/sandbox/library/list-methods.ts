import {
  hasOwn,
  refuseLength,
  SandboxError,
  SandboxFunction,
  SandboxList,
} from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import type { Method } from './string-methods.ts';

type Items = SandboxValue[];
type Step<Answer> = (value: SandboxValue, index: number) => Answer;

/** The methods that read a list. Native ones skip holes and stop at the length the list had at first. */
const readers: Record<string, Method<SandboxList>> = {
  concat,
  every: (list, args) => list.items.every(stepOf(list, args)),
  filter: (list, args) => new SandboxList(list.items.filter(stepOf(list, args))),
  forEach: (list, args) => {
    list.items.forEach(stepOf(list, args));
    return undefined;
  },
  hasOwnProperty: (list: SandboxList, args: readonly SandboxValue[]) => hasOwn(list, args[0]),
  indexOf: (list, args) => native('indexOf', list, args) as number,
  join: (list, args) => native('join', list, args) as string,
  lastIndexOf: (list, args) => native('lastIndexOf', list, args) as number,
  map: (list, args) => new SandboxList(list.items.map(stepOf(list, args))),
  reduce: (list, args) => reduce('reduce', list, args),
  reduceRight: (list, args) => reduce('reduceRight', list, args),
  slice: (list, args) => new SandboxList(native('slice', list, args) as Items),
  some: (list, args) => list.items.some(stepOf(list, args)),
  toString: (list: SandboxList) => list.toString(),
};

/** The methods that change a list. On a frozen one they throw, where writing an index is only ignored. */
const writers: Record<string, Method<SandboxList>> = {
  pop: (list) => list.items.pop(),
  push: (list, args) => list.items.push(...args),
  reverse: (list) => {
    list.items.reverse();
    return list;
  },
  shift: (list) => list.items.shift(),
  sort: (list, args) => {
    list.items.sort(comparerOf(args[0]));
    return list;
  },
  splice: (list, args) => new SandboxList(splice(list.items, args)),
  unshift: (list, args) => list.items.unshift(...args),
};

/** Every method of a list, by name. */
export const listMethods: ReadonlyMap<string, Method<SandboxList>> = new Map([
  ...Object.entries(readers),
  ...Object.entries(writers).map(([name, method]) => [name, unlessFrozen(method)] as const),
]);

function unlessFrozen(method: Method<SandboxList>): Method<SandboxList> {
  return (list, args) => {
    if (list.frozen) throw new SandboxError('Cannot change an array that is frozen');
    return method(list, args);
  };
}

function concat(list: SandboxList, args: readonly SandboxValue[]): SandboxList {
  const lengths = args.map((arg) => (isList(arg) ? arg.items.length : 1));
  refuseLength(lengths.reduce((total, length) => total + length, list.items.length));
  return new SandboxList(list.items.concat(...args.map((arg) => (isList(arg) ? arg.items : arg))));
}

function native(
  name: 'indexOf' | 'join' | 'lastIndexOf' | 'slice',
  list: SandboxList,
  args: readonly SandboxValue[],
): unknown {
  return Reflect.apply(Array.prototype[name], list.items, args);
}

function stepOf(list: SandboxList, args: readonly SandboxValue[]): Step<SandboxValue> {
  const callback = functionOf(args[0]);
  return (value, index) => callback.invoke([value, index, list]);
}

/** An initial value that is undefined counts as none. */
function reduce(
  name: 'reduce' | 'reduceRight',
  list: SandboxList,
  [callback, initial]: readonly SandboxValue[],
): SandboxValue {
  const step = functionOf(callback);
  const combine = (total: SandboxValue, value: SandboxValue, index: number) =>
    step.invoke([total, value, index, list]);
  return initial === undefined ? list.items[name](combine) : list.items[name](combine, initial);
}

function comparerOf(
  callback: SandboxValue,
): ((a: SandboxValue, b: SandboxValue) => number) | undefined {
  if (callback === undefined) return undefined;
  const compare = functionOf(callback);
  return (a, b) => Number(compare.invoke([a, b]));
}

/** Without any argument everything goes, unlike native JavaScript. */
function splice(items: Items, args: readonly SandboxValue[]): Items {
  if (args.length < 2) return items.splice(Number(args[0] ?? 0));
  const [start, count, ...added] = args;
  return items.splice(Number(start), Number(count), ...added);
}

function functionOf(value: SandboxValue): SandboxFunction {
  if (value instanceof SandboxFunction) return value;
  throw new SandboxError(`${String(value)} is not a function`);
}

function isList(value: SandboxValue): value is SandboxList {
  return value instanceof SandboxList;
}
