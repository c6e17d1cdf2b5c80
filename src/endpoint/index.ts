export { createHandler } from './handler.ts';
export { ConfigurationError } from './configuration/configuration-error.ts';
export { readConfiguration } from './configuration/read-configuration.ts';
export { configurationSchema } from './configuration/configuration-schema.ts';
export { readEnvironment } from './configuration/read-texts.ts';
export type { ConfigurationProblem, EndpointConfiguration, Site, Sources } from './types.ts';
