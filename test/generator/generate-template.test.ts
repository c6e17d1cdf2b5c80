import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { generateTemplate } from '../../src/generator/index.ts';
import { parseTemplate, printTemplate } from '../../src/tpl/index.ts';
import { validateTemplate } from '../../src/tpl/validate.ts';
import { writeFolder } from './write-folder.ts';

const SAMPLES = new URL('./samples/', import.meta.url);
const samples = readdirSync(SAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

async function generateCode(files: Record<string, string>): Promise<string> {
  return parseTemplate(await generateTemplate(writeFolder(files))).template.code;
}

describe.each(samples)('the sample %s', (name) => {
  const folder = new URL(`${name}/`, SAMPLES).pathname;
  const expected = readFileSync(`${folder}expected.tpl`, 'utf8');

  test('becomes the expected file', async () => {
    expect(await generateTemplate(folder)).toBe(expected);
  });

  test('is the same whenever it is generated', async () => {
    expect(await generateTemplate(folder)).toBe(await generateTemplate(folder));
  });

  test('is valid and comes back from the parser byte for byte', () => {
    const { template, warnings } = parseTemplate(expected);
    expect(warnings).toEqual([]);
    expect(validateTemplate(template)).toEqual([]);
    expect(printTemplate(template)).toBe(expected);
  });
});

describe('the code section', () => {
  test('tells what the tag does, its version and where to edit, in ten lines at most', async () => {
    const info = `export const info = { type: 'TAG', id: 'x', version: 1, displayName: 'Long',
      description: '${'Word and word. '.repeat(100)}', containerContexts: ['WEB'] };`;
    const lines = (await generateCode({ 'tag/info.ts': info })).split('\n');
    expect(lines[0]).toBe('// Long 1.2.3');
    expect(lines[9]).toBe('// Generated; edit tag/ instead.');
    expect(lines[10]).toBe('');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  test('prints apis, constants and main first, then what main uses first', async () => {
    const code = await generateCode({
      'tag/main.ts': `import { second } from './a-second.ts';
import { first } from './b-first.ts';
import { LIMIT } from '../core/limits/constants.ts';
first();
second();
data.gtmOnSuccess(LIMIT);`,
      'tag/a-second.ts': `import { decide } from '../core/decide.ts';
export function second() { return decide(); }`,
      'tag/b-first.ts': `import { getType } from './apis.ts';
import { ONE } from '../core/constants.ts';
export function first() { return getType(ONE); }`,
      'tag/apis.ts': "export const getType = require('getType');",
      'core/decide.ts': `import { TWO } from './constants.ts';
export function decide() { return TWO; }`,
      'core/constants.ts': `import { LIMIT } from './limits/constants.ts';
export const ONE = LIMIT + 1; export const TWO = 2;`,
      'core/limits/constants.ts': 'export const LIMIT = 0;',
    });
    expect(code.match(/^\/\/ \S+\.ts$/gm)).toEqual([
      '// tag/apis.ts',
      '// core/limits/constants.ts',
      '// core/constants.ts',
      '// tag/main.ts',
      '// tag/b-first.ts',
      '// tag/a-second.ts',
      '// core/decide.ts',
    ]);
  });

  test('keeps comments, blank lines and every branch', async () => {
    const code = await generateCode({
      'tag/main.ts': `import { pick } from './pick.ts';
// Why it is so.
pick(true);

data.gtmOnSuccess();`,
      'tag/pick.ts': `/** Picks. */
export function pick(isOn: boolean): number {
  if (!isOn) return 1; // never here

  return 2;
}`,
    });
    expect(code).toContain('// Why it is so.\npick(true);\n\ndata.gtmOnSuccess();');
    expect(code).toContain(
      '/** Picks. */\nfunction pick(isOn) {\n  if (!isOn) return 1; // never here\n\n  return 2;\n}',
    );
  });

  test('drops files that hold only types, and orders to tools', async () => {
    const code = await generateCode({
      'tag/main.ts': `/* eslint-disable */
import type { Visit } from './types.ts';
import type { Other } from './other.ts';
// @ts-expect-error
const visit: Visit = 1;
data.gtmOnSuccess(visit as Other);`,
      'tag/types.ts': '/** A visit. */\nexport type Visit = number;',
      'tag/other.ts': 'export type Other = number;',
    });
    expect(code.slice(code.indexOf('// tag/'))).toBe(
      '// tag/main.ts\n\nconst visit = 1;\ndata.gtmOnSuccess(visit);',
    );
  });

  test('writes no comma after the last argument, which the sandbox does not have', async () => {
    const word = "'a long word in a long line'";
    const code = await generateCode({
      'tag/main.ts': `data.gtmOnSuccess(${word}, ${word}, ${word}, ${word});`,
    });
    expect(code).toContain(`  ${word}\n);`);
  });
});

describe('dataLayerName', () => {
  const files = {
    'tag/main.ts': `import { copyFromWindow } from './apis.ts';
copyFromWindow(data.dataLayerName);
data.gtmOnSuccess();`,
    'tag/apis.ts': "export const copyFromWindow = require('copyFromWindow');",
    'tag/fields.ts': `export const fields = [{ type: 'GROUP', name: 'more', subParams: [
      { type: 'TEXT', name: 'dataLayerName', defaultValue: 'dataLayer' }] }];`,
    'tag/permissions.ts': `export const permissions = { access_globals: {
      why: 'Reads the data layer.', keys: [{ key: 'dataLayer', read: true }] } };`,
  };

  test('stands in the permission and in the default of the field', async () => {
    const folder = writeFolder(files);
    const usual = await generateTemplate(folder);
    const renamed = await generateTemplate(folder, { dataLayerName: 'siteLayer' });
    expect(renamed.replaceAll('siteLayer', 'dataLayer')).toBe(usual);
    expect(renamed).toContain('"string": "siteLayer"');
    expect(renamed).toContain('"defaultValue": "siteLayer"');
    expect(renamed).toContain('access_globals (siteLayer read)');
  });

  test.each([
    [files, 'no-name', 'tag/permissions.ts (1:1): "no-name" is no name of a variable'],
    [{}, 'siteLayer', 'There is no text field named dataLayerName'],
    [
      {
        ...files,
        'tag/permissions.ts': files['tag/permissions.ts'].replace("'dataLayer'", "'other'"),
      },
      'siteLayer',
      'access_globals has no key dataLayer',
    ],
  ])('is refused where it means nothing', async (changed, dataLayerName, message) => {
    await expect(generateTemplate(writeFolder(changed), { dataLayerName })).rejects.toThrow(
      message,
    );
  });
});

describe('scenarios', () => {
  test('are printed in the order of their files, with setup and no blanks at line ends', async () => {
    const folder = writeFolder({
      'tag/scenarios/b.js': '//: Third\nrunCode(fields);\n',
      'tag/scenarios/a.js':
        '\n//: First\n\nrunCode(fields);  \nfail();\n\n//: Second\nrunCode({});',
      'tag/scenarios/setup.js': 'const fields = {};\n',
      'tag/scenarios/readme.txt': 'no scenario',
    });
    expect(parseTemplate(await generateTemplate(folder)).template.tests).toEqual({
      scenarios: [
        { name: 'First', code: 'runCode(fields);\nfail();' },
        { name: 'Second', code: 'runCode({});' },
        { name: 'Third', code: 'runCode(fields);' },
      ],
      setup: 'const fields = {};',
    });
  });
});
