import type { AnyNode, DoWhileStatement, ForStatement, WhileStatement } from 'acorn';
import type { SandboxError } from '../values/index.ts';
import { openBlock } from './blocks.ts';
import { placeOf, Returned } from './closure.ts';
import type { Completion, Evaluate, Execute } from './closure.ts';
import { Environment } from './environment.ts';
import { compileExpression } from './expressions.ts';
import type { Scope } from './scope.ts';
import { compileStatement } from './statements.ts';
import type { StepBudget } from './step-budget.ts';

export function compileWhile(node: WhileStatement, scope: Scope): Execute {
  const test = compileExpression(node.test, scope);
  const body = compileStatement(node.body, scope);
  const { budget } = scope.program;
  return (environment) => {
    while (test(environment)) {
      if (--budget.left < 0) throw budgetError(node, scope);
      const completion = body(environment);
      if (completion === 'break') break;
      if (completion instanceof Returned) return completion;
    }
    return undefined;
  };
}

/** The test comes after each round. */
export function compileDoWhile(node: DoWhileStatement, scope: Scope): Execute {
  const test = compileExpression(node.test, scope);
  const body = compileStatement(node.body, scope);
  const { budget } = scope.program;
  return (environment) => {
    do {
      if (--budget.left < 0) throw budgetError(node, scope);
      const completion = body(environment);
      if (completion === 'break') break;
      if (completion instanceof Returned) return completion;
    } while (test(environment));
    return undefined;
  };
}

/** `for (;;)`. When a closure may capture the variables of a `let`, each round has its own copy of them. */
export function compileFor(node: ForStatement, outer: Scope): Execute {
  const block = openBlock(node, node.init ? [node.init] : [], outer);
  const scope = block?.scope ?? outer;
  const loop = {
    initialize: compileInit(node, scope),
    test: node.test ? compileExpression(node.test, scope) : () => true,
    update: node.update ? compileExpression(node.update, scope) : () => undefined,
    body: compileStatement(node.body, scope),
    isCopied: scope.layout !== outer.layout,
    budget: scope.program.budget,
    stop: () => budgetError(node, scope),
  };
  return (environment) => runLoop(loop, block?.enter(environment) ?? environment);
}

interface Loop {
  initialize: Execute;
  test: Evaluate;
  update: Evaluate;
  body: Execute;
  isCopied: boolean;
  budget: StepBudget;
  stop: () => SandboxError;
}

function runLoop(loop: Loop, first: Environment): Completion {
  const { initialize, test, update, body, isCopied, budget } = loop;
  let environment = first;
  initialize(environment);
  while (test(environment)) {
    if (--budget.left < 0) throw loop.stop();
    const completion = body(environment);
    if (completion === 'break') break;
    if (completion instanceof Returned) return completion;
    if (isCopied) environment = new Environment(environment.slots.slice(), environment.parent);
    update(environment);
  }
  return undefined;
}

function compileInit(node: ForStatement, scope: Scope): Execute {
  if (!node.init) return () => undefined;
  if (node.init.type === 'VariableDeclaration') return compileStatement(node.init, scope);
  const expression = compileExpression(node.init, scope);
  return (environment) => {
    expression(environment);
    return undefined;
  };
}

/** What a loop throws that goes on for too long. */
export function budgetError(node: AnyNode, scope: Scope): SandboxError {
  return scope.program.budget.error().locate(placeOf(scope, node));
}
