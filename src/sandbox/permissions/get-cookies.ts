import type { PermissionRule } from './permission-rule.ts';

/** `(name)`. Names are exact: '*' in the list is a literal name. */
export const getCookies: PermissionRule = ({ parameters, args }) => {
  const [name] = args;
  if (parameters.text('cookieAccess') === 'any') return undefined;
  if (parameters.texts('cookieNames').some((allowed) => allowed === name)) return undefined;
  return `Prohibited read of cookie: ${String(name)}.`;
};
