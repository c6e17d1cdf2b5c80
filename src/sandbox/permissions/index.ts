export { createGrants } from './create-grants.ts';
export type { Grants } from './create-grants.ts';
export { PermissionError } from './permission-error.ts';
export type { EncodedPermission } from './permission-parameters.ts';
export { permissionRules } from './permission-rules.ts';
