/**
 * Whether Google's runtime copies the object with its properties: a literal, from any realm. Nodes, class instances,
 * built-in objects and objects with an enumerable inherited property are not plain.
 */
export function isPlainObject(value: object): boolean {
  if (Object.prototype.toString.call(value) !== '[object Object]') return false;
  if ('nodeType' in value && value.nodeType) return false;
  return isMadeByObject(value) && !inheritsAnEnumerableProperty(value);
}

/** A window refers to itself; this may be asked even of a window of another origin. */
export function isWindow(value: object): boolean {
  return 'window' in value && value.window === value;
}

/** `isPrototypeOf` is an own property of `Object.prototype` in every realm, and of no other prototype. */
function isMadeByObject(value: object): boolean {
  const maker: unknown = value.constructor;
  if (!maker || Object.hasOwn(value, 'constructor')) return true;
  return typeof maker === 'function' && Object.hasOwn(maker.prototype ?? {}, 'isPrototypeOf');
}

function inheritsAnEnumerableProperty(value: object): boolean {
  for (const key in value) if (!Object.hasOwn(value, key)) return true;
  return false;
}
