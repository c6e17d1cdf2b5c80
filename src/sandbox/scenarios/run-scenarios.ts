import type { Template } from '../../tpl/index.ts';
import { compileProgram, runProgram } from '../evaluate/index.ts';
import type { Program } from '../evaluate/index.ts';
import { createMemoryPage } from '../page/create-memory-page.ts';
import type { SandboxValue } from '../values/index.ts';
import { AssertionError } from './assertion-error.ts';
import type { Refute } from './assert-that.ts';
import { limitCallbacks } from './limit-callbacks.ts';
import { createMockableApis } from './mockable-apis.ts';
import { createLazyProgram } from './run-code.ts';
import { describeFailure } from './scenario-failure.ts';
import type { ScenarioFailure } from './scenario-failure.ts';
import { createScenarioNames } from './scenario-names.ts';
import { joinScenario, nameCode } from './scenario-source.ts';
import { createTemplateHost } from './template-host.ts';

/** How a scenario went. */
export interface ScenarioResult {
  name: string;
  passed: boolean;
  /** One sentence each, with its place. Empty when the scenario passed. */
  failures: string[];
  /** The same failures, taken apart. */
  details: ScenarioFailure[];
}

export interface ScenarioOptions {
  /** What messages call the template; 'template.tpl' unless given. */
  file?: string;
  /** Rounds of loops and calls of functions that a scenario may take; 10,000,000 unless given. */
  stepBudget?: number;
  /** Which scenarios run, by name; all unless given. */
  only?: (name: string) => boolean;
  /** Called after each scenario. */
  onResult?: (result: ScenarioResult) => void;
}

/** What the scenarios of one test run share. */
interface TestRun {
  template: Template;
  file: string;
  codeFile: string;
  stepBudget: number;
  program: () => Program;
  templateStorage: Map<string, SandboxValue>;
}

interface Scenario {
  name: string;
  code: string;
}

const ampleSteps = 10_000_000;

/**
 * Runs the template's own tests in their order. Each has a fresh page and no mocks; only `templateStorage` lives through
 * the whole run. APIs without a mock are the real ones and ask for permission. A scenario ends when its callbacks and
 * promises have.
 */
export async function runScenarios(
  template: Template,
  options: ScenarioOptions = {},
): Promise<ScenarioResult[]> {
  const { file = 'template.tpl', stepBudget = ampleSteps, only = () => true, onResult } = options;
  const codeFile = `${file}, code`;
  const testRun: TestRun = {
    template,
    file,
    codeFile,
    stepBudget,
    program: createLazyProgram(template, codeFile),
    templateStorage: new Map(),
  };
  const results: ScenarioResult[] = [];
  for (const scenario of template.tests.scenarios.filter(({ name }) => only(name))) {
    const result = await runScenario(testRun, scenario);
    onResult?.(result);
    results.push(result);
  }
  return results;
}

async function runScenario(testRun: TestRun, scenario: Scenario): Promise<ScenarioResult> {
  const { template, codeFile } = testRun;
  const joined = joinScenario(template, scenario, testRun.file);
  const errors = await collectErrors(testRun, joined);
  const sources = new Map([
    [joined.file, joined],
    [codeFile, nameCode(template, codeFile)],
  ]);
  const details = [...errors].map((error) => describeFailure(error, sources));
  const failures = details.map(({ message }) => message);
  return { name: scenario.name, passed: details.length === 0, failures, details };
}

/** Everything that goes wrong in a scenario, in its order. */
async function collectErrors(
  { template, program, stepBudget, templateStorage }: TestRun,
  { source, file }: { source: string; file: string },
): Promise<Set<unknown>> {
  const page = limitCallbacks(createMemoryPage({ url: 'https://www.example.com/' }));
  const apis = createMockableApis(createTemplateHost(template, { page, templateStorage }));
  const errors = new Set<unknown>();
  const refute: Refute = (sentence, comparison) => {
    const error = new AssertionError(sentence, comparison);
    // Kept here too, because callLater and other APIs swallow what their callbacks throw.
    errors.add(error);
    throw error;
  };
  const programs: Program[] = [];
  const compiled = (): Program => {
    const code = program();
    if (!programs.includes(code)) programs.push(code);
    return code;
  };
  try {
    const test = compileProgram(source, file);
    programs.push(test);
    const names = createScenarioNames({ template, program: compiled, apis, refute, stepBudget });
    runProgram(test, names, { stepBudget });
  } catch (error) {
    errors.add(error);
  }
  await page.drain();
  for (const error of page.errors) errors.add(error);
  const exhausted = programs.find(({ budget }) => budget.isExhausted);
  if (exhausted && errors.size === 0) errors.add(exhausted.budget.error().locate(exhausted.file));
  return errors;
}
