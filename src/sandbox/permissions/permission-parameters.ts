/** A permission as `___WEB_PERMISSIONS___` has it. */
export interface EncodedPermission {
  instance: {
    key: { publicId: string };
    param?: readonly { key: string; value: unknown }[];
  };
}

/** A row of a permission's list, such as `{ key: 'dataLayer', read: true }`. */
export type ParameterRow = ReadonlyMap<string, unknown>;

/** The parameters of one granted permission, decoded. */
export interface PermissionParameters {
  /** The string, or undefined where it is absent. */
  text(key: string): string | undefined;
  /** Whether the boolean is there and true. */
  isTrue(key: string): boolean;
  /** The strings of a list. */
  texts(key: string): string[];
  /** The maps of a list. */
  rows(key: string): ParameterRow[];
}

/** Reads the typed values: 1 string, 2 list, 3 map (parallel lists of keys and values), 8 boolean. */
export function decodeParameters(permission: EncodedPermission): PermissionParameters {
  const values = new Map<string, unknown>();
  for (const { key, value } of permission.instance.param ?? []) values.set(key, decode(value));
  const listOf = (key: string): unknown[] => {
    const list = values.get(key);
    return Array.isArray(list) ? list : [];
  };
  return {
    text: (key) => {
      const value = values.get(key);
      return typeof value === 'string' ? value : undefined;
    },
    isTrue: (key) => values.get(key) === true,
    texts: (key) => listOf(key).filter((item) => typeof item === 'string'),
    rows: (key) => listOf(key).filter((item) => item instanceof Map),
  };
}

function decode(encoded: unknown): unknown {
  if (!isRecord(encoded)) return undefined;
  switch (encoded['type']) {
    case 1:
      return encoded['string'];
    case 2:
      return decodeAll(encoded['listItem']);
    case 3:
      return decodeMap(encoded);
    case 8:
      return encoded['boolean'];
    default:
      return undefined;
  }
}

function decodeMap(encoded: Record<string, unknown>): Map<unknown, unknown> {
  const keys = decodeAll(encoded['mapKey']);
  const values = decodeAll(encoded['mapValue']);
  return new Map(keys.map((key, index) => [key, values[index]]));
}

function decodeAll(list: unknown): unknown[] {
  return Array.isArray(list) ? list.map(decode) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
