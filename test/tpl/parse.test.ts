import { describe, expect, test } from '@jest/globals';
import { parseTemplate, printTemplate, TplError } from '../../src/tpl/index.ts';
import { SAMPLE_FILE, sampleTemplate } from './templates.ts';

function without(section: string): string {
  return SAMPLE_FILE.replace(new RegExp(`___${section}___\\n[\\s\\S]*?(?=___[A-Z_]+___|$)`), '');
}

describe('parseTemplate', () => {
  test('reads a canonical file without a warning', () => {
    const { template, warnings } = parseTemplate(SAMPLE_FILE);
    expect({ template, warnings }).toEqual({ template: sampleTemplate(), warnings: [] });
  });

  test('gives a canonical file back byte for byte, with its byte order mark or without', () => {
    for (const file of [SAMPLE_FILE, '\uFEFF' + SAMPLE_FILE]) {
      expect(printTemplate(parseTemplate(file).template)).toBe(file);
    }
  });

  test.each([
    ['CRLF line ends', SAMPLE_FILE.replaceAll('\n', '\r\n'), 'file', 1, 'CRLF'],
    ['several byte order marks', '\uFEFF\uFEFF\uFEFF' + SAMPLE_FILE, 'file', 1, 'byte order mark'],
    ['blank lines at the start', '\n\n' + SAMPLE_FILE, 'file', 1, 'blank lines'],
    [
      'an indented marker',
      SAMPLE_FILE.replace('___INFO___', '  ___INFO___'),
      'INFO',
      9,
      'indented',
    ],
    [
      'a one-line array',
      SAMPLE_FILE.replace('[\n    "WEB"\n  ]', '["WEB"]'),
      undefined,
      undefined,
      undefined,
    ],
    [
      'a comma before a closing bracket',
      SAMPLE_FILE.replace('"isRequired": true\n', '"isRequired": true,\n'),
      'WEB_PERMISSIONS',
      67,
      'comma',
    ],
    ['a single newline at the end', SAMPLE_FILE.trimEnd() + '\n', undefined, undefined, undefined],
    ['no newline at the end', SAMPLE_FILE.trimEnd(), undefined, undefined, undefined],
    [
      'one blank line between sections',
      SAMPLE_FILE.replaceAll('\n\n\n___', '\n\n___'),
      undefined,
      undefined,
      undefined,
    ],
    [
      'no blank line after a marker',
      SAMPLE_FILE.replaceAll('___\n\n', '___\n'),
      undefined,
      undefined,
      undefined,
    ],
  ])('reads %s', (_name, text, section, line, message) => {
    const { template, warnings } = parseTemplate(text);
    const { byteOrderMark, ...rest } = template;
    expect(byteOrderMark).toBe(text.startsWith('\uFEFF') ? true : undefined);
    expect(rest).toEqual(sampleTemplate());
    expect(warnings).toEqual(
      section === undefined ? [] : [{ section, line, message: expect.stringContaining(message) }],
    );
  });

  test('reads sections in another order, warns, and prints them in the usual one', () => {
    const notes = '___NOTES___\n\nCreated on 21/11/2026, 12:00:00\n\n\n';
    const moved = SAMPLE_FILE.replace(notes, '').replace('___TESTS___', notes + '___TESTS___');
    const { template, warnings } = parseTemplate(moved);
    expect(warnings).toEqual([
      { section: 'TESTS', line: 79, message: 'stands after NOTES; it is printed before' },
    ]);
    expect(printTemplate(template)).toBe(SAMPLE_FILE);
  });

  test('keeps the text before the first marker', () => {
    const file = '// Copyright 2026 Somebody\n\n' + SAMPLE_FILE;
    const { template, warnings } = parseTemplate(file);
    expect(warnings).toEqual([
      { section: 'file', line: 1, message: 'text stands before the first marker' },
    ]);
    expect(printTemplate(template)).toBe(file);
  });

  test('keeps a section that Google does not write, in its place', () => {
    const extra = '___VENDOR_DETAILS___\n\n{ "vendor": 1 }\n\n\n';
    const file = SAMPLE_FILE.replace('___TEMPLATE_', extra + '___TEMPLATE_');
    const { template, warnings } = parseTemplate(file);
    expect(warnings).toEqual([
      { section: 'VENDOR_DETAILS', line: 27, message: expect.stringContaining('it is kept') },
    ]);
    expect(template.extraSections).toEqual([
      { name: 'VENDOR_DETAILS', after: 'INFO', body: '{ "vendor": 1 }' },
    ]);
    expect(printTemplate(template)).toBe(file);
  });

  test('keeps unknown keys and their order', () => {
    const file = SAMPLE_FILE.replace('"version": 1', '"__wm": "x",\n  "version": 1,\n  "zz": []');
    expect(printTemplate(parseTemplate(file).template)).toBe(file);
  });

  test.each(['TERMS_OF_SERVICE', 'WEB_PERMISSIONS'])('does without %s', (section) => {
    const { template, warnings } = parseTemplate(without(section));
    expect(warnings).toEqual([]);
    expect(printTemplate(template)).toBe(without(section));
  });

  test.each(['TEMPLATE_PARAMETERS', 'TESTS', 'NOTES'])('warns of a missing %s', (section) => {
    expect(parseTemplate(without(section)).warnings).toEqual([
      { section, line: 1, message: 'the section is missing' },
    ]);
  });

  test('takes a marker-like line in the notes for text', () => {
    const file = SAMPLE_FILE.replace('Created on', 'Bold:\n___BOLD___\nCreated on');
    expect(printTemplate(parseTemplate(file).template)).toBe(file);
  });

  test('takes an indented marker in a scenario for text', () => {
    const template = sampleTemplate();
    template.tests.scenarios = [{ name: 'a', code: 'b();\n\n___NOTES___\n\nc();' }];
    expect(parseTemplate(printTemplate(template)).template).toEqual(template);
  });

  test('warns of a key of the tests that it does not keep', () => {
    const file = SAMPLE_FILE.replace("setup: ''", "before: x\nsetup: ''");
    expect(parseTemplate(file).warnings).toEqual([
      { section: 'TESTS', line: 82, message: expect.stringContaining('"before" is not kept') },
    ]);
  });

  test('reads plain words that YAML takes for other types as text', () => {
    const file = SAMPLE_FILE.replace('name: logs the key', 'name: yes');
    expect(parseTemplate(file).template.tests.scenarios[0]?.name).toBe('yes');
  });
});

describe('parseTemplate refuses', () => {
  test.each([
    ['an empty file', '', 'sample.tpl (1:1): INFO: is missing: the file has no section'],
    [
      'a file without INFO',
      without('INFO'),
      'sample.tpl (1:1): INFO: is missing: the file has TERMS_',
    ],
    [
      'a file without code',
      without('SANDBOXED_JS_FOR_WEB_TEMPLATE'),
      'SANDBOXED_JS_FOR_WEB_TEMPLATE: is missing',
    ],
    [
      'a section that stands twice',
      SAMPLE_FILE + '___INFO___\n\n{}\n',
      'sample.tpl (90:1): INFO: stands twice, first in line 9; accepted: once',
    ],
    [
      'unquoted property names',
      SAMPLE_FILE.replace('"brand"', 'brand'),
      'sample.tpl (17:3): INFO: is not JSON: found "brand: {},"; accepted: a property name in double quotes',
    ],
    [
      'a missing comma',
      SAMPLE_FILE.replace('"brand": {},', '"brand": {}'),
      'sample.tpl (18:3): INFO: is not JSON: found "\\"description\\": \\"A sa"; accepted: a comma or "}"',
    ],
    [
      'JSON that stops early',
      SAMPLE_FILE.replace('"simpleValueType": true\n  }\n]', '"simpleValueType": true'),
      'TEMPLATE_PARAMETERS: is not JSON: found the end of the section; accepted: a comma or "}"',
    ],
    [
      'an array for INFO',
      SAMPLE_FILE.replace(/___INFO___\n\n\{[\s\S]*?\n\}/, '___INFO___\n\n[]'),
      'sample.tpl (11:1): INFO: is no JSON object',
    ],
    [
      'an object for the permissions',
      SAMPLE_FILE.replace(/___WEB_PERMISSIONS___\n\n\[[\s\S]*?\n\]/, '___WEB_PERMISSIONS___\n\n{}'),
      'sample.tpl (47:1): WEB_PERMISSIONS: is no JSON array',
    ],
    [
      'INFO without a container',
      SAMPLE_FILE.replace('containerContexts', 'contexts'),
      'INFO: /containerContexts is missing; accepted: ["WEB"] or ["SERVER"]',
    ],
    [
      'a scenario without code',
      SAMPLE_FILE.replace('  code: fail();\n', ''),
      'sample.tpl (80:3): TESTS: scenarios/1/code is missing; accepted: a string',
    ],
    [
      'a comment that YAML does not have',
      SAMPLE_FILE.replace("setup: ''", "// setup\nsetup: ''"),
      'TESTS: is not YAML: ',
    ],
  ])('%s', (_name, text, message) => {
    expect(() => parseTemplate(text, 'sample.tpl')).toThrow(TplError);
    expect(() => parseTemplate(text, 'sample.tpl')).toThrow(message);
  });
});
