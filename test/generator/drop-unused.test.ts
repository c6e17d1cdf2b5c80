import { expect, test } from '@jest/globals';
import { generateTemplate } from '../../src/generator/index.ts';
import { parseTemplate } from '../../src/tpl/index.ts';
import { writeFolder } from './write-folder.ts';

const codeOf = async (files: Record<string, string>) =>
  parseTemplate(await generateTemplate(writeFolder(files))).template.code;

test('a function or constant that nothing reaches is left out, with its comment', async () => {
  const code = await codeOf({
    'tag/main.ts': "import { used } from './parts.ts';\nused();\ndata.gtmOnSuccess();",
    'tag/parts.ts': `import { KEPT } from './constants.ts';
/** About both. */

/** Is used. */
export function used() { return deep(); }
/** Is not. */
export function unused() { return alsoUnused(); }
function alsoUnused() { return 1; }
// Is mentioned.
function deep() { return KEPT; }`,
    'tag/constants.ts':
      '/** Kept. */\nexport const KEPT = 1;\n/** Left. */\nexport const LEFT = 2;',
  });
  expect(code).toContain('/** About both. */');
  expect(code).toContain('/** Is used. */');
  expect(code).toContain('// Is mentioned.');
  expect(code).toContain('const KEPT = 1;');
  expect(code).not.toMatch(/unused|Is not|LEFT|Left/i);
});

test('a file of which nothing is used is left out whole', async () => {
  const code = await codeOf({
    'tag/main.ts': "import { one } from './both.ts';\none();\ndata.gtmOnSuccess();",
    'tag/both.ts':
      "import { other } from './other.ts';\nexport function one() {}\nexport function two() { other(); }",
    'tag/other.ts': '/** A file. */\n\nexport function other() {}',
  });
  expect(code).not.toMatch(/other|A file/);
});

test('a variable returns its value, and nothing stands behind that but functions', async () => {
  const code = await codeOf({
    'tag/info.ts': `export const info = { type: 'MACRO', id: 'cvt_temp_public_id', version: 1,
      displayName: 'Small', description: '', containerContexts: ['WEB'] };`,
    'tag/main.ts': "import { find } from './find.ts';\nexport const value = find();",
    'tag/find.ts': 'export function find() { return 1; }',
  });
  expect(code).toMatch(
    /const value = find\(\);\n\nreturn value;\n\n\/\/ tag\/find\.ts\n\nfunction find/,
  );
});

test('a template for a server container asks for the parts of request and response that it touches', async () => {
  const text = await generateTemplate(
    writeFolder({
      'tag/info.ts': `export const info = { type: 'CLIENT', id: 'cvt_temp_public_id', version: 1,
        displayName: 'Small', description: '', containerContexts: ['SERVER'] };`,
      'tag/apis.ts': `export const claimRequest = require('claimRequest');
export const getRequestHeader = require('getRequestHeader');
export const getRequestPath = require('getRequestPath');
export const setResponseStatus = require('setResponseStatus');
export const hmacSha256 = require('hmacSha256');`,
      'tag/main.ts': `import { claimRequest, getRequestHeader, getRequestPath, hmacSha256, setResponseStatus } from './apis.ts';
claimRequest();
setResponseStatus(200);
hmacSha256(getRequestPath() + getRequestHeader('origin'), 'my_key');`,
      'tag/permissions.ts': `export const permissions = {
  access_response: { why: 'Answers the request.' }, read_request: { why: 'Reads the request.' },
  use_custom_private_keys: { why: 'Signs with your key.' } };`,
    }),
  );
  const { notes = '', permissions } = parseTemplate(text).template;
  expect(notes).toContain('access_response (status)');
  expect(notes).toContain('read_request (header origin; path)');
  const key = permissions.find(
    ({ instance }) => instance.key.publicId === 'use_custom_private_keys',
  );
  expect(JSON.stringify(key)).toContain('"my_key"');
  expect(JSON.stringify(permissions)).not.toContain('"any"');
});
