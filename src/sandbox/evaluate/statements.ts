import type { AnyNode } from 'acorn';
import { compileBlock } from './blocks.ts';
import { Returned } from './closure.ts';
import type { Execute } from './closure.ts';
import { compileExpression } from './expressions.ts';
import { compileForIn, compileForOf } from './for-each.ts';
import { compileDoWhile, compileFor, compileWhile } from './loops.ts';
import type { Scope } from './scope.ts';
import { compileSwitch } from './switch.ts';
import { initializeVariable } from './variables.ts';

type Node<Type extends AnyNode['type']> = Extract<AnyNode, { type: Type }>;
type Compilers = {
  [Type in AnyNode['type']]?: (node: Node<Type>, scope: Scope) => Execute;
};

const doNothing: Execute = () => undefined;

/** One entry a node type. */
const compilers: Compilers = {
  BlockStatement: (node, scope) => compileBlock(node, node.body, scope),
  BreakStatement: () => () => 'break',
  ContinueStatement: () => () => 'continue',
  DoWhileStatement: compileDoWhile,
  EmptyStatement: () => doNothing,
  ExpressionStatement: compileExpressionStatement,
  ForInStatement: compileForIn,
  ForOfStatement: compileForOf,
  ForStatement: compileFor,
  FunctionDeclaration: () => doNothing,
  IfStatement: compileIf,
  ReturnStatement: compileReturn,
  SwitchStatement: compileSwitch,
  VariableDeclaration: compileDeclaration,
  WhileStatement: compileWhile,
};

/** Compiles a statement once; running the closure executes it. */
export function compileStatement(node: AnyNode, scope: Scope): Execute {
  const compile = compilers[node.type] as ((node: AnyNode, scope: Scope) => Execute) | undefined;
  if (!compile) throw new Error(`The evaluator does not know the statement ${node.type}.`);
  return compile(node, scope);
}

/** Runs one after the other, until one breaks, continues or returns. */
export function compileStatements(nodes: readonly AnyNode[], scope: Scope): Execute {
  const statements = nodes
    .map((node) => compileStatement(node, scope))
    .filter((statement) => statement !== doNothing);
  const [first = doNothing] = statements;
  if (statements.length < 2) return first;
  return (environment) => {
    for (const statement of statements) {
      const completion = statement(environment);
      if (completion !== undefined) return completion;
    }
    return undefined;
  };
}

function compileExpressionStatement(node: Node<'ExpressionStatement'>, scope: Scope): Execute {
  const expression = compileExpression(node.expression, scope);
  return (environment) => {
    expression(environment);
    return undefined;
  };
}

function compileIf(node: Node<'IfStatement'>, scope: Scope): Execute {
  const test = compileExpression(node.test, scope);
  const yes = compileStatement(node.consequent, scope);
  const no = node.alternate ? compileStatement(node.alternate, scope) : doNothing;
  return (environment) => (test(environment) ? yes(environment) : no(environment));
}

function compileReturn(node: Node<'ReturnStatement'>, scope: Scope): Execute {
  if (!node.argument) return () => new Returned(undefined);
  const answer = compileExpression(node.argument, scope);
  return (environment) => new Returned(answer(environment));
}

/** `var x;` leaves a value alone; `let x;` does not. */
function compileDeclaration(node: Node<'VariableDeclaration'>, scope: Scope): Execute {
  const steps = node.declarations.flatMap(({ id, init }) => {
    if (id.type !== 'Identifier' || (!init && node.kind === 'var')) return [];
    const value = init ? compileExpression(init, scope) : () => undefined;
    return [{ value, assign: initializeVariable(scope, id.name) }];
  });
  return (environment) => {
    for (const { value, assign } of steps) assign(environment, value(environment));
    return undefined;
  };
}
