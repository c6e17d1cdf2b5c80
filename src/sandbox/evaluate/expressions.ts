import type { AnyNode, Expression, MemberExpression } from 'acorn';
import { SandboxList, SandboxObject } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import { compileAssignment, compileUpdate } from './assignments.ts';
import { compileCall } from './calls.ts';
import { evaluateAll, located } from './closure.ts';
import type { Evaluate } from './closure.ts';
import { compileFunction } from './functions.ts';
import { combineOperands, unaryOperators } from './operators.ts';
import { readProperty } from './properties.ts';
import type { Scope } from './scope.ts';
import { readVariable } from './variables.ts';

type Node<Type extends AnyNode['type']> = Extract<AnyNode, { type: Type }>;
type Compilers = {
  [Type in AnyNode['type']]?: (node: Node<Type>, scope: Scope) => Evaluate;
};

/** One entry a node type. */
const compilers: Compilers = {
  ArrayExpression: compileArray,
  ArrowFunctionExpression: compileFunction,
  AssignmentExpression: compileAssignment,
  BinaryExpression: compileOperation,
  CallExpression: compileCall,
  ConditionalExpression: compileConditional,
  FunctionExpression: compileFunction,
  Identifier: (node, scope) => readVariable(scope, node.name),
  Literal: compileLiteral,
  LogicalExpression: compileOperation,
  MemberExpression: compileMember,
  ObjectExpression: compileObject,
  SequenceExpression: compileSequence,
  UnaryExpression: compileUnary,
  UpdateExpression: compileUpdate,
};

/** Compiles an expression once; running the closure evaluates it. */
export function compileExpression(node: AnyNode, scope: Scope): Evaluate {
  const compile = compilers[node.type] as ((node: AnyNode, scope: Scope) => Evaluate) | undefined;
  if (!compile) throw new Error(`The evaluator does not know the expression ${node.type}.`);
  return compile(node, scope);
}

function compileOperation(
  { operator, left, right }: Node<'BinaryExpression' | 'LogicalExpression'>,
  scope: Scope,
): Evaluate {
  return combineOperands(operator, compileExpression(left, scope), compileExpression(right, scope));
}

/** The key of `object.key` or `object[key]`. */
export function compileKey(node: MemberExpression, scope: Scope): Evaluate {
  if (node.computed || node.property.type !== 'Identifier') {
    return compileExpression(node.property, scope);
  }
  const { name } = node.property;
  return () => name;
}

function compileMember(node: MemberExpression, scope: Scope): Evaluate {
  const object = compileExpression(node.object, scope);
  const key = compileKey(node, scope);
  const read = located(node, scope, readProperty);
  return (environment) => read(object(environment), key(environment));
}

/** An elision is an own undefined. */
function compileArray(node: Node<'ArrayExpression'>, scope: Scope): Evaluate {
  const items = node.elements.map((element) =>
    element ? compileExpression(element, scope) : () => undefined,
  );
  return (environment) => new SandboxList(evaluateAll(items, environment));
}

function compileObject(node: Node<'ObjectExpression'>, scope: Scope): Evaluate {
  const entries = node.properties.flatMap((property) =>
    property.type === 'Property'
      ? [{ key: keyName(property.key), value: compileExpression(property.value, scope) }]
      : [],
  );
  return (environment) => {
    const object = new SandboxObject();
    for (const { key, value } of entries) object.properties.set(key, value(environment));
    return object;
  };
}

function keyName(key: Expression | Node<'PrivateIdentifier'>): string {
  return key.type === 'Identifier' ? key.name : String((key as Node<'Literal'>).value);
}

function compileConditional(node: Node<'ConditionalExpression'>, scope: Scope): Evaluate {
  const test = compileExpression(node.test, scope);
  const yes = compileExpression(node.consequent, scope);
  const no = compileExpression(node.alternate, scope);
  return (environment) => (test(environment) ? yes(environment) : no(environment));
}

function compileLiteral(node: Node<'Literal'>): Evaluate {
  const value = node.value as SandboxValue;
  return () => value;
}

function compileSequence(node: Node<'SequenceExpression'>, scope: Scope): Evaluate {
  const expressions = node.expressions.map((expression) => compileExpression(expression, scope));
  return (environment) => {
    let value: SandboxValue;
    for (const expression of expressions) value = expression(environment);
    return value;
  };
}

function compileUnary(node: Node<'UnaryExpression'>, scope: Scope): Evaluate {
  const argument = compileExpression(node.argument, scope);
  const operate = unaryOperators[node.operator];
  if (!operate) throw new Error(`The evaluator does not know the operator ${node.operator}.`);
  return (environment) => operate(argument(environment));
}
