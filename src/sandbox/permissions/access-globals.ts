import { grantsAccess } from './access-rows.ts';
import type { PermissionRule } from './permission-rule.ts';

/** `(read | write | readwrite | execute, path)`. The path is exact: a grant on `foo` does not cover `foo.bar`. */
export const accessGlobals: PermissionRule = ({ parameters, args }) => {
  const [operation, name] = args;
  if (grantsAccess(parameters.rows('keys'), 'key', { name, operation })) return undefined;
  return `Prohibited ${String(operation)} on global variable: ${String(name)}.`;
};
