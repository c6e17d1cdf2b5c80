import type { PermissionRule } from './permission-rule.ts';

/** 'debug' allows it in preview only. */
export const logging: PermissionRule = ({ parameters, isDebug }) => {
  if (parameters.text('environments') === 'all' || isDebug) return undefined;
  return 'Prohibited logging outside of preview.';
};
