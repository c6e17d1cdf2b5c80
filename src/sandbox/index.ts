export { parseTemplate, printTemplate, TplError } from '../tpl/index.ts';
export type { ParsedTemplate, Permission, Scenario, Template, TplWarning } from '../tpl/index.ts';
export { checkProgram, checkTemplate, formatProblem, SandboxSyntaxError } from './check/index.ts';
export type { Problem, RequireUse, TemplateProblem } from './check/index.ts';
export { runScenarios, runTemplate } from './scenarios/index.ts';
export type {
  FailurePlace,
  ObservedCall,
  RunTemplateOptions,
  ScenarioFailure,
  ScenarioOptions,
  ScenarioResult,
  TemplateRun,
} from './scenarios/index.ts';
export { apiNames } from './apis/index.ts';
export {
  createBigQueryStore,
  createFirestoreStore,
  createServerContainer,
  importServerContainer,
} from './server-container/index.ts';
export type {
  HttpNetwork,
  HttpRequest,
  HttpResponse,
  ServerContainer,
  ServerContainerOptions,
  ServerRequest,
  ServerResult,
} from './server-container/index.ts';
export { createContainer, importContainer } from './container/index.ts';
export type {
  Container,
  ContainerOptions,
  TagSetup,
  TagStatus,
  VariableSetup,
} from './container/index.ts';
export { mergeContainers, printContainer, validateContainer } from '../tpl/container/index.ts';
export type { ContainerExport, ContainerProblem } from '../tpl/container/index.ts';
export { createBrowserPage, createCookieJar, createMemoryPage, storeCookie } from './page/index.ts';
export type {
  MemoryPage,
  MemoryPageOptions,
  Network,
  Page,
  PageRequest,
  PageWindow,
} from './page/index.ts';
