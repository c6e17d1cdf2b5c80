export { checkProgram, formatProblem } from './check/index.ts';
export type { Problem, RequireUse } from './check/index.ts';
export { apiNames } from './apis/index.ts';
export { runScenarios } from './scenarios/index.ts';
export type { ScenarioResult } from './scenarios/index.ts';
export { createContainer } from './container/index.ts';
export type { Container, ContainerOptions, TagSetup, TagStatus } from './container/index.ts';
export { createBrowserPage, createCookieJar, createMemoryPage, storeCookie } from './page/index.ts';
export type {
  MemoryPage,
  MemoryPageOptions,
  Network,
  Page,
  PageRequest,
  PageWindow,
} from './page/index.ts';
