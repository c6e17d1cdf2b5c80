import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/cli/check.ts';
import { exampleContainer } from '../tpl/container/example-container.ts';
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
    expect(output.stderr).toContain('first-party-id check [--json] [--into OTHER] FILE…');
  });
});

describe('first-party-id check of containers', () => {
  const example = () => JSON.stringify(exampleContainer(), null, 4);

  test('tells the place of what is wrong', async () => {
    const text = example().replace('{{Mine}}', '{{Yours}}');
    const file = join(writeFiles({ 'a.json': text }), 'a.json');
    expect(await check.run([file])).toBe(1);
    const [, line = ''] = /\((\d+):\d+\)/.exec(output.stdout) ?? [];
    expect(text.split('\n')[Number(line) - 1]).toContain('{{Yours}}');
    expect(output.stdout).toContain('/containerVersion/tag/0/parameter/0/value: has {{Yours}}');
    expect(output.stdout).toMatch(/1 container, 1 error, 0 warnings\n$/);
  });

  test('checks the templates inside', async () => {
    const text = example().replace('data.gtmOnSuccess();', 'new Date();');
    const file = join(writeFiles({ 'a.json': text }), 'a.json');
    expect(await check.run([file])).toBe(1);
    expect(output.stdout).toContain('has in SANDBOXED_JS_FOR_WEB_TEMPLATE');
  });

  test('simulates the import into another container', async () => {
    const folder = writeFiles({
      'a.json': example(),
      'b.json': example()
        .replaceAll(/"name": "(?!Event)/g, '"name": "Other ')
        .replace('{{Mine}}', '{{Other Mine}}'),
    });
    const [a, b] = [join(folder, 'a.json'), join(folder, 'b.json')];
    expect(await check.run(['--into', b, a])).toBe(0);
    expect(await check.run(['--into', a, a])).toBe(1);
    expect(output.stdout).toContain(
      'has the tag "Tag", and the other container has one of this name',
    );
  });

  test.each([
    ['{\n  "a": 1,\n}', 'a.json:3:1: not valid JSON. Accepted: '],
    ['{}', 'has no "exportFormatVersion", which is required'],
  ])('refuses %s', async (text, message) => {
    const file = join(writeFiles({ 'a.json': text }), 'a.json');
    expect(await check.run([file])).toBe(1);
    expect(output.stdout).toContain(message);
  });
});

describe('first-party-id check --against', () => {
  const tag = 'template/first-party-id-tag.tpl';
  const variable = 'template/first-party-id-variable.tpl';

  test('fails when the new version may do more, and says what', async () => {
    expect(await check.run(['--against', variable, tag])).toBe(1);
    expect(output.stdout).toContain(`${tag} may now do what ${variable} may not:\n`);
    expect(output.stdout).toContain('  - Writes the cookie: any\n');
    expect(output.stdout).toContain('It no longer:\n');
  });

  test('is content when nothing is new', async () => {
    expect(await check.run(['--against', tag, tag])).toBe(0);
    expect(output.stdout).toBe(`${tag} asks for no more than ${tag}.\n`);
  });

  test.each([
    [['--against', tag, '--json', tag], '--against goes without --json.'],
    [['--against', tag, '--into', 'a.json', tag], '--against goes without --into.'],
    [['--into', 'a.json', 'b.json', tag], `--into goes with container exports: ${tag} is none.`],
  ])('does not leave out a part of %j in silence', async (args, message) => {
    expect(await check.run(args)).toBe(2);
    expect(output.stderr).toContain(message);
    expect(output.stdout).toBe('');
  });

  test('names a file that cannot be read, and takes one only', async () => {
    expect(await check.run(['--against', 'none.tpl', tag])).toBe(1);
    expect(output.stdout).toContain('none.tpl');
    expect(await check.run(['--against', tag, tag, tag])).toBe(2);
    expect(output.stderr).toContain('--against compares with one file, not 2.');
  });
});
