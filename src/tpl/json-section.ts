import { findJsonFault } from './json-fault.ts';
import { refuseDeepNesting } from './limits.ts';
import type { RawSection } from './sections.ts';
import { TplError } from './tpl-error.ts';
import type { TplWarning } from './types.ts';

/** Characters that Google's writer (Gson, HTML-safe) escapes in JSON although JSON does not ask for it. */
const HTML_UNSAFE = /[<>&='\u2028\u2029]/g;

/** JSON as Google's editor writes it: two spaces, `\u003d`-style escapes. */
export function printJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    HTML_UNSAFE,
    (character) => '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0'),
  );
}

/** Reads a section's JSON. A comma before a closing bracket is read with a warning; all else must be right. */
export function readJson(section: RawSection, file: string, warnings: TplWarning[]): unknown {
  refuseDeepNesting(section, file);
  const body = dropTrailingCommas(section, warnings);
  const fault = findJsonFault(body);
  if (fault) {
    const { line, column } = placeInSection(section, body, fault.offset);
    const found = describeFound(body, fault.offset);
    throw new TplError(
      { file, line, column, section: section.name },
      `is not JSON: found ${found}; accepted: ${fault.expected}`,
    );
  }
  const value: unknown = JSON.parse(body);
  return value;
}

/** Turns an offset in a section's body into a place in the file. */
function placeInSection(
  section: RawSection,
  body: string,
  offset: number,
): { line: number; column: number } {
  const before = body.slice(0, offset).split('\n');
  return { line: section.line + before.length - 1, column: (before.at(-1) ?? '').length + 1 };
}

function describeFound(body: string, offset: number): string {
  const rest = body.slice(offset).split('\n')[0]?.slice(0, 20) ?? '';
  if (offset >= body.length) return 'the end of the section';
  return rest === '' ? 'the end of the line' : JSON.stringify(rest);
}

const STRING_OR_TRAILING_COMMA = /"(?:[^"\\\n]|\\.)*"|,(\s*[\]}])/g;

function dropTrailingCommas(section: RawSection, warnings: TplWarning[]): string {
  const { body } = section;
  return body.replace(
    STRING_OR_TRAILING_COMMA,
    (match, closing: string | undefined, at: number) => {
      if (closing === undefined) return match;
      const { line } = placeInSection(section, body, at);
      warnings.push({ section: section.name, line, message: 'a comma before a closing bracket' });
      return ' ' + closing;
    },
  );
}
