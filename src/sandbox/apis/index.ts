export type { ApiHost, ContainerFacts, ContainerPort, EndedTag, EventPort } from './api-host.ts';
export { apiNames, apis } from './api-table.ts';
export { createApi, createRequire, isUndocumented } from './create-require.ts';
