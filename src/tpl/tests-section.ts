import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { YAMLMap } from 'yaml';
import type { RawSection } from './sections.ts';
import { TplError } from './tpl-error.ts';
import type { Scenario, TemplateTests, TplWarning } from './types.ts';
import { printScalar } from './yaml-scalar.ts';

/** The TESTS section as Google's editor writes it. */
export function printTests(tests: TemplateTests): string {
  const scenarios = tests.scenarios.map(({ name, code }) => {
    const place = { column: '- name: '.length, indent: 4 };
    return `\n- name: ${printScalar(name, place)}\n  code: ${printScalar(code, place)}`;
  });
  const list = scenarios.length === 0 ? ' []' : scenarios.join('');
  if (tests.setup === undefined) return `scenarios:${list}`;
  const setup = printScalar(tests.setup, { column: 'setup: '.length, indent: 2 });
  return `scenarios:${list}\nsetup: ${setup}`;
}

/** Reads the YAML of the TESTS section. */
export function readTests(
  section: RawSection,
  file: string,
  warnings: TplWarning[],
): TemplateTests {
  // In the failsafe schema every scalar is a string, as both keys of a scenario are.
  const document = parseDocument(section.body + '\n', { schema: 'failsafe', prettyErrors: true });
  const fail = (offset: number, message: string): never => {
    const before = section.body.slice(0, offset).split('\n');
    const line = section.line + before.length - 1;
    const column = (before.at(-1) ?? '').length + 1;
    throw new TplError({ file, line, column, section: section.name }, message);
  };
  const error = document.errors[0];
  if (error) fail(error.pos[0], explain(error.message));
  const root = document.contents;
  if (!isMap(root)) return fail(0, 'accepted: a mapping with the keys scenarios and setup');
  warnOfUnknownKeys(root, ['scenarios', 'setup'], section, warnings);
  const list = root.get('scenarios');
  const items = isSeq(list) ? list.items : [];
  if (list !== undefined && !isSeq(list)) fail(0, 'scenarios: accepted: a list');
  const scenarios = items.map((item, index): Scenario => {
    if (!isMap(item)) return fail(0, `scenarios/${index}: accepted: a mapping with name and code`);
    warnOfUnknownKeys(item, ['name', 'code'], section, warnings);
    const offset = item.range?.[0] ?? 0;
    const read = (key: string): string => {
      const value = readString(item, key);
      return value ?? fail(offset, `scenarios/${index}/${key} is missing; accepted: a string`);
    };
    return { name: read('name'), code: read('code') };
  });
  const setup = readString(root, 'setup');
  return setup === undefined ? { scenarios } : { scenarios, setup };
}

function explain(message: string): string {
  // The parser goes down by recursion.
  if (message.includes('Maximum call stack')) {
    return 'is nested too deeply; accepted: at most 100 levels';
  }
  return `is not YAML: ${message.split('\n')[0] ?? ''}`;
}

function readString(map: YAMLMap, key: string): string | undefined {
  const node: unknown = map.get(key, true);
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

function warnOfUnknownKeys(
  map: YAMLMap,
  known: string[],
  section: RawSection,
  warnings: TplWarning[],
): void {
  for (const { key } of map.items) {
    const name = isScalar(key) ? String(key.value) : '?';
    if (known.includes(name)) continue;
    const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
    const line = section.line + section.body.slice(0, offset).split('\n').length - 1;
    const message = `the key "${name}" is not kept; accepted: ${known.join(', ')}`;
    warnings.push({ section: section.name, line, message });
  }
}
