import type { PermissionParam, PermissionValue } from '../tpl/index.ts';

/** Google's typed values: 1 text, 2 list, 3 map, 8 boolean. */
export function text(value: string): PermissionValue {
  return { type: 1, string: value };
}

export function flag(value: boolean): PermissionValue {
  return { type: 8, boolean: value };
}

export function list(items: PermissionValue[]): PermissionValue {
  return { type: 2, listItem: items };
}

export function row(cells: readonly (readonly [string, PermissionValue])[]): PermissionValue {
  return {
    type: 3,
    mapKey: cells.map(([key]) => text(key)),
    mapValue: cells.map(([, value]) => value),
  };
}

export function param(key: string, value: PermissionValue): PermissionParam {
  return { key, value };
}
