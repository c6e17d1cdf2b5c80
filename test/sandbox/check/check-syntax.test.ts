import { expect, test } from '@jest/globals';
import { checkProgram, formatProblem } from '../../../src/sandbox/check/index.ts';

function problemsOf(source: string): string[] {
  const { problems } = checkProgram(source, { file: 'main.js', sourceType: 'script' });
  return problems.map(formatProblem);
}

test.each<[string, string]>([
  ['class A {}', '(1:1): There are no classes. Use functions and plain objects.'],
  ['const A = class {};', '(1:11): There are no classes. Use functions and plain objects.'],
  ['new data();', '(1:1): There is no new. Use literals: {} and [].'],
  ['return this;', '(1:8): Functions have no this. Pass the value as a parameter.'],
  ['return `a`;', "(1:8): There are no template literals. Join with +: 'a' + b."],
  ['const {a} = data;', '(1:7): There is no destructuring. Read the properties one by one.'],
  ['const [a] = data;', '(1:7): There is no destructuring. Read the properties one by one.'],
  ['const f = ({a}) => a;', '(1:12): There is no destructuring. Read the properties one by one.'],
  ['data(...data);', '(1:6): There is no spread. Use concat, or pass the values one by one.'],
  [
    'const f = (...a) => a;',
    '(1:12): There are no rest parameters. Name the parameters, or use arguments.',
  ],
  [
    'const f = (a = 1) => a;',
    '(1:12): There are no default values. Test for undefined in the body of the function.',
  ],
  ['const a = 1; return {a};', '(1:22): There are no shorthand properties. Write name: name.'],
  ['return {[data]: 1};', '(1:9): There are no computed keys. Assign with object[key] = value.'],
  ['return {a() {}};', '(1:9): There are no method properties. Write name: function () {}.'],
  ['return {get a() { return 1; }};', '(1:9): There are no getters and setters. Use a function.'],
  [
    "return 'a'.match(/a/);",
    '(1:18): There are no regular expressions. Use indexOf, split, or match with a string.',
  ],
  ['return 1n;', '(1:8): There are no BigInts. Use a number.'],
  [
    'try { data(); } catch (e) { data(e); }',
    '(1:1): There is no try. Test before you call; callLater swallows exceptions.',
  ],
  ["throw 'x';", '(1:1): There is no throw. Return a value that says so.'],
  ['return data?.x;', '(1:8): There is no ?.. Test for undefined first.'],
  ['return data ?? 1;', '(1:8): There is no ?? operator. Test for undefined.'],
  ['let a; a ??= 1;', '(1:8): There is no ??= operator. Test for undefined.'],
  ['return 2 ** 3;', "(1:8): There is no ** operator. Use require('Math').pow."],
  ["return 'a' in data;", '(1:8): There is no in operator. Use object.hasOwnProperty(key).'],
  [
    'return data instanceof data;',
    "(1:8): There is no instanceof operator. Use require('getType').",
  ],
  [
    'delete data.x;',
    "(1:1): There is no delete operator. Use require('Object').delete(object, key).",
  ],
  ['return void 0;', '(1:8): There is no void operator. Write undefined.'],
  ['return +data;', "(1:8): There is no unary plus. Use require('makeNumber')."],
  ['a: for (;;) {}', '(1:1): There are no labels. Return from a function to leave two loops.'],
  ['with (data) {}', '(1:1): There is no with. Name the object each time.'],
  [
    'const f = async () => 1;',
    '(1:11): There are no async functions or generators. Use callbacks.',
  ],
  ['function* f() {}', '(1:1): There are no async functions or generators. Use callbacks.'],
  ['do {} while (data);', '(1:1): do…while is not known to be accepted. Use while.'],
  ['debugger;', "(1:1): There is no debugger. Use require('logToConsole')."],
  [
    'switch (data) { default: break; case 1: }',
    '(1:1): The default clause of a switch must be the last. Move it to the end.',
  ],
  [
    'if (data) { function f() {} }',
    '(1:13): A function declared in a block is not known to be accepted. Write const name = function () {}.',
  ],
  [
    "return import('x');",
    "(1:8): A template has no imports or exports. Use require('…') for an API.",
  ],
])('%s', (source, expected) => {
  expect(problemsOf(source)).toEqual([`main.js ${expected}`]);
});

test.each([
  'var a = 1; let b = 2; const c = 3; return a + b + c;',
  'function f(a) { function g() { return a; } return g(); } return f(1);',
  'const f = function () { return arguments.length; }; return f();',
  'if (data.a) return 1; else return 2;',
  'for (let i = 0; i < 3; i++) { if (i === 1) continue; break; }',
  'for (const k in data) { data[k] = 1; } for (const v of [1]) { data.v = v; }',
  'while (data.x) { data.x -= 1; data.x *= 2; }',
  'switch (data.x) { case 1: return 1; default: return 2; }',
  'return -1 + ~2 + (!data ? 1 : 0) + (1 << 2) + typeof data;',
  "return {a: 1, 'b c': [1, , 2], 3: null, undefined: undefined};",
  'data.gtmOnSuccess();',
  'return (function () { return 1; })();',
])('accepts %s', (source) => {
  expect(problemsOf(source)).toEqual([]);
});

test('a syntax error is the only problem', () => {
  expect(problemsOf('const a = 1;\nconst = 2;')).toEqual(['main.js (2:7): Unexpected token.']);
});

test('problems come in the order of the source', () => {
  const source = 'missing();\nreturn `a` + window;\nnew data();';
  const { problems } = checkProgram(source, { file: 'main.js', sourceType: 'script' });
  expect(problems.map(({ line, column }) => [line, column])).toEqual([
    [1, 1],
    [2, 8],
    [2, 14],
    [3, 1],
  ]);
});

test('a module may import and export at its top', () => {
  const source =
    "import { a } from './a.ts';\nexport function f() { return a; }\nexport const b = f;\nexport { f as g };";
  expect(checkProgram(source, { file: 'a.ts', sourceType: 'module' }).problems).toEqual([]);
  expect(checkProgram('return 1;', { file: 'a.ts', sourceType: 'module' }).problems).toHaveLength(
    1,
  );
  expect(problemsOf("import { a } from './a.ts';")).toEqual([
    "main.js (1:1): 'import' and 'export' may appear only with 'sourceType: module'.",
  ]);
});
