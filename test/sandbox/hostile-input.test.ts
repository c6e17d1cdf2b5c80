import { describe, expect, test } from '@jest/globals';
import { parseTemplate, runScenarios, runTemplate } from '../../src/sandbox/index.ts';
import { compileProgram } from '../../src/sandbox/evaluate/index.ts';

const sections = (parameters: string, code: string, tests: string): string => `___INFO___

{"type":"MACRO","id":"x","version":1,"displayName":"x","description":"","containerContexts":["WEB"]}


___TEMPLATE_PARAMETERS___

${parameters}


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

${code}


___TESTS___

${tests}
`;

describe('what goes on for ever ends with an error that names the budget', () => {
  const budget = 'The step budget of 20000 loop rounds and calls is used up';

  test.each([
    'for (;;) {}',
    'while (true) {}',
    'do {} while (true);',
    'const a = [1]; for (const x of a) a.push(x);',
    'const f = (n) => n < 1 ? 1 : f(n - 1) + f(n - 1); f(40);',
    'const a = [1, 2]; while (a.length) a.push(a.shift());',
    "'aa'.replace('a', () => { while (true) {} });",
    '[1, 2].sort(() => { while (true) {} });',
    "let s = 'aaaaaaaaaa'; for (let i = 0; i < 25; i++) s += s; s.split('');",
    'const a = []; a.length = 9000000; a.forEach(() => 1);',
  ])('%s', async (code) => {
    const { status, error } = await runTemplate({ code, file: 'x.js', stepBudget: 20_000 });
    expect(status).toBe('exception');
    expect(error?.message).toMatch(/^x\.js \(1:\d+\): /);
    expect(error?.message).toContain(budget);
  });

  test('in a callback whose errors are swallowed', async () => {
    const code = "require('callLater')(() => { while (true) {} }); data.gtmOnSuccess();";
    const { error } = await runTemplate({ code, stepBudget: 20_000 });
    expect(error?.message).toContain(budget);
  });

  test('callbacks that make callbacks end with an error of their own', async () => {
    const code = "const later = require('callLater'); const f = () => later(f); f();";
    const { status, error } = await runTemplate({ code });
    expect(status).toBe('exception');
    expect(error?.message).toContain('More than 5000 callbacks were scheduled');
  });

  test('in a scenario, in its setup and in the code that it runs', async () => {
    const tests = `scenarios:
- name: own
  code: while (true) {}
- name: of the code
  code: runCode({});
- name: swallowed
  code: require('callLater')(() => { while (true) {} });
- name: none
  code: 'runCode({stop: true});'
setup: ''`;
    const code = 'while (!data.stop) {}\nreturn 1;';
    const { template } = parseTemplate(sections('[]', code, tests));
    const results = await runScenarios(template, { stepBudget: 20_000 });
    expect(results.map(({ failures }) => failures[0])).toEqual([
      `template.tpl, scenario "own" (1:1): ${budget}`,
      `template.tpl, code (1:1): ${budget}`,
      expect.stringContaining(budget),
      undefined,
    ]);
  });

  test('recursion names its own limit', async () => {
    const { error } = await runTemplate({ code: 'const f = () => f(); f();' });
    expect(error?.message).toContain('Maximum call stack size exceeded: 750 nested calls');
  });

  test('a budget counts rounds and calls, the run itself among them', async () => {
    const code = 'for (let i = 0; i < 99; i++) {}';
    expect(await runTemplate({ code, stepBudget: 100 })).toMatchObject({ status: 'pending' });
    expect(await runTemplate({ code, stepBudget: 99 })).toMatchObject({ status: 'exception' });
  });
});

describe('values that grow without end are refused', () => {
  test.each([
    ['const a = []; a.length = 4294967295;', 'An array has at most 10000000 items'],
    ['const a = []; a[4000000000] = 1;', 'An array has at most 10000000 items'],
    [
      'let a = [1]; for (let i = 0; i < 30; i++) a = a.concat(a);',
      'An array has at most 10000000 items',
    ],
    ["let s = 'a'; for (let i = 0; i < 40; i++) s += s;", 'Invalid string length'],
    ["let a = []; for (let i = 0; i < 99999; i++) a = [a]; return a + '';", 'Maximum call stack'],
    ['let a = []; for (let i = 0; i < 99999; i++) a = [a]; return a;', 'Maximum call stack'],
    [
      "let a = []; for (let i = 0; i < 99999; i++) a = [a]; require('setInWindow')('a', a);",
      'Maximum call stack',
    ],
  ])('%s', async (code, message) => {
    const { error } = await runTemplate({ code });
    expect(error?.message).toContain(message);
  });
});

describe('nothing on a window leads to the program around the sandbox', () => {
  const polluted = (): unknown => Reflect.get({}, 'polluted');

  test.each([
    "return require('callInWindow')('constructor.constructor', 'return 7');",
    "return require('callInWindow')('constructor.constructor.call', null, 'return 7');",
    "return require('callInWindow')('toString.constructor', 'return 7');",
    "return require('callInWindow')('page.constructor', 'return 7');",
    "return require('callInWindow')('maker', 'return 7');",
    "require('setInWindow')('__proto__.polluted', 1, true);",
    "require('setInWindow')('object.__proto__.polluted', 1, true);",
    "require('setInWindow')('__proto__', { polluted: 1 }, true);",
    "require('setInWindow')('object.constructor.prototype.polluted', 1, true);",
    "require('setInWindow')('x', { __proto__: { polluted: 1 } }, true);",
    "require('callInWindow')('object.__defineGetter__', 'polluted', () => 1);",
    "require('aliasInWindow')('y', 'constructor.constructor'); return require('callInWindow')('y', 'return 7');",
    "require('createQueue')('constructor.prototype.polluted')(1);",
    'const o = require(\'JSON\').parse(\'{"__proto__": {"polluted": 1}}\'); return o.polluted;',
    'const o = {}; o.__proto__ = { polluted: 1 }; return o.polluted;',
    'const o = {}; return o.constructor;',
    'return (() => 1).constructor;',
    "return ''.constructor;",
    "return require('copyFromWindow')('constructor.name');",
    "return require('copyFromWindow')('object.constructor');",
    "return require('copyFromWindow')('trap.constructor');",
  ])('%s', async (code) => {
    const { value } = await runTemplate({
      code,
      window: {
        page: () => 1,
        maker: Function,
        object: {},
        trap: new Proxy({}, { get: () => Function, getOwnPropertyDescriptor: () => undefined }),
      },
    });
    expect(value).toBeUndefined();
    expect(polluted()).toBeUndefined();
  });

  test('a page may have properties of its own by these names', async () => {
    const window = { shop: { constructor: { name: 'mine' } } };
    const code = "return require('copyFromWindow')('shop.constructor.name');";
    expect(await runTemplate({ code, window })).toMatchObject({ value: 'mine' });
  });

  test('a hostile Proxy ends the run at most', async () => {
    const endless: object = new Proxy(
      {},
      {
        ownKeys: () => ['more'],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }),
        get: (_target, name) => (name === 'more' ? new Proxy({}, handlerOf(endless)) : undefined),
      },
    );
    const code = "return require('copyFromWindow')('endless');";
    expect(await runTemplate({ code, window: { endless } })).toMatchObject({
      status: expect.stringMatching(/exception|returned|pending/),
    });
  });
});

function handlerOf(next: object): ProxyHandler<object> {
  return {
    ownKeys: () => ['more'],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }),
    get: (_target, name) => (name === 'more' ? new Proxy({}, handlerOf(next)) : undefined),
  };
}

describe('sources that are too large or too deep are refused by name of the limit', () => {
  const deep = '['.repeat(10_000) + ']'.repeat(10_000);

  test.each([
    [
      'a 5 MB template',
      () => parseTemplate(' '.repeat(5_000_000)),
      'has 5000000 characters; accepted: at most 4000000',
    ],
    [
      'a 10,000-deep array in the form',
      () => parseTemplate(sections(deep, '', 'scenarios: []')),
      'TEMPLATE_PARAMETERS: is nested too deeply; accepted: at most 500 levels',
    ],
    [
      'a 10,000-deep list in the tests',
      () => parseTemplate(sections('[]', '', `scenarios: ${deep}`)),
      'TESTS: is nested too deeply; accepted: at most 100 levels',
    ],
    [
      'a 10,000-deep array literal',
      () => compileProgram(`return ${deep};`, 'x'),
      'nested too deeply; accepted: at most 200 brackets',
    ],
    [
      '10,000 unary operators',
      () => compileProgram(`return ${'!'.repeat(10_000)}1;`, 'x'),
      'nested too deeply',
    ],
    [
      '3,000 additions',
      () => compileProgram(`return 1${' + 1'.repeat(3000)};`, 'x'),
      'nested too deeply; accepted: at most 1000 levels',
    ],
    ['10,000 functions', () => compileProgram('(() => '.repeat(10_000), 'x'), 'nested too deeply'],
    [
      '5,000 else ifs',
      () => compileProgram('if (1) {}' + ' else if (1) {}'.repeat(5000), 'x'),
      'nested too deeply',
    ],
  ])('%s', (_name, read, message) => {
    expect(read).toThrow(message);
  });

  test.each([
    ['900 additions', `return 1${' + 1'.repeat(900)};`],
    ['200 brackets', `return ${'['.repeat(200)}${']'.repeat(200)};`],
    ['200 parentheses', `return ${'('.repeat(200)}1${')'.repeat(200)};`],
    ['200,000 items', `return [${'1,'.repeat(200_000)}];`],
  ])('%s are accepted', (_name, code) => {
    expect(compileProgram(code, 'x')).toBeDefined();
  });
});
