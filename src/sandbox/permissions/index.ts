export { createGrants } from './create-grants.ts';
export type { Grants } from './create-grants.ts';
export { PermissionError } from './permission-error.ts';
export type { EncodedPermission } from './permission-parameters.ts';
export { createPolicies } from './policies.ts';
export type { Policies, Policy } from './policies.ts';
export { permissionRules } from './permission-rules.ts';
