import { describe, expect, test } from '@jest/globals';
import { BuildError, generateTemplate } from '../../src/generator/index.ts';
import { writeFolder } from './write-folder.ts';

async function refusalOf(files: Record<string, string>): Promise<string> {
  const error: unknown = await generateTemplate(writeFolder(files)).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(BuildError);
  return String(error);
}

/** A tag that makes one call, and declares one permission. */
function callWith(api: string, call: string, permissions: string): Record<string, string> {
  return {
    'tag/apis.ts': `export const ${api} = require('${api}');`,
    'tag/main.ts': `import { ${api} } from './apis.ts';\n\n${call}\ndata.gtmOnSuccess();`,
    'tag/permissions.ts': `export const permissions = {\n${permissions}\n};`,
  };
}

const WHY = "why: 'Because it is so.'";

describe('the build is refused for code that', () => {
  test.each([
    [
      'uses syntax the sandbox does not have',
      { 'tag/main.ts': 'const a: number = 1;\n  const b = a ?? 2;\ndata.gtmOnSuccess(b);' },
      'tag/main.ts (2:13): ',
    ],
    [
      'uses a method the sandbox does not have',
      {
        'tag/main.ts': "import { f } from '../core/f.ts';\nf('a');\ndata.gtmOnSuccess();",
        'core/f.ts':
          '/** A type that goes. */\ninterface A { a: string }\nexport function f(a: A["a"]) { return a.startsWith("b"); }',
      },
      'core/f.ts (3:41): There is no startsWith method. Use indexOf(x) === 0.',
    ],
    [
      'uses an undeclared name',
      { 'tag/main.ts': 'data.gtmOnSuccess(window);' },
      'tag/main.ts (1:19): window is not declared.',
    ],
    [
      'requires an API that does not exist',
      callWith('setCookies', 'setCookies();', ''),
      'tag/apis.ts (1:27): There is no API setCookies.',
    ],
    [
      'requires an API and never uses it',
      callWith('getType', '', ''),
      'tag/apis.ts (1:24): getType is required but never used. Remove the line.',
    ],
    [
      'has a value at the top of another file',
      {
        'tag/main.ts': "import { f } from './f.ts';\nf();",
        'tag/f.ts': 'const limit = 3;\nexport function f() { return limit; }',
      },
      'tag/f.ts (1:1): A value at the top of this file would be used before it is set',
    ],
    [
      'has a statement at the top of another file',
      {
        'tag/main.ts': "import { f } from './f.ts';\nf();",
        'tag/f.ts': 'export function f() { return 1; }\nf();',
      },
      'tag/f.ts (2:1): Only main.ts has statements at the top. Put it in a function',
    ],
    [
      'has something else in apis.ts',
      { ...callWith('getType', 'getType(1);', ''), 'tag/apis.ts': 'export const getType = 1;' },
      "tag/apis.ts (1:8): apis.ts holds requires only. Write const name = require('name')",
    ],
    [
      'has a function in constants.ts',
      {
        'tag/main.ts': "import { f } from './constants.ts';\nf();",
        'tag/constants.ts': 'export function f() { return 1; }',
      },
      'tag/constants.ts (1:8): constants.ts holds constants only.',
    ],
    [
      'has one name for two things',
      {
        'tag/main.ts': "import { f } from './f.ts';\nf();\nfunction g() { return 1; }\ng();",
        'tag/f.ts': 'function g() { return 2; }\nexport function f() { return g(); }',
      },
      'tag/f.ts (1:10): g is also the name of something in tag/main.ts. Give one of them another name.',
    ],
    [
      'renames what it imports',
      {
        'tag/main.ts': "import { f as g } from './f.ts';\ng();",
        'tag/f.ts': 'export function f() { return 1; }',
      },
      'tag/main.ts (1:10): The template keeps one name for one thing.',
    ],
    [
      'has TypeScript that cannot be erased',
      { 'tag/main.ts': 'data.gtmOnSuccess();\nenum A { B }' },
      'tag/main.ts (2:1): This TypeScript has a value of its own and cannot be erased.',
    ],
  ])('%s', async (_name, files, message) => {
    expect(await refusalOf(files)).toContain(message);
  });
});

describe('the build is refused for permissions when', () => {
  test.each([
    [
      'an API has none',
      callWith('getUrl', "getUrl('host');", ''),
      'tag/main.ts (3:1): getUrl needs the permission get_url, which is not declared. ' +
        "Add get_url: { why: '…' } to tag/permissions.ts.",
    ],
    [
      'an argument is no literal and no scope is declared',
      callWith('copyFromWindow', 'copyFromWindow(data.name);', `access_globals: { ${WHY} }`),
      'tag/main.ts (3:1): What copyFromWindow touches is not a literal here, and the permission ' +
        'access_globals declares no scope. Declare keys in tag/permissions.ts.',
    ],
    [
      'an API is passed on and no scope is declared',
      callWith(
        'copyFromWindow',
        'data.gtmOnSuccess(copyFromWindow);',
        `access_globals: { ${WHY} }`,
      ),
      'tag/apis.ts (1:31): What copyFromWindow touches is not a literal here',
    ],
    [
      'the declared scope does not grant what is needed',
      callWith(
        'setInWindow',
        'setInWindow(data.name, 1, true);',
        `access_globals: { ${WHY}, keys: [{ key: 'a', read: true }] }`,
      ),
      'tag/main.ts (3:1): setInWindow needs write, which the permission access_globals grants for nothing.',
    ],
    [
      'nothing uses one',
      callWith('getType', 'getType(1);', `  read_title: { ${WHY} }`),
      'tag/permissions.ts (2:3): Nothing in the code needs the permission read_title. Remove it.',
    ],
    [
      'a declared key is used by nothing',
      callWith(
        'copyFromWindow',
        "copyFromWindow('a');",
        `access_globals: { ${WHY}, keys: [{ key: 'b', read: true }] }`,
      ),
      'tag/permissions.ts (2:1): The permission access_globals declares "b", which nothing in the code needs.',
    ],
    [
      'a declared access is used by nothing',
      callWith(
        'copyFromWindow',
        "copyFromWindow('a');",
        `access_globals: { ${WHY}, keys: [{ key: 'a', read: true, write: true }] }`,
      ),
      'declares write of "a", which nothing in the code needs.',
    ],
    [
      'any is declared and all is named',
      callWith(
        'getCookieValues',
        "getCookieValues('a');",
        `get_cookies: { ${WHY}, cookieAccess: 'any' }`,
      ),
      'The permission get_cookies declares any, which nothing in the code needs.',
    ],
    [
      'one has no why',
      callWith('getUrl', "getUrl('host');", '  get_url: {}'),
      'tag/permissions.ts (2:3): /get_url has no "why", which is required',
    ],
    [
      'the why is no sentence',
      callWith('getUrl', "getUrl('host');", "  get_url: {\n    why: 'needed' }"),
      'tag/permissions.ts (3:5): /get_url/why is not a sentence; accepted: one sentence that ends in a full stop',
    ],
    [
      'one is unknown',
      callWith('getUrl', "getUrl('host');", `  get_uri: { ${WHY} }`),
      'tag/permissions.ts (1:14): / has the unknown key "get_uri"; accepted: access_consent, access_globals, ',
    ],
    [
      'a scope has the wrong form',
      callWith(
        'setCookie',
        "setCookie('a', 'b');",
        `set_cookies: { ${WHY}, allowedCookies: [{ name: 'a', domain: '*', path: '/', secure: 'no', session: 'any' }] }`,
      ),
      '/set_cookies/allowedCookies/0/secure is "no"; accepted: "any", "secure", "non_secure"',
    ],
  ])('%s', async (_name, files, message) => {
    expect(await refusalOf(files)).toContain(message);
  });
});

describe('the build is refused for data files when', () => {
  test.each([
    [
      'there is no such export',
      { 'tag/fields.ts': 'export const form = [];' },
      'tag/fields.ts (1:1): There is no export named fields. Write export const fields = ….',
    ],
    [
      'a field is not valid',
      {
        'tag/fields.ts':
          "export const fields = [\n  { type: 'TEXT', name: 'a' },\n  { type: 'TEXT', name: 'b',\n    lineCount: '3' },\n];",
      },
      'tag/fields.ts (4:5): /1/lineCount is "3"; accepted: a number',
    ],
    [
      'the info is not valid',
      {
        'tag/info.ts':
          "export const info = {\n  type: 'TAGS', containerContexts: ['WEB'], displayName: 'a', description: 'b' };",
      },
      'tag/info.ts (2:3): /type is "TAGS"; accepted: "TAG", "MACRO", "CLIENT"',
    ],
  ])('%s', async (_name, files, message) => {
    expect(await refusalOf(files)).toContain(message);
  });
});

describe('the build is refused for scenarios when', () => {
  test.each([
    ['one has no name', '//:\nrunCode({});', 'tag/scenarios/a.js (1:1): The scenario has no name.'],
    [
      'code stands before the first',
      '\nrunCode({});\nfail();\n//: One',
      'tag/scenarios/a.js (2:1): This stands before the first scenario. Begin with //:',
    ],
    [
      'two have one name',
      '//: One\nrunCode({});\n//: One\nrunCode({});',
      'tag/scenarios/a.js (3:1): The scenario "One" is already in tag/scenarios/a.js (1:1).',
    ],
    [
      'one uses what the sandbox does not have',
      '//: One\nrunCode({});\n\n//: Two\n  const a = `b`;',
      'tag/scenarios/a.js (5:13): ',
    ],
    [
      'one uses a name that neither it nor setup.js declares',
      '//: One\nrunCode(fields);\nrunCode(form);',
      'tag/scenarios/a.js (3:9): form is not declared.',
    ],
  ])('%s', async (_name, scenario, message) => {
    const files = {
      'tag/scenarios/a.js': scenario,
      'tag/scenarios/setup.js': 'const fields = {};',
    };
    const refusal = await refusalOf(files);
    expect(refusal).toContain(message);
    expect(refusal.split('\n')).toHaveLength(1);
  });
});

test('names every problem at once', async () => {
  const files = { 'tag/main.ts': 'data.gtmOnSuccess(window, document);' };
  expect((await refusalOf(files)).split('\n')).toHaveLength(2);
});
