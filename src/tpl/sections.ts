import type { SectionName, TemplateInfo, TplWarning } from './types.ts';
import { TplError } from './tpl-error.ts';

/** The order in which Google's editor writes the sections. A file has one code and at most one permissions section. */
export const SECTION_ORDER: readonly SectionName[] = [
  'TERMS_OF_SERVICE',
  'INFO',
  'TEMPLATE_PARAMETERS',
  'SANDBOXED_JS_FOR_WEB_TEMPLATE',
  'SANDBOXED_JS_FOR_SERVER',
  'WEB_PERMISSIONS',
  'SERVER_PERMISSIONS',
  'TESTS',
  'NOTES',
];

/** The fixed text of TERMS_OF_SERVICE, which Google's Community Template Gallery requires. */
export const TERMS_OF_SERVICE = `By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.`;

/** The names of the code and permissions sections for a template's container. */
export function containerSections(info: TemplateInfo): {
  code: SectionName;
  permissions: SectionName;
} {
  return info.containerContexts.includes('SERVER')
    ? { code: 'SANDBOXED_JS_FOR_SERVER', permissions: 'SERVER_PERMISSIONS' }
    : { code: 'SANDBOXED_JS_FOR_WEB_TEMPLATE', permissions: 'WEB_PERMISSIONS' };
}

/** The name in a marker line, or `undefined` for any other line. */
function markerName(line: string): string | undefined {
  return /^[\s\uFEFF]*___([A-Z][A-Z0-9_]*[A-Z0-9])___\s*$/.exec(line)?.[1];
}

export function isSectionName(name: string): name is SectionName {
  return SECTION_ORDER.some((known) => known === name);
}

/** A section as it stands in the file. `line` is the line of the body's first character. */
export interface RawSection {
  name: string;
  body: string;
  line: number;
}

export interface RawSections {
  leadingText: string;
  sections: RawSection[];
}

interface OpenSection {
  name: string;
  markerLine: number;
}

/** Cuts a file (LF line ends, no byte order mark) at its markers. */
export function splitSections(text: string, file: string, warnings: TplWarning[]): RawSections {
  const lines = text.split('\n');
  const open: OpenSection[] = [];
  lines.forEach((line, index) => {
    const name = markerName(line);
    if (name === undefined || !isMarker(name, lines, index, open)) return;
    const twin = open.find((section) => section.name === name);
    if (twin) {
      const place = { file, line: index + 1, column: 1, section: name };
      throw new TplError(place, `stands twice, first in line ${twin.markerLine}; accepted: once`);
    }
    if (isIndented(line)) {
      warnings.push({ section: name, line: index + 1, message: 'the marker is indented' });
    }
    open.push({ name, markerLine: index + 1 });
  });
  const firstMarker = open[0]?.markerLine ?? lines.length + 1;
  return {
    leadingText: lines.slice(0, firstMarker - 1).join('\n'),
    sections: open.map(({ name, markerLine }, index) => {
      const end = (open[index + 1]?.markerLine ?? lines.length + 1) - 1;
      const last = index === open.length - 1;
      return readBody(
        name,
        markerLine,
        lines.slice(markerLine, end).join('\n') + (last ? '' : '\n'),
      );
    }),
  };
}

/** Text may hold a line that looks like a marker; what counts is the name, the column and the blank lines around. */
function isMarker(name: string, lines: string[], index: number, open: OpenSection[]): boolean {
  if (!mayBeMarker(lines, index)) return false;
  const indented = isIndented(lines[index] ?? '');
  if (isSectionName(name) && !indented) return true;
  // Scenarios are indented text: nothing indented in TESTS is a marker.
  if (indented && (open.at(-1)?.name === 'TESTS' || !isSectionName(name))) return false;
  return open.every((section) => section.name !== name) && (isSectionName(name) || open.length > 0);
}

/** Whether a reader of the file could take the line for a marker. */
export function mayBeMarker(lines: string[], index: number): boolean {
  const line = lines[index] ?? '';
  const name = markerName(line);
  if (name === undefined) return false;
  if (isSectionName(name) && !isIndented(line)) return true;
  const isBlank = (neighbour: string | undefined): boolean => (neighbour ?? '').trim() === '';
  return isBlank(lines[index - 1]) && (isSectionName(name) || isBlank(lines[index + 1]));
}

function isIndented(line: string): boolean {
  return /^[\s\uFEFF]/.test(line);
}

/** One blank line stands after a marker and two after a body; edited files have fewer. */
function readBody(name: string, markerLine: number, text: string): RawSection {
  const body = text.replace(/^\n?/, '').replace(/\n{0,3}$/, '');
  return { name, body, line: markerLine + 1 + (text.startsWith('\n') ? 1 : 0) };
}
