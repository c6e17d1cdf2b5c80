import {
  SandboxError,
  SandboxFunction,
  SandboxList,
  SandboxObject,
  setOwn,
} from '../values/index.ts';
import type { SandboxHolder, SandboxValue } from '../values/index.ts';
import { isPlainObject, isWindow } from './is-plain-object.ts';
import { isFunctionMaker } from './leads-to-host.ts';
import { callPageFunction } from './page-function.ts';
import type { PageFunction } from './page-function.ts';

/** What has been copied already, so that cycles and shared references survive. */
type Copies = Map<object, SandboxHolder>;

/**
 * Copies a value of the page, deeply, as `copyFromWindow` does. What the sandbox cannot hold becomes undefined; an
 * object with keys but without a prototype throws, as in Google's runtime.
 */
export function toSandbox(pageValue: unknown): SandboxValue {
  return copyIn(pageValue, new Map());
}

/** Copies several values at once: an object that occurs in two of them is one object in the copies too. */
export function allToSandbox(pageValues: readonly unknown[]): SandboxValue[] {
  const copies: Copies = new Map();
  return pageValues.map((value) => copyIn(value, copies));
}

function copyIn(value: unknown, copies: Copies): SandboxValue {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'function':
      if (isFunctionMaker(value)) return undefined;
      return copies.get(value) ?? copyFunction(value as PageFunction, copies);
    case 'object':
      return value === null ? null : (copies.get(value) ?? copyObject(value, copies));
    default:
      return undefined;
  }
}

function copyObject(value: object, copies: Copies): SandboxValue {
  if (isWindow(value)) return undefined;
  if (Array.isArray(value) || Object.hasOwn(value, 'callee')) return copyList(value, copies);
  if (!isPlainObject(value)) return undefined;
  if (Object.getPrototypeOf(value) === null && Object.keys(value).length > 0) {
    throw new SandboxError('An object without a prototype cannot be copied into the sandbox.');
  }
  return copyProperties(value, new SandboxObject(), copies);
}

/** `arguments` objects are known by their own `callee`, which is never read: in strict code it throws. */
function copyList(value: object, copies: Copies): SandboxList {
  const list = new SandboxList();
  if (Array.isArray(value)) list.items.length = value.length;
  return copyProperties(value, list, copies);
}

function copyFunction(value: PageFunction, copies: Copies): SandboxFunction {
  const invoke = (args: SandboxValue[]) => callPageFunction(value, value, args);
  return copyProperties(value, new SandboxFunction('', invoke), copies);
}

function copyProperties<Copy extends SandboxHolder>(from: object, to: Copy, copies: Copies): Copy {
  copies.set(from, to);
  for (const [key, value] of Object.entries(from)) {
    setOwn(to, key, copyIn(value, copies));
  }
  return to;
}
