export { createHandler } from './handler.ts';
export { ConfigurationError } from './configuration-error.ts';
export { readConfiguration } from './configuration.ts';
export { configurationSchema } from './configuration-schema.ts';
export type { ConfigurationProblem, EndpointConfiguration, Site, Sources } from './types.ts';
