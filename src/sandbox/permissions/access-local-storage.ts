import { grantsAccess } from './access-rows.ts';
import type { PermissionRule } from './permission-rule.ts';

/** `(read | write | readwrite, key)`. The key is exact, there are no wildcards. */
export const accessLocalStorage: PermissionRule = ({ parameters, args }) => {
  const [operation, name] = args;
  if (grantsAccess(parameters.rows('keys'), 'key', { name, operation })) return undefined;
  return `Prohibited ${String(operation)} on local storage key: ${String(name)}.`;
};
