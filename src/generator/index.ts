export { generateTemplate } from './generate-template.ts';
export type { GenerateOptions } from './generate-template.ts';
export { BuildError } from './build-error.ts';
export type { PermissionDeclarations } from './permission-declarations.ts';
