import { parse } from 'acorn';
import type { AnyNode, CallExpression, Program } from 'acorn';
import { walk } from '../../src/sandbox/check/walk.ts';
import { matchers } from '../../src/sandbox/scenarios/matchers.ts';
import type { Template } from '../../src/tpl/index.ts';
import type { CoverageRow } from './coverage-row.ts';

const assertApiForms = [
  ...['wasCalled', 'wasNotCalled', 'wasCalledWith', 'wasNotCalledWith', 'chained'],
  ...['of a mocked API', 'of a real API', 'of a member', 'of a callback'],
];
const testFunctions = [
  ...['assertThat, message', 'assertThat, chained', 'fail', 'mockObject', 'require'],
  ...['runCode, data', 'runCode, no data', 'runCode, value kept'],
  ...['function', 'object', 'array', 'literal', 'name', 'result'].map((kind) => `mock, ${kind}`),
];

/** What the scenarios of the samples call. */
export function coverTests(samples: readonly Template[]): CoverageRow[] {
  const used = { matchers: new Set<string>(), forms: new Set<string>(), calls: new Set<string>() };
  for (const { tests } of samples) {
    const setup = tests.setup ?? '';
    for (const { code } of tests.scenarios) cover(parseTest(`${setup}\n${code}`), used);
  }
  return [
    { kind: 'matchers', all: Object.keys(matchers), used: used.matchers },
    { kind: 'assertApi forms', all: assertApiForms, used: used.forms },
    { kind: 'test functions', all: testFunctions, used: used.calls },
  ];
}

type Used = Record<'matchers' | 'forms' | 'calls', Set<string>>;

function parseTest(source: string): Program {
  return parse(source, { ecmaVersion: 2022, allowReturnOutsideFunction: true });
}

function cover(program: Program, used: Used): void {
  const mocked = new Set<unknown>();
  walk(program, (node) => {
    if (isCallOf(node, 'mock')) mocked.add(literalOf(node.arguments[0]));
  });
  walk(program, (node, ancestors) => {
    if (node.type !== 'CallExpression') return;
    coverAssertion(node, { used, mocked });
    coverCall(node, ancestors.at(-1), used);
  });
}

/** `assertThat(…).a().b()`: the chain from its last call to its start. */
function coverAssertion(
  call: CallExpression,
  { used, mocked }: { used: Used; mocked: ReadonlySet<unknown> },
): void {
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
  const start = startOf(callee.object);
  const isChained = start !== callee.object;
  if (isCallOf(start, 'assertThat')) {
    used.matchers.add(callee.property.name);
    if (isChained) used.calls.add('assertThat, chained');
  }
  if (isCallOf(start, 'assertApi')) {
    used.forms.add(callee.property.name);
    if (isChained) used.forms.add('chained');
    used.forms.add(`of a ${subjectOf(literalOf(start.arguments[0]), mocked)}`);
  }
}

function subjectOf(api: unknown, mocked: ReadonlySet<unknown>): string {
  if (api === 'gtmOnSuccess' || api === 'gtmOnFailure') return 'callback';
  if (String(api).includes('.')) return 'member';
  return mocked.has(api) ? 'mocked API' : 'real API';
}

function startOf(node: AnyNode): AnyNode {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return node;
  return startOf(node.callee.object);
}

const kinds: Readonly<Record<string, string>> = {
  ArrowFunctionExpression: 'function',
  FunctionExpression: 'function',
  ObjectExpression: 'object',
  ArrayExpression: 'array',
  Literal: 'literal',
  Identifier: 'name',
  CallExpression: 'result',
};

function coverCall(call: CallExpression, parent: AnyNode | undefined, { calls }: Used): void {
  if (call.callee.type !== 'Identifier') return;
  const { name } = call.callee;
  const [first, second] = call.arguments;
  calls.add(name);
  if (name === 'mock' && second) calls.add(`mock, ${kinds[second.type] ?? second.type}`);
  if (name === 'assertThat' && second) calls.add('assertThat, message');
  if (name !== 'runCode') return;
  calls.add(first ? 'runCode, data' : 'runCode, no data');
  if (parent?.type !== 'ExpressionStatement') calls.add('runCode, value kept');
}

function isCallOf(node: AnyNode, name: string): node is CallExpression {
  return (
    node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === name
  );
}

function literalOf(node: AnyNode | undefined): unknown {
  return node?.type === 'Literal' ? node.value : undefined;
}
