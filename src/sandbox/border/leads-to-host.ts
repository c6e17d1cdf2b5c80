/** Inherited by every object: what they give belongs to whoever made the window. */
const doors = ['constructor', '__proto__', '__defineGetter__', '__defineSetter__'];

/**
 * Whether a step from a page's object leaves the page: an object that stands in for a window inherits from the
 * program around the sandbox, whose functions would run anything. In a browser the window is that program.
 */
export function leadsToHost(parent: object, name: string, window: object): boolean {
  if (window === globalThis || Object.hasOwn(parent, name)) return false;
  return doors.includes(name);
}

/** `Function` and its kin, which make code of texts. */
export function isFunctionMaker(value: object): boolean {
  return value === Function || Object.getPrototypeOf(value) === Function;
}
