import { describe, expect, test } from '@jest/globals';
import { apiNames } from '../../../src/sandbox/apis/index.ts';
import { checkTemplate, serverApiNames, webApiNames } from '../../../src/sandbox/check/index.ts';
import type { Permission, Template } from '../../../src/tpl/index.ts';
import { anyCookie, grant, grantConsent, grantGlobals } from '../permissions/grant.ts';

interface Parts {
  permissions?: Permission[];
  context?: 'WEB' | 'SERVER';
  scenario?: string;
  setup?: string;
}

function templateOf(
  code: string,
  { permissions = [], context = 'WEB', ...tests }: Parts,
): Template {
  const { scenario, setup } = tests;
  const info = { id: 'cvt_temp_public_id', version: 1, securityGroups: [] };
  return {
    info: {
      ...info,
      type: 'TAG',
      displayName: 'Tag',
      description: '',
      containerContexts: [context],
    },
    parameters: [],
    code,
    permissions,
    tests: {
      scenarios: scenario === undefined ? [] : [{ name: 'scenario', code: scenario }],
      ...(setup === undefined ? {} : { setup }),
    },
  };
}

/** `severity (line:column): message` of each problem. */
function problemsOf(code: string, parts: Parts = {}): string[] {
  return checkTemplate(templateOf(code, parts)).map(
    ({ severity, line, column, path, message }) =>
      `${severity} ${path ?? `(${line}:${column})`}: ${message}`,
  );
}

describe('checkTemplate finds', () => {
  test.each<[string, string, Parts, string[]]>([
    [
      'syntax that is refused',
      'const a = `b`;',
      {},
      ['error (1:11): There are no template literals'],
    ],
    ['code that is no JavaScript', 'const = 1;', {}, ['error (1:7): Unexpected token']],
    [
      'mocks of what is no API, in setup and scenarios',
      '',
      { setup: "mock('sendPixle', 1);", scenario: "mock('nothing', 1); mock('sendPixel', 1);" },
      [
        'warning (1:1): There is no API sendPixle to mock',
        'warning (1:1): There is no API nothing to mock',
      ],
    ],
    ['unknown APIs', "require('nothing')();", {}, ['error (1:1): There is no API nothing']],
    [
      'web APIs in server templates',
      "require('copyFromWindow')('a');",
      { context: 'SERVER' },
      ['error (1:1): There is no API copyFromWindow'],
    ],
    [
      'server APIs in web templates',
      "require('claimRequest')();",
      {},
      ['error (1:1): There is no API claimRequest'],
    ],
    [
      'members that an API lacks',
      "require('Math').random();",
      {},
      ['error (1:17): Math has no random'],
    ],
    [
      'methods that may be absent',
      'data.list.find(x => x);',
      {},
      ['warning (1:11): There is no find method'],
    ],
    ['names that nobody declares', 'never();', {}, ['warning (1:1): never is not declared']],
    [
      'syntax that may be refused',
      'do {} while (data.x);',
      {},
      ['warning (1:1): do…while is not known to be accepted'],
    ],
    [
      'a permission that is lacking',
      "const copy = require('copyFromWindow');\ncopy('a');",
      {},
      ['error (2:1): copyFromWindow needs the permission access_globals, which the template lacks'],
    ],
    [
      'a permission of a server template that is lacking',
      "require('getEventData')('a');",
      { context: 'SERVER' },
      ['error (1:1): getEventData needs the permission read_event_data, which the template lacks'],
    ],
    [
      'logging without its permission, which does nothing',
      "require('logToConsole')('a');",
      {},
      ['warning (1:1): logToConsole needs the permission logging, which the template lacks'],
    ],
    [
      'a key that the permission does not cover',
      "require('copyFromWindow')('b');",
      { permissions: [grantGlobals({ a: 'r', b: 'x' })] },
      [
        'error (1:1): copyFromWindow needs access_globals for "b", which the permission does not cover',
        'warning /0: Nothing uses "a" of access_globals',
      ],
    ],
    [
      'a consent type that the permission does not cover',
      "require('isConsentGranted')('x');",
      { permissions: [grantConsent('ad_storage')] },
      [
        'error (1:1): isConsentGranted needs access_consent for "x", which the permission does not cover',
      ],
    ],
    [
      'a permission that the code asks about first',
      "if (require('queryPermission')('get_cookies', 'a')) require('getCookieValues')('a');",
      {},
      [
        'warning (1:53): getCookieValues needs the permission get_cookies, which the template lacks',
      ],
    ],
    [
      'a permission that nothing uses',
      '',
      { permissions: [anyCookie] },
      ['warning /0: Nothing uses the permission set_cookies'],
    ],
    [
      'an API that Google does not document, and no permission that it may need',
      "const listen = require('addWindowEventListener');",
      { permissions: [anyCookie] },
      ['warning (1:16): Google does not document the API addWindowEventListener'],
    ],
    [
      'such an API in tests',
      '',
      { scenario: "\nrequire('getUserAgent')();" },
      ['warning (2:1): Google does not document the API getUserAgent'],
    ],
    [
      'such an API in a server template',
      "require('getUserAgent')();",
      { context: 'SERVER' },
      ['error (1:1): There is no API getUserAgent'],
    ],
    [
      'refused syntax in tests',
      '',
      { scenario: '\n/x/;' },
      ['error (2:1): There are no regular expressions'],
    ],
    [
      'refused syntax in the setup, once',
      '',
      { setup: 'class A {}', scenario: '' },
      ['error (1:1): There are no classes'],
    ],
    [
      'values that the schema refuses',
      '',
      { permissions: [grant('nothing')] },
      [expect.stringContaining('error /0/instance/key/publicId') as unknown as string],
    ],
  ])('%s: %s', (_name, code, parts, expected) => {
    expect(problemsOf(code, parts)).toEqual(expected);
  });
});

test('an API of a server that lacks a member', () => {
  expect(problemsOf("require('Promise').resolve(1);", { context: 'SERVER' })).toEqual([
    'error (1:20): Promise has no resolve',
  ]);
});

describe('checkTemplate raises no false alarm for', () => {
  test.each<[string, string, Parts]>([
    [
      'arguments that are no literals',
      "require('copyFromWindow')(data.name);",
      { permissions: [grantGlobals({ a: 'r' })] },
    ],
    [
      'keys that a variable may name',
      "const set = require('setInWindow'); set(data.x, 1); set('a', 1);",
      { permissions: [grantGlobals({ a: 'rw', b: 'rw' })] },
    ],
    [
      'APIs that are passed on',
      "const later = require('copyFromWindow'); data.f(later);",
      { permissions: [grantGlobals({ a: 'r' })] },
    ],
    ['APIs that are required and never called', "const copy = require('copyFromWindow');", {}],
    [
      'permissions of an API that is required and never called',
      "const set = require('setCookie');",
      { permissions: [anyCookie] },
    ],
    [
      'permissions that only tests use',
      '',
      { permissions: [grantGlobals({ a: 'r' })], scenario: "require('copyFromWindow')('a');" },
    ],
    [
      'permissions that the code only asks about',
      "data.x = require('queryPermission')('access_globals', 'read', 'a');",
      { permissions: [grantGlobals({ a: 'r' })] },
    ],
    [
      'names of the setup in scenarios',
      '',
      { setup: 'const expected = 1;', scenario: 'assertThat(expected).isEqualTo(1);' },
    ],
    [
      'the names of tests',
      '',
      {
        scenario:
          "mock('sendPixel', 1); mockObject('JSON', {}); runCode({}); assertApi('a'); assertThat(1); fail();",
      },
    ],
    ['methods that the template itself makes', 'const o = { find: (x) => x }; o.find(1);', {}],
    [
      'mocks of APIs that Google does not document',
      '',
      { scenario: "mock('getUserAgent', 'agent');" },
    ],
    [
      'promises of a server template',
      "require('sendHttpGet')(data.url).then((r) => r).catch((e) => e).finally(() => 1);",
      { context: 'SERVER', permissions: [grant('send_http', { allowedUrls: 'any' })] },
    ],
  ])('%s: %s', (_name, code, parts) => {
    expect(problemsOf(code, parts)).toEqual([]);
  });
});

test('a computed require is a doubt, and then nothing counts as unused', () => {
  const parts = { permissions: [anyCookie] };
  expect(problemsOf('require(data.api)();', parts)).toEqual([
    'warning (1:1): The API of a require must stand there as a string',
  ]);
});

test('a problem in a scenario names the scenario and its own lines', () => {
  const [problem] = checkTemplate(templateOf('', { setup: 'const a = 1;', scenario: '\n  /x/;' }));
  expect(problem).toMatchObject({ section: 'TESTS', scenario: 'scenario', line: 2, column: 3 });
});

test('the checker knows every API that the sandbox has', () => {
  for (const name of apiNames) expect([...webApiNames, ...serverApiNames]).toContain(name);
});
