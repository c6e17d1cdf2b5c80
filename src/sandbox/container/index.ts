export { createContainer } from './create-container.ts';
export type { Container, ContainerOptions, TagSetup, TagStatus } from './create-container.ts';
export { importContainer } from './import-container.ts';
export type { VariableContext, VariableSetup } from './variables.ts';
