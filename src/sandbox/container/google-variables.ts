import type { BuiltInVariable, ContainerVariable } from '../../tpl/container/types.ts';
import { readCookiePairs } from '../apis/get-cookie-values.ts';
import { readForm } from './read-form.ts';
import { withVariables } from './resolve-fields.ts';
import type { VariableContext, VariableSetup } from './variables.ts';

type Read = (context: VariableContext, form: Record<string, unknown>) => unknown;

/** Google's own types of variables, as far as they need nothing but the page. */
const types: Readonly<Record<string, Read>> = {
  /** Constant. */
  c: (_, { value }) => value,
  /** JavaScript Variable: a path from the window. */
  j: ({ page }, { name }) => readPath(page.window, String(name).split('.')),
  /** 1st Party Cookie. */
  k: ({ page }, { name }) =>
    readCookiePairs(page.window.document.cookie).find(([key]) => key === name)?.[1],
  /** Lookup Table. */
  smm: (_, { input, map, setDefaultValue, defaultValue }) => {
    const rows: Record<string, unknown>[] = Array.isArray(map) ? map : [];
    const row = rows.find(({ key }) => key === String(input));
    if (row) return row['value'];
    return setDefaultValue ? defaultValue : undefined;
  },
  /** Data Layer Variable. */
  v: ({ readDataLayer }, { name, setDefaultValue, defaultValue }) =>
    readDataLayer(String(name)) ?? (setDefaultValue ? defaultValue : undefined),
};

/** A variable of one of Google's types; undefined where this sandbox does not have the type. */
export function readGoogleVariable({ name, type, parameter }: ContainerVariable): VariableSetup {
  const read = types[type];
  return {
    name,
    read: (context) =>
      read &&
      withVariables(readForm(parameter), context.readVariable, (form) => read(context, form)),
  };
}

const builtIns: Readonly<Record<string, (context: VariableContext) => unknown>> = {
  EVENT: ({ event }) => event,
  PAGE_HOSTNAME: ({ page }) => page.window.location.hostname,
  PAGE_PATH: ({ page }) => new URL(page.window.location.href).pathname,
  PAGE_URL: ({ page }) => page.window.location.href,
  REFERRER: ({ page }) => page.window.document.referrer,
};

/** A built-in variable that is switched on, under the name that it has. */
export function readBuiltIn({ name, type }: Pick<BuiltInVariable, 'name' | 'type'>): VariableSetup {
  return { name, read: (context) => builtIns[type]?.(context) };
}

function readPath(start: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined,
    start,
  );
}
