import { readJson } from './json-section.ts';
import { refuseLargeFile } from './limits.ts';
import type { RawSection } from './sections.ts';
import { containerSections, isSectionName, SECTION_ORDER, splitSections } from './sections.ts';
import { readTests } from './tests-section.ts';
import { TplError } from './tpl-error.ts';
import type {
  ExtraSection,
  Permission,
  SectionName,
  Template,
  TemplateInfo,
  TemplateParameter,
  TplWarning,
} from './types.ts';

/** The sections of one file by name, and what every reader of a section needs. */
interface Reading {
  file: string;
  sections: ReadonlyMap<string, RawSection>;
  warnings: TplWarning[];
}

export interface ParsedTemplate {
  template: Template;
  warnings: TplWarning[];
}

/**
 * Reads a `.tpl` file, edited ones too. Whatever Google's editor would not write becomes a warning;
 * what cannot be read is a `TplError`. The JSON sections are not validated: see `validateTemplate`.
 */
export function parseTemplate(text: string, fileName = 'template.tpl'): ParsedTemplate {
  refuseLargeFile(text, fileName);
  const warnings: TplWarning[] = [];
  const plain = normalise(text, warnings);
  const { leadingText, sections } = splitSections(plain, fileName, warnings);
  warnOfOrder(sections, warnings);
  const byName = new Map(sections.map((section) => [section.name, section]));
  const reading: Reading = { file: fileName, sections: byName, warnings };
  const template = readTemplate(reading);
  const extraSections = readExtraSections(sections, warnings);
  if (leadingText.trim() !== '') {
    warnings.push({ section: 'file', line: 1, message: 'text stands before the first marker' });
    template.leadingText = leadingText + '\n';
  } else if (leadingText !== '' || plain.startsWith('\n')) {
    warnings.push({
      section: 'file',
      line: 1,
      message: 'blank lines stand before the first marker',
    });
  }
  if (extraSections.length > 0) template.extraSections = extraSections;
  if (text.startsWith('\uFEFF')) template.byteOrderMark = true;
  return { template, warnings };
}

function normalise(text: string, warnings: TplWarning[]): string {
  const withoutMark = text.replace(/^\uFEFF+/, '');
  if (text.length - withoutMark.length > 1) {
    warnings.push({ section: 'file', line: 1, message: 'more than one byte order mark' });
  }
  if (!withoutMark.includes('\r')) return withoutMark;
  const line = withoutMark.slice(0, withoutMark.indexOf('\r')).split('\n').length;
  warnings.push({ section: 'file', line, message: 'line ends are CRLF' });
  return withoutMark.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

function warnOfOrder(sections: RawSection[], warnings: TplWarning[]): void {
  let last = -1;
  for (const { name, line } of sections) {
    const position = SECTION_ORDER.findIndex((known) => known === name);
    if (position === -1) continue;
    if (position < last) {
      const message = `stands after ${SECTION_ORDER[last] ?? ''}; it is printed before`;
      warnings.push({ section: name, line, message });
    }
    last = Math.max(last, position);
  }
}

function readTemplate(reading: Reading): Template {
  // Casts: the shape of what stands in the file is validateTemplate's business; nothing here depends on more.
  const info = readObject(reading, 'INFO') as unknown as TemplateInfo;
  const parameters = readArray(reading, 'TEMPLATE_PARAMETERS') as TemplateParameter[];
  const names = chooseNames(reading, info);
  const code = trimBreaks(requireSection(reading, names.code).body);
  const permissions = reading.sections.has(names.permissions)
    ? (readArray(reading, names.permissions) as Permission[])
    : [];
  const testsSection = reading.sections.get('TESTS');
  if (!testsSection) warnMissing(reading, 'TESTS');
  const template: Template = {
    info,
    parameters,
    code,
    permissions,
    tests: testsSection
      ? readTests(testsSection, reading.file, reading.warnings)
      : { scenarios: [] },
  };
  const terms = reading.sections.get('TERMS_OF_SERVICE')?.body;
  if (terms !== undefined) template.termsOfService = trimBreaks(terms);
  const notes = reading.sections.get('NOTES')?.body;
  if (notes !== undefined) template.notes = notes;
  else warnMissing(reading, 'NOTES');
  return template;
}

/** The container that INFO names decides which code section is read. */
function chooseNames(reading: Reading, info: TemplateInfo): ReturnType<typeof containerSections> {
  if (!Array.isArray(info.containerContexts)) {
    const { line } = requireSection(reading, 'INFO');
    throw new TplError(
      { file: reading.file, line, column: 1, section: 'INFO' },
      '/containerContexts is missing; accepted: ["WEB"] or ["SERVER"]',
    );
  }
  return containerSections(info);
}

function requireSection(reading: Reading, name: SectionName): RawSection {
  const section = reading.sections.get(name);
  if (section) return section;
  const found = [...reading.sections.keys()].join(', ') || 'no section';
  throw new TplError(
    { file: reading.file, line: 1, column: 1, section: name },
    `is missing: the file has ${found}; accepted: a line ___${name}___ and its text`,
  );
}

function readObject(reading: Reading, name: SectionName): object {
  const section = requireSection(reading, name);
  const value = readJson(section, reading.file, reading.warnings);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  const place = { file: reading.file, line: section.line, column: 1, section: name };
  throw new TplError(place, 'is no JSON object; accepted: {…}');
}

function readArray(reading: Reading, name: SectionName): unknown[] {
  const section = reading.sections.get(name);
  if (!section) {
    warnMissing(reading, name);
    return [];
  }
  const value = readJson(section, reading.file, reading.warnings);
  if (Array.isArray(value)) return value;
  const place = { file: reading.file, line: section.line, column: 1, section: name };
  throw new TplError(place, 'is no JSON array; accepted: […]');
}

function warnMissing(reading: Reading, section: SectionName): void {
  reading.warnings.push({ section, line: 1, message: 'the section is missing' });
}

function readExtraSections(sections: RawSection[], warnings: TplWarning[]): ExtraSection[] {
  const extras: ExtraSection[] = [];
  // The first section is never an unknown one: before INFO, it is text.
  let after: SectionName = 'INFO';
  for (const { name, body, line } of sections) {
    if (isSectionName(name)) {
      after = name;
      continue;
    }
    warnings.push({
      section: name,
      line,
      message: 'Google does not write this section; it is kept',
    });
    extras.push({ name, after, body });
  }
  return extras;
}

function trimBreaks(text: string): string {
  return text.replace(/^\n+|\n+$/g, '');
}
