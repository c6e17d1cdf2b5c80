import { listIndex } from './list-index.ts';
import { SandboxError } from './sandbox-error.ts';
import { SandboxList } from './sandbox-list.ts';
import type { SandboxHolder, SandboxValue } from './sandbox-value.ts';

/** More than a page can use; methods go through holes one by one. */
const mostItems = 10_000_000;

/** The own keys in the sandbox's order: of a list the named properties first, of a string its indices. */
export function ownKeys(value: SandboxValue): string[] {
  if (typeof value === 'string') return Object.keys(value.split(''));
  if (!isHolder(value)) return [];
  const names = Array.from(value.properties.keys());
  return value instanceof SandboxList ? names.concat(Object.keys(value.items)) : names;
}

/** Whether the key is an own property; the `length` of a list is not. */
export function hasOwn(holder: SandboxHolder, key: SandboxValue): boolean {
  if (holder instanceof SandboxList) {
    const index = listIndex(key);
    if (index >= 0) return index in holder.items;
  }
  return holder.properties.has(String(key));
}

/** The own property, or undefined. */
export function getOwn(holder: SandboxHolder, key: SandboxValue): SandboxValue {
  if (holder instanceof SandboxList) {
    const index = listIndex(key);
    if (index >= 0) return holder.items[index];
  }
  return holder.properties.get(typeof key === 'string' ? key : String(key));
}

/** Writes an own property; on a frozen holder nothing happens. A bad `length` of a list throws. */
export function setOwn(holder: SandboxHolder, key: SandboxValue, value: SandboxValue): void {
  if (holder.frozen) return;
  if (!(holder instanceof SandboxList)) {
    holder.properties.set(typeof key === 'string' ? key : String(key), value);
    return;
  }
  const index = listIndex(key);
  if (index >= 0) refuseLength(index + 1);
  if (index >= 0) holder.items[index] = value;
  else if (key === 'length') setLength(holder, value);
  else holder.properties.set(String(key), value);
}

/** Removes an own property of an object or a function; answers whether it could. */
export function deleteOwn(holder: SandboxHolder, key: SandboxValue): boolean {
  if (holder instanceof SandboxList || holder.frozen) return false;
  holder.properties.delete(String(key));
  return true;
}

export function isHolder(value: SandboxValue): value is SandboxHolder {
  return typeof value === 'object' && value !== null;
}

function setLength(list: SandboxList, value: SandboxValue): void {
  const length = Number(value);
  if (length >>> 0 !== length) throw new SandboxError('Invalid array length');
  refuseLength(length);
  list.items.length = length;
}

/** Throws where a list would get longer than any page needs. */
export function refuseLength(length: number): void {
  if (length > mostItems) throw new SandboxError(`An array has at most ${mostItems} items`);
}
