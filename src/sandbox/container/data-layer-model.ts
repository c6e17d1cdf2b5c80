import { isPlainObject } from '../border/is-plain-object.ts';

/** What `copyFromDataLayer` reads. */
export interface DataLayerModel {
  /** Merges a message; its dotted keys become nested ones. */
  merge(message: object): void;
  /** Version 2: the merged value at a dotted path. */
  read(path: string): unknown;
  /** Version 1: the value last pushed under exactly this key. */
  readLast(key: string): unknown;
}

type Container = Record<string, unknown> | unknown[];

export function createDataLayerModel(): DataLayerModel {
  const merged: Record<string, unknown> = {};
  const last = new Map<string, unknown>();
  return {
    merge: (message) => {
      for (const [key, value] of Object.entries(message)) {
        last.set(key, value);
        mergeInto(merged, expand(key.split('.'), value));
      }
    },
    read: (path) => readPath(merged, path.split('.')),
    readLast: (key) => last.get(key),
  };
}

/** `a.b` and 1 give `{ a: { b: 1 } }`. */
function expand(names: readonly string[], value: unknown): Record<string, unknown> {
  const nested = names.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
  return isRecord(nested) ? nested : {};
}

/** Objects are merged by key and lists by index; everything else is replaced. */
function mergeInto(target: Container, source: Container): void {
  for (const [key, value] of Object.entries(source)) {
    if (key === '__proto__') continue;
    Reflect.set(target, key, mergeValue(Reflect.get(target, key), value));
  }
}

function mergeValue(current: unknown, value: unknown): unknown {
  if (Array.isArray(value)) {
    const list = Array.isArray(current) ? current : [];
    mergeInto(list, value);
    return list;
  }
  if (!isRecord(value) || !isPlainObject(value)) return value;
  const record = isRecord(current) && isPlainObject(current) ? current : {};
  mergeInto(record, value);
  return record;
}

/** Google's runtime answers false where a parent on the path is null. */
function readPath(root: unknown, names: readonly string[]): unknown {
  let value = root;
  for (const name of names) {
    if (value === null) return false;
    if (typeof value !== 'object' || !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
