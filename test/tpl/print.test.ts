import { describe, expect, test } from '@jest/globals';
import type { Template } from '../../src/tpl/index.ts';
import { printTemplate } from '../../src/tpl/index.ts';
import { SAMPLE_FILE, sampleTemplate } from './templates.ts';

function print(change: Partial<Template>): string {
  return printTemplate({ ...sampleTemplate(), ...change });
}

describe('printTemplate', () => {
  test('writes the bytes of a canonical file', () => {
    expect(printTemplate(sampleTemplate())).toBe(SAMPLE_FILE);
  });

  test('ends with two blank lines and writes no byte order mark', () => {
    expect(print({})).toMatch(/12:00:00\n\n\n$/);
    expect(print({}).startsWith('___TERMS_OF_SERVICE___\n\n')).toBe(true);
  });

  test('writes the byte order mark that a parsed file had', () => {
    expect(print({ byteOrderMark: true }).startsWith('\uFEFF___TERMS')).toBe(true);
  });

  test.each([
    ['<', '\\u003c'],
    ['>', '\\u003e'],
    ['&', '\\u0026'],
    ['=', '\\u003d'],
    ["'", '\\u0027'],
    ['\u2028', '\\u2028'],
    ['\u2029', '\\u2029'],
    ['"', '\\"'],
    ['\\', '\\\\'],
    ['\n', '\\n'],
    ['\t', '\\t'],
    ['\u0001', '\\u0001'],
    ['/', '/'],
    ['é', 'é'],
    ['😀', '😀'],
  ])('writes %j in JSON as %s', (character, printed) => {
    const text = print({ info: { ...sampleTemplate().info, displayName: `a${character}b` } });
    expect(text).toContain(`"displayName": "a${printed}b"`);
  });

  test('leaves out the permissions section when there are none', () => {
    expect(print({ permissions: [] })).not.toContain('PERMISSIONS');
  });

  test('writes empty parameters as []', () => {
    expect(print({ parameters: [] })).toContain('___TEMPLATE_PARAMETERS___\n\n[]\n\n\n');
  });

  test('writes the sections of a server container', () => {
    const text = print({ info: { ...sampleTemplate().info, containerContexts: ['SERVER'] } });
    expect(text.match(/^___.*___$/gm)).toEqual([
      '___TERMS_OF_SERVICE___',
      '___INFO___',
      '___TEMPLATE_PARAMETERS___',
      '___SANDBOXED_JS_FOR_SERVER___',
      '___SERVER_PERMISSIONS___',
      '___TESTS___',
      '___NOTES___',
    ]);
  });

  test.each([
    [{ scenarios: [] }, 'scenarios: []'],
    [{ scenarios: [], setup: '' }, "scenarios: []\nsetup: ''"],
    [{ scenarios: [], setup: 'a\nb' }, 'scenarios: []\nsetup: |-\n  a\n  b'],
  ])('writes the tests %j', (tests, body) => {
    expect(print({ tests })).toContain(`___TESTS___\n\n${body}\n\n\n`);
  });

  test('trims newlines around the code', () => {
    expect(print({ code: '\n\na();\n\n' })).toContain('TEMPLATE___\n\na();\n\n\n___WEB');
  });

  test('writes the code raw', () => {
    expect(print({ code: 'a = \'<&>\' + "é";' })).toContain('\na = \'<&>\' + "é";\n');
  });

  test.each(['code', 'notes', 'termsOfService'] as const)(
    'refuses %s with a line that reads as a marker',
    (name) => {
      expect(() => print({ [name]: 'a\n___NOTES___\nb' })).toThrow(
        /\(2:1\): .*"___NOTES___" reads as a section marker/,
      );
    },
  );
});
