import type { Template } from '../../tpl/index.ts';
import type { FailurePlace, NamedSource } from './scenario-failure.ts';

/** Setup and scenario as one program, so that the scenario sees the names of the setup. */
export interface ScenarioSource extends NamedSource {
  source: string;
  /** What the evaluator calls the program. */
  file: string;
}

export function joinScenario(
  { tests }: Template,
  scenario: { name: string; code: string },
  file: string,
): ScenarioSource {
  const setup = tests.setup ?? '';
  const setupLines = setup === '' ? 0 : setup.split('\n').length;
  const label = `${file}, scenario "${scenario.name}"`;
  return {
    source: setupLines === 0 ? scenario.code : `${setup}\n${scenario.code}`,
    file: label,
    locate: (line, column) =>
      line <= setupLines
        ? { label: `${label}, setup`, ...placeIn('setup', setup, { line, column }) }
        : { label, ...placeIn('scenario', scenario.code, { line: line - setupLines, column }) },
  };
}

/** The template's own code. */
export function nameCode({ code }: Template, label: string): NamedSource {
  return { locate: (line, column) => ({ label, ...placeIn('code', code, { line, column }) }) };
}

function placeIn(
  part: FailurePlace['in'],
  source: string,
  { line, column }: { line: number; column: number },
): FailurePlace {
  return { in: part, line, column, text: source.split('\n')[line - 1] ?? '' };
}
