import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/cli/check.ts';
import { captureOutput } from './capture-output.ts';
import { templateText, writeFiles } from './write-templates.ts';

const output = captureOutput();
const blockTests = `scenarios:
- name: one
  code: |-
    runCode({});

    new Date();
- name: two
  code: 'x(''quoted'');'
setup: |-
  const a = 1;
  class B {}`;

describe('first-party-id check', () => {
  test('accepts a sound template', async () => {
    const folder = writeFiles({ 'a.tpl': templateText() });
    expect(await check.run([folder])).toBe(0);
    expect(output).toEqual({ stdout: '1 template, 0 errors, 0 warnings\n', stderr: '' });
  });

  test('tells the place in the file of problems in code, tests and JSON', async () => {
    const text = templateText({ code: '\nconst a = 1;\n  [...a];', tests: blockTests })
      .replace('"type": "MACRO"', '"type": "OTHER"')
      .replace('class B', 'class  B');
    const file = join(writeFiles({ 'a.tpl': text }), 'a.tpl');
    expect(await check.run([file])).toBe(1);
    const lines = output.stdout.split('\n');
    const places = lines.map((line) => /\((\d+):(\d+)\)/.exec(line));
    const found = places.flatMap((place) =>
      place ? [text.split('\n')[Number(place[1]) - 1]?.slice(Number(place[2]) - 1)] : [],
    );
    expect(found).toEqual([
      '"OTHER",',
      '...a];',
      'class  B {}',
      'new Date();',
      'Date();',
      "  code: 'x(''quoted'');'",
    ]);
    expect(lines.at(-2)).toBe('1 template, 4 errors, 2 warnings');
  });

  test('prints one JSON document', async () => {
    const folder = writeFiles({ 'a.tpl': templateText({ code: 'a();' }), 'b.tpl': 'foreign' });
    expect(await check.run(['--json', folder])).toBe(1);
    expect(JSON.parse(output.stdout)).toEqual([
      {
        file: join(folder, 'a.tpl'),
        problems: [
          {
            severity: 'warning',
            section: 'SANDBOXED_JS_FOR_WEB_TEMPLATE',
            line: 23,
            column: 1,
            message: 'a is not declared',
            instead: 'Declare it, or pass it.',
          },
        ],
      },
      {
        file: join(folder, 'b.tpl'),
        failure: expect.stringContaining('INFO: is missing'),
        problems: [],
      },
    ]);
  });

  test('reports files that cannot be read, and checks the others', async () => {
    const folder = writeFiles({ 'a.tpl': templateText(), 'b.tpl': '', 'deep/c.tpl': '___INFO___' });
    expect(await check.run([folder, join(folder, 'none.tpl'), join(folder, '*.txt')])).toBe(1);
    expect(output.stdout.replaceAll(folder, '')).toBe(
      '/b.tpl (1:1): INFO: is missing: the file has no section; accepted: a line ___INFO___ and its text\n' +
        '/deep/c.tpl (2:1): INFO: is not JSON: found the end of the section; accepted: a value\n' +
        '/none.tpl: there is no such file\n' +
        '/*.txt: no file matches\n' +
        '1 template, 0 errors, 0 warnings, 4 files not read\n',
    );
  });

  test.each([[['--what', 'a.tpl']], [[]]])('refuses the arguments %j', async (args) => {
    expect(await check.run(args)).toBe(2);
    expect(output.stderr).toContain('first-party-id check [--json] FILE…');
  });
});
