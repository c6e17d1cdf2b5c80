import { describe, expect, test } from '@jest/globals';
import { checkProgram, formatProblem } from '../../../src/sandbox/check/index.ts';

const options = { file: 'main.js', sourceType: 'script' } as const;

describe('the uses of APIs', () => {
  test('are listed with every call and its literal arguments', () => {
    const source = `const getCookieValues = require('getCookieValues');
const key = 'known';
const f = (name) => getCookieValues(name, false);
getCookieValues('_ga');
getCookieValues(key, 1 + 1);
`;
    expect(checkProgram(source, options).requires).toEqual([
      {
        api: 'getCookieValues',
        line: 1,
        column: 25,
        binding: 'getCookieValues',
        isPassedOn: false,
        calls: [
          { line: 3, column: 21, literals: [undefined, false] },
          { line: 4, column: 1, literals: ['_ga'] },
          { line: 5, column: 1, literals: ['known', undefined] },
        ],
      },
    ]);
  });

  test('name the method of an API that is an object', () => {
    const source =
      "const storage = require('localStorage');\nstorage.setItem('a', 1);\nstorage[data.x]();";
    expect(checkProgram(source, options).requires[0]?.calls).toEqual([
      { line: 2, column: 1, method: 'setItem', literals: ['a', 1] },
      { line: 3, column: 1, literals: [] },
    ]);
  });

  test('include what is required and called at once', () => {
    const source = "require('logToConsole')('hi', true); require('Math').max(1, 2);";
    expect(checkProgram(source, options).requires).toEqual([
      {
        api: 'logToConsole',
        line: 1,
        column: 1,
        isPassedOn: false,
        calls: [{ line: 1, column: 1, literals: ['hi', true] }],
      },
      {
        api: 'Math',
        line: 1,
        column: 38,
        isPassedOn: false,
        calls: [{ line: 1, column: 38, method: 'max', literals: [1, 2] }],
      },
    ]);
  });

  test('say when the API is passed on as a value', () => {
    const source = "const getUrl = require('getUrl'); return {getUrl: getUrl};";
    expect(checkProgram(source, options).requires[0]).toMatchObject({
      calls: [],
      isPassedOn: true,
    });
  });

  test('are empty for an API that is never used', () => {
    const source = "const getUrl = require('getUrl');";
    expect(checkProgram(source, options).requires[0]).toMatchObject({
      binding: 'getUrl',
      calls: [],
      isPassedOn: false,
    });
  });

  test('follow a later assignment, and end where the name is shadowed', () => {
    const source =
      "let getUrl; getUrl = require('getUrl');\ngetUrl('host');\nconst f = (getUrl) => getUrl('path');";
    expect(checkProgram(source, options).requires[0]?.calls).toEqual([
      { line: 2, column: 1, literals: ['host'] },
    ]);
  });
});

test.each<[string, string]>([
  [
    'const x = require(data.name);',
    "(1:11): The API of a require must stand there as a string. Write require('name').",
  ],
  [
    'const r = require;',
    "(1:11): The API of a require must stand there as a string. Write require('name').",
  ],
  ["const x = require('geturl');", "(1:11): There is no API geturl. Use require('getUrl')."],
  ["const x = require('nothing');", '(1:11): There is no API nothing. Check its name.'],
])('%s', (source, expected) => {
  const { problems } = checkProgram(source, { ...options, apis: new Set(['getUrl']) });
  expect(problems.map(formatProblem)).toEqual([`main.js ${expected}`]);
});

test('a function of the template may be called require', () => {
  const source = 'const f = (require) => require(data.x);';
  expect(checkProgram(source, options)).toMatchObject({ problems: [], requires: [] });
});
