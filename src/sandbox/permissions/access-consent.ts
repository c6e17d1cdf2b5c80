import { grantsAccess } from './access-rows.ts';
import type { PermissionRule } from './permission-rule.ts';

/** `(consentType, read | write)`. */
export const accessConsent: PermissionRule = ({ parameters, args }) => {
  const [name, operation] = args;
  if (grantsAccess(parameters.rows('consentTypes'), 'consentType', { name, operation })) {
    return undefined;
  }
  return `Prohibited ${String(operation)} on consent type: ${String(name)}.`;
};
