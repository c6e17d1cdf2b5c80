export { runScenarios } from './run-scenarios.ts';
export type { ScenarioResult } from './run-scenarios.ts';
