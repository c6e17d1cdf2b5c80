export { runScenarios } from './run-scenarios.ts';
export type { ScenarioOptions, ScenarioResult } from './run-scenarios.ts';
export { runTemplate } from './run-template.ts';
export type { ObservedCall, RunTemplateOptions, TemplateRun } from './run-template.ts';
export type { FailurePlace, ScenarioFailure } from './scenario-failure.ts';
