import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { TemplateProblem } from '../sandbox/index.ts';
import { splitSections } from '../tpl/sections.ts';
import type { RawSection } from '../tpl/sections.ts';
import { locateJson } from './locate-json.ts';

/** A place in a file; line and column count from 1. */
export interface FilePlace {
  line: number;
  column: number;
}

/** Tells where in the file a problem of its template is. */
export function createLocator(text: string): (problem: TemplateProblem) => FilePlace {
  const plain = text.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n');
  const { sections } = splitSections(plain, '', []);
  return (problem) => {
    const section = sections.find(({ name }) => name === problem.section);
    if (!section) return { line: 1, column: 1 };
    if (problem.scenario !== undefined) return locateInTests(section, problem);
    if (problem.path !== undefined) return shift(section, locateJson(section.body, problem.path));
    const leading = /^\n*/.exec(section.body)?.[0].length ?? 0;
    return { line: section.line + leading + (problem.line ?? 1) - 1, column: problem.column ?? 1 };
  };
}

function shift(section: RawSection, { line, column }: FilePlace): FilePlace {
  return { line: section.line + line - 1, column };
}

/** Code in a block of its own keeps its lines, indented; in a quoted text they are lost. */
function locateInTests(
  section: RawSection,
  { scenario, line = 1, column = 1 }: TemplateProblem,
): FilePlace {
  const code = findCode(section.body, scenario ?? '');
  if (code === undefined) return { line: section.line, column: 1 };
  const first = section.body.slice(0, code).split('\n').length;
  if (section.body.charAt(code) !== '|') return { line: section.line + first - 1, column: 1 };
  const text = section.body.split('\n')[first + line - 1] ?? '';
  const indent = Math.min(/^ */.exec(text)?.[0].length ?? 0, scenario === 'setup' ? 2 : 4);
  return { line: section.line + first + line - 1, column: column + indent };
}

/** Where the code of a scenario, or of the setup, begins. */
function findCode(body: string, name: string): number | undefined {
  const root = parseDocument(body, { schema: 'failsafe' }).contents;
  if (!isMap(root)) return undefined;
  if (name === 'setup') return offsetOf(root.get('setup', true));
  const list = root.get('scenarios');
  const items = isSeq(list) ? list.items : [];
  const scenario = items.find((item) => isMap(item) && String(item.get('name')) === name);
  return isMap(scenario) ? offsetOf(scenario.get('code', true)) : undefined;
}

function offsetOf(node: unknown): number | undefined {
  return isScalar(node) ? node.range?.[0] : undefined;
}
