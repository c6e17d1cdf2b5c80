import type { Template } from '../../tpl/index.ts';
import type { ApiHost } from '../apis/index.ts';
import { createOfflineContainer } from '../container/create-offline-container.ts';
import { compileProgram, runProgram } from '../evaluate/index.ts';
import type { Program } from '../evaluate/index.ts';
import { createMemoryPage } from '../page/create-memory-page.ts';
import type { MemoryPage } from '../page/create-memory-page.ts';
import { createGrants } from '../permissions/index.ts';
import type { SandboxValue } from '../values/index.ts';
import { AssertionError } from './assertion-error.ts';
import { createMockableApis } from './mockable-apis.ts';
import { createLazyProgram } from './run-code.ts';
import { createScenarioNames } from './scenario-names.ts';
import { joinScenario } from './scenario-source.ts';

/** How a scenario went. */
export interface ScenarioResult {
  name: string;
  passed: boolean;
  /** One sentence each, with its place. Empty when the scenario passed. */
  failures: string[];
}

/** What the scenarios of one test run share. */
interface TestRun {
  template: Template;
  file: string;
  program: () => Program;
  templateStorage: Map<string, SandboxValue>;
}

/**
 * Runs the template's own tests in their order. Each has a fresh page and no mocks; only `templateStorage` lives through
 * the whole run. `file` is what messages call the template.
 */
export async function runScenarios(
  template: Template,
  options: { file?: string } = {},
): Promise<ScenarioResult[]> {
  const file = options.file ?? 'template.tpl';
  const testRun: TestRun = {
    template,
    file,
    program: createLazyProgram(template, `${file}, code`),
    templateStorage: new Map(),
  };
  const results: ScenarioResult[] = [];
  for (const scenario of template.tests.scenarios) {
    const failures = await runScenario(testRun, scenario);
    results.push({ name: scenario.name, passed: failures.length === 0, failures });
  }
  return results;
}

async function runScenario(
  testRun: TestRun,
  scenario: { name: string; code: string },
): Promise<string[]> {
  const { template, program } = testRun;
  const page = createMemoryPage({ url: 'https://www.example.com/' });
  const apis = createMockableApis(createHost(testRun, page));
  const errors = new Set<unknown>();
  const refute = (sentence: string): never => {
    const error = new AssertionError(sentence);
    // Kept here too, because callLater and other APIs swallow what their callbacks throw.
    errors.add(error);
    throw error;
  };
  const { source, file, relocate } = joinScenario(template, scenario, testRun.file);
  try {
    runProgram(
      compileProgram(source, file),
      createScenarioNames({ template, program, apis, refute }),
    );
  } catch (error) {
    errors.add(error);
  }
  await page.drain();
  for (const error of page.errors) errors.add(error);
  return [...errors].map((error) => relocate(messageOf(error)));
}

function createHost({ template, templateStorage }: TestRun, page: MemoryPage): ApiHost {
  return {
    page,
    grants: createGrants(template.permissions, { isDebug: true }),
    container: createOfflineContainer(page),
    templateStorage,
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
