import { containerSections } from '../../tpl/sections.ts';
import type { Template } from '../../tpl/index.ts';
import { validateTemplate } from '../../tpl/validate.ts';
import { undocumentedWebApis } from '../apis/undocumented-apis.ts';
import { checkProgram } from './check-program.ts';
import type { CheckResult } from './check-program.ts';
import { findLackingPermissions } from './lacking-permissions.ts';
import type { RequireUse } from './requires.ts';
import { serverApiNames, serverApiRules } from './server-apis.ts';
import { inTemplate } from './template-problem.ts';
import type { CodePlace, TemplateProblem } from './template-problem.ts';
import { testGlobals } from './test-globals.ts';
import { findUnknownMocks } from './unknown-mocks.ts';
import { findUnusedPermissions } from './unused-permissions.ts';
import { webApiNames, webApiRules } from './web-apis.ts';

/**
 * Everything that Google Tag Manager would refuse in a template, or that would fail when it runs: the form of its JSON,
 * the language of its code and tests, its APIs, permissions that the code needs and lacks, and those that nothing uses.
 * An argument that is not a literal may be anything.
 */
export function checkTemplate(template: Template): TemplateProblem[] {
  const isServer = template.info.containerContexts.includes('SERVER');
  const sections = containerSections(template.info);
  const apis = isServer ? serverApiNames : new Set([...webApiNames, ...undocumentedWebApis]);
  const rules = isServer ? serverApiRules : webApiRules;
  const code = checkCode(template.code, { section: sections.code }, { apis });
  const tests = checkTests(template, apis);
  const needs = { template, rules, code: code.requires, tests: tests.requires };
  return [
    ...validateTemplate(template).map((problem): TemplateProblem => ({
      severity: 'error',
      ...problem,
    })),
    ...code.problems,
    ...findLackingPermissions(needs),
    ...(code.isComplete ? findUnusedPermissions(needs) : []),
    ...tests.problems,
  ];
}

interface CheckedCode {
  problems: TemplateProblem[];
  requires: RequireUse[];
  /** Every API that the code uses is known, and what it asks for. */
  isComplete: boolean;
}

function checkCode(
  source: string,
  place: CodePlace,
  options: { apis: ReadonlySet<string>; globals?: Iterable<string> },
): CheckedCode {
  const result = checkProgram(source, { file: place.section, sourceType: 'script', ...options });
  return {
    problems: result.problems.map((problem) =>
      inTemplate(problem, place, result.doubts.has(problem) ? 'warning' : 'error'),
    ),
    requires: result.requires,
    isComplete: !isCutShort(result),
  };
}

/**
 * A program that cannot be parsed requires nothing. What an indirect `require` gives is unknown, and so are the
 * permissions of what Google does not document.
 */
function isCutShort({ problems, requires, hasIndirectRequires }: CheckResult): boolean {
  if (hasIndirectRequires || requires.some(({ api }) => undocumentedWebApis.has(api))) return true;
  return problems.length > 0 && requires.length === 0;
}

/** Setup and scenario share one scope: the setup is checked behind the scenario, so that lines stay. */
function checkTests(
  { tests }: Template,
  apis: ReadonlySet<string>,
): Omit<CheckedCode, 'isComplete'> {
  const section = 'TESTS';
  const { setup = '', scenarios } = tests;
  const options = { apis, globals: testGlobals };
  const mocksOf = (code: string, scenario: string): TemplateProblem[] =>
    findUnknownMocks(code, { file: section, apis }).map((problem) =>
      inTemplate(problem, { section, scenario }, 'warning'),
    );
  const checkedSetup = checkCode(setup, { section, scenario: 'setup' }, options);
  checkedSetup.problems.push(...mocksOf(setup, 'setup'));
  const checked = scenarios.map(({ name, code }) => {
    const result = checkCode(`${code}\n${setup}`, { section, scenario: name }, options);
    const end = code.split('\n').length;
    const problems = result.problems.filter(({ line = 1 }) => line <= end);
    return { problems: [...problems, ...mocksOf(code, name)], requires: result.requires };
  });
  const all = [checkedSetup, ...checked];
  return {
    problems: all.flatMap(({ problems }) => problems),
    requires: all.flatMap(({ requires }) => requires),
  };
}
