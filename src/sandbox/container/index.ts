export { createContainer } from './create-container.ts';
export type { Container, ContainerOptions, TagSetup, TagStatus } from './create-container.ts';
