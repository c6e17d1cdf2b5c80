import type { Template } from '../../tpl/index.ts';

/** Setup and scenario as one program, so that the scenario sees the names of the setup. */
export interface ScenarioSource {
  source: string;
  /** What the evaluator calls the program. */
  file: string;
  /** Turns places of the program into places of the setup or the scenario. */
  relocate(message: string): string;
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
    relocate: (message) => {
      const place = message.startsWith(`${label} (`)
        ? /^\((\d+):(\d+)\)/.exec(message.slice(label.length + 1))
        : null;
      if (!place) return message;
      const [text, line, column] = [place[0], Number(place[1]), place[2]];
      const rest = message.slice(label.length + 1 + text.length);
      return line <= setupLines
        ? `${label}, setup (${line}:${column})${rest}`
        : `${label} (${line - setupLines}:${column})${rest}`;
    },
  };
}
