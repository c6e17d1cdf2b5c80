import { printJson } from './json-section.ts';
import { containerSections, mayBeMarker, SECTION_ORDER } from './sections.ts';
import { printTests } from './tests-section.ts';
import { TplError } from './tpl-error.ts';
import type { SectionName, Template } from './types.ts';

/** Google trims newlines around the code. */
const OUTER_BREAKS = /^\n+|\n+$/g;

/**
 * A template in the bytes Google's editor writes: LF, sections in its order, `\n\n\n` at the end. A byte
 * order mark is written only when the parsed file had one.
 */
export function printTemplate(template: Template): string {
  const bodies = new Map<SectionName, string>();
  const names = containerSections(template.info);
  const put = (name: SectionName, body: string | undefined): void => {
    if (body !== undefined) bodies.set(name, body);
  };
  put(
    'TERMS_OF_SERVICE',
    checkText('TERMS_OF_SERVICE', template.termsOfService?.replace(OUTER_BREAKS, '')),
  );
  put('INFO', printJson(template.info));
  put('TEMPLATE_PARAMETERS', printJson(template.parameters));
  put(names.code, checkText(names.code, template.code.replace(OUTER_BREAKS, '')));
  if (template.permissions.length > 0) put(names.permissions, printJson(template.permissions));
  put('TESTS', printTests(template.tests));
  put('NOTES', checkText('NOTES', template.notes));
  return (
    (template.byteOrderMark ? '\uFEFF' : '') +
    (template.leadingText ?? '') +
    SECTION_ORDER.map((name) => {
      const body = bodies.get(name);
      return (body === undefined ? '' : printSection(name, body)) + printExtras(template, name);
    }).join('')
  );
}

function printSection(name: string, body: string): string {
  return `___${name}___\n\n${body}\n\n\n`;
}

function printExtras(template: Template, after: SectionName): string {
  return (template.extraSections ?? [])
    .filter((section) => section.after === after)
    .map((section) => printSection(section.name, section.body))
    .join('');
}

/** A line like `___NOTES___` in a text would end its section when the file is read again. */
function checkText(section: SectionName, text: string | undefined): string | undefined {
  const lines = (text ?? '').split('\n');
  const index = lines.findIndex((_, line) => mayBeMarker(lines, line));
  if (index === -1) return text;
  throw new TplError(
    { file: 'template', line: index + 1, column: 1, section },
    `"${lines[index] ?? ''}" reads as a section marker; accepted: any other line`,
  );
}
