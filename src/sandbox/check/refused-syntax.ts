import type { AnyNode } from 'acorn';

/** What is refused and how to write it instead. */
export type Refusal = readonly [message: string, instead: string];

type Node<Type extends AnyNode['type']> = Extract<AnyNode, { type: Type }>;
type Rules = {
  [Type in AnyNode['type']]?: (
    node: Node<Type>,
    ancestors: readonly AnyNode[],
  ) => Refusal | undefined;
};

const classes: Refusal = ['There are no classes', 'Use functions and plain objects.'];
const destructuring: Refusal = ['There is no destructuring', 'Read the properties one by one.'];
const spread: Refusal = ['There is no spread', 'Use concat, or pass the values one by one.'];
const asynchronous: Refusal = ['There are no async functions or generators', 'Use callbacks.'];
const modules: Refusal = ['A template has no imports or exports', "Use require('…') for an API."];

const unaryPlus: Refusal = ['There is no unary plus', "Use require('makeNumber')."];

const operators: Record<string, Refusal> = {
  '**': ['There is no ** operator', "Use require('Math').pow."],
  '**=': ['There is no ** operator', "Use require('Math').pow."],
  in: ['There is no in operator', 'Use object.hasOwnProperty(key).'],
  instanceof: ['There is no instanceof operator', "Use require('getType')."],
  delete: ['There is no delete operator', "Use require('Object').delete(object, key)."],
  void: ['There is no void operator', 'Write undefined.'],
  '??': ['There is no ?? operator', 'Test for undefined.'],
  '??=': ['There is no ??= operator', 'Test for undefined.'],
  '&&=': ['There is no &&= operator', 'Use if.'],
  '||=': ['There is no ||= operator', 'Use if.'],
};

const refuseFunction = (node: { async: boolean; generator: boolean }): Refusal | undefined =>
  node.async || node.generator ? asynchronous : undefined;

/** One entry a node type. The sandbox has every type that is not named here. */
export const refusedSyntax: Rules = {
  ClassDeclaration: () => classes,
  ClassExpression: () => classes,
  NewExpression: () => ['There is no new', 'Use literals: {} and [].'],
  ThisExpression: () => ['Functions have no this', 'Pass the value as a parameter.'],
  MetaProperty: () => ['There are no meta properties', 'Pass the value as a parameter.'],
  TemplateLiteral: () => ['There are no template literals', "Join with +: 'a' + b."],
  TaggedTemplateExpression: () => ['There are no template literals', 'Call the function.'],
  ObjectPattern: () => destructuring,
  ArrayPattern: () => destructuring,
  SpreadElement: () => spread,
  RestElement: () => ['There are no rest parameters', 'Name the parameters, or use arguments.'],
  AssignmentPattern: () => [
    'There are no default values',
    'Test for undefined in the body of the function.',
  ],
  Property: refuseProperty,
  Literal: refuseLiteral,
  TryStatement: () => ['There is no try', 'Test before you call; callLater swallows exceptions.'],
  ThrowStatement: () => ['There is no throw', 'Return a value that says so.'],
  ChainExpression: () => ['There is no ?.', 'Test for undefined first.'],
  LogicalExpression: (node) => operators[node.operator],
  BinaryExpression: (node) => operators[node.operator],
  UnaryExpression: (node) => (node.operator === '+' ? unaryPlus : operators[node.operator]),
  AssignmentExpression: (node) => operators[node.operator],
  AwaitExpression: () => asynchronous,
  YieldExpression: () => asynchronous,
  ArrowFunctionExpression: refuseFunction,
  FunctionExpression: refuseFunction,
  FunctionDeclaration: (node, ancestors) => refuseFunction(node) ?? refuseWithoutBlock(ancestors),
  ForOfStatement: (node) => (node.await ? asynchronous : undefined),
  LabeledStatement: () => ['There are no labels', 'Return from a function to leave two loops.'],
  WithStatement: () => ['There is no with', 'Name the object each time.'],
  DebuggerStatement: () => ['There is no debugger', "Use require('logToConsole')."],
  ImportExpression: () => modules,
};

/** What Google's runtime has, and no public template uses: nobody knows whether the editor takes it. */
export const uncertainSyntax: Rules = {
  DoWhileStatement: () => ['do…while is not known to be accepted', 'Use while.'],
  FunctionDeclaration: (_node, ancestors) => refuseInBlock(ancestors),
  SwitchStatement: refuseSwitch,
};

/** At the top of a module they are for the bundler. */
export const refusedInScript: Rules = {
  ImportDeclaration: () => modules,
  ExportNamedDeclaration: () => modules,
  ExportDefaultDeclaration: () => modules,
  ExportAllDeclaration: () => modules,
};

function refuseProperty(
  node: Node<'Property'>,
  ancestors: readonly AnyNode[],
): Refusal | undefined {
  if (ancestors[ancestors.length - 1]?.type === 'ObjectPattern') return undefined;
  if (node.kind !== 'init') return ['There are no getters and setters', 'Use a function.'];
  if (node.method) return ['There are no method properties', 'Write name: function () {}.'];
  if (node.computed) return ['There are no computed keys', 'Assign with object[key] = value.'];
  if (node.shorthand) return ['There are no shorthand properties', 'Write name: name.'];
  return undefined;
}

function refuseLiteral(node: Node<'Literal'>): Refusal | undefined {
  if (node.regex) {
    return ['There are no regular expressions', 'Use indexOf, split, or match with a string.'];
  }
  return node.bigint ? ['There are no BigInts', 'Use a number.'] : undefined;
}

const inBlock: Refusal = [
  'A function declared in a block is not known to be accepted',
  'Write const name = function () {}.',
];

function refuseInBlock(ancestors: readonly AnyNode[]): Refusal | undefined {
  const parent = ancestors[ancestors.length - 1];
  const owner = ancestors[ancestors.length - 2];
  const isInner = parent?.type === 'BlockStatement' && !owner?.type.includes('Function');
  return isInner || parent?.type === 'SwitchCase' ? inBlock : undefined;
}

/** `if (x) function f() {}` */
function refuseWithoutBlock(ancestors: readonly AnyNode[]): Refusal | undefined {
  const parent = ancestors[ancestors.length - 1]?.type ?? 'Program';
  const isAmongStatements = /^(Program|BlockStatement|SwitchCase|Export.*)$/.test(parent);
  return isAmongStatements ? undefined : inBlock;
}

function refuseSwitch(node: Node<'SwitchStatement'>): Refusal | undefined {
  const index = node.cases.findIndex((switchCase) => !switchCase.test);
  if (index < 0 || index === node.cases.length - 1) return undefined;
  return ['The default clause of a switch must be the last', 'Move it to the end.'];
}
