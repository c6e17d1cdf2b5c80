import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckOptions, Problem } from '../sandbox/check/index.ts';
import { checkProgram, testGlobals } from '../sandbox/check/index.ts';
import type { TemplateTests } from '../tpl/index.ts';
import { refuseProblems } from './build-error.ts';
import type { Project } from './project.ts';
import { blankToolOrders } from './strip-types.ts';

/** A scenario begins with a line `//: Sentence that names it`. */
const NAME_LINE = /^\/\/:(.*)$/;

interface ReadScenario {
  name: string;
  code: string;
  file: string;
  /** Line of the name, from 1. */
  line: number;
}

/** Reads `scenarios/*.js` in the order of their names; `setup.js` runs before each scenario. */
export function readScenarios(
  folder: string,
  project: Project,
  apis: ReadonlySet<string>,
): TemplateTests {
  if (!existsSync(folder)) return { scenarios: [], setup: '' };
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .sort();
  const setupFile = join(folder, 'setup.js');
  const setup = files.includes('setup.js') ? tidy(readCode(setupFile)) : '';
  const problems: Problem[] = [];
  const scenarios = files
    .filter((name) => name !== 'setup.js')
    .flatMap((name) => {
      const file = join(folder, name);
      return splitScenarios(readCode(file), project.pathOf(file), problems);
    });
  problems.push(...findTwins(scenarios), ...checkCode(setup, project.pathOf(setupFile), apis));
  for (const scenario of scenarios) problems.push(...checkScenario(scenario, setup, apis));
  refuseProblems(problems);
  return { scenarios: scenarios.map(({ name, code }) => ({ name, code })), setup };
}

function readCode(file: string): string {
  return blankToolOrders(readFileSync(file, 'utf8'));
}

function splitScenarios(text: string, file: string, problems: Problem[]): ReadScenario[] {
  const scenarios: (Omit<ReadScenario, 'code'> & { lines: string[] })[] = [];
  text.split('\n').forEach((content, index) => {
    const line = index + 1;
    const name = NAME_LINE.exec(content)?.[1]?.trim();
    if (name !== undefined) {
      scenarios.push({ name, file, line, lines: [] });
      if (name !== '') return;
      const message = 'The scenario has no name';
      problems.push({ file, line, column: 1, message, instead: 'Write //: and a sentence.' });
      return;
    }
    const current = scenarios.at(-1);
    if (current) current.lines.push(content);
    else if (content.trim() !== '') {
      const message = 'This stands before the first scenario';
      const instead = 'Begin with //: and a sentence, or put it in setup.js.';
      if (problems.at(-1)?.message !== message)
        problems.push({ file, line, column: 1, message, instead });
    }
  });
  return scenarios.map(({ lines, ...scenario }) => ({ ...scenario, code: tidy(lines.join('\n')) }));
}

/** A blank at the end of a line would make YAML write the whole code in one quoted line. */
function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}

function findTwins(scenarios: ReadScenario[]): Problem[] {
  return scenarios.flatMap(({ name, file, line }, index) => {
    const twin = scenarios.slice(0, index).find((earlier) => earlier.name === name);
    if (!twin || name === '') return [];
    const message = `The scenario "${name}" is already in ${twin.file} (${twin.line}:1)`;
    return [{ file, line, column: 1, message, instead: 'Give it another name.' }];
  });
}

/** Setup and scenario share one scope: the setup is checked behind the scenario, so that lines stay. */
function checkScenario(
  { file, line, code }: ReadScenario,
  setup: string,
  apis: ReadonlySet<string>,
): Problem[] {
  const problems = checkCode('\n'.repeat(line) + code + '\n' + setup, file, apis);
  const end = line + code.split('\n').length;
  return problems.filter((problem) => problem.line <= end);
}

function checkCode(code: string, file: string, apis: ReadonlySet<string>): Problem[] {
  const options: CheckOptions = { file, sourceType: 'script', apis };
  return checkProgram(code, { ...options, globals: testGlobals }).problems;
}
