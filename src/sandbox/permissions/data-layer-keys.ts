import { matchKey } from './match-key.ts';
import type { PermissionRule } from './permission-rule.ts';

/** `(key)`. */
export const readDataLayer: PermissionRule = ({ parameters, args }) => {
  const key = String(args[0]);
  if (parameters.text('allowedKeys') === 'any') return undefined;
  if (parameters.texts('keyPatterns').some((pattern) => matchKey(key, pattern))) return undefined;
  return `Prohibited read from data layer variable: ${key}.`;
};

/** `(key)`. */
export const writeDataLayer: PermissionRule = ({ parameters, args }) => {
  const key = String(args[0]);
  if (parameters.texts('keyPatterns').some((pattern) => matchKey(key, pattern))) return undefined;
  return `Prohibited write to data layer variable: ${key}.`;
};
