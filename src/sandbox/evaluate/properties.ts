import { getOwn, isHolder, listIndex, SandboxError, SandboxList, setOwn } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';

/** `object[key]`. Methods are not properties, so that only own properties, and `length`, are found. */
export function readProperty(object: SandboxValue, key: SandboxValue): SandboxValue {
  if (isHolder(object)) {
    if (key === 'length' && object instanceof SandboxList) return object.items.length;
    return getOwn(object, key);
  }
  if (object === undefined || object === null) throw cannotRead(object, key);
  if (typeof object !== 'string') return undefined;
  return key === 'length' ? object.length : object[listIndex(key)];
}

/** `object[key] = value`. On strings, numbers and booleans nothing happens. */
export function writeProperty(object: SandboxValue, key: SandboxValue, value: SandboxValue): void {
  if (isHolder(object)) setOwn(object, key, value);
  else if (object === undefined || object === null) {
    throw new SandboxError(`Can't set property ${String(key)} of ${object}.`);
  }
}

function cannotRead(object: undefined | null, key: SandboxValue): SandboxError {
  return new SandboxError(`Cannot read properties of ${object} (reading '${String(key)}')`);
}
