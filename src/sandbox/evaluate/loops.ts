import type { ForStatement, WhileStatement } from 'acorn';
import { openBlock } from './blocks.ts';
import { Returned } from './closure.ts';
import type { Evaluate, Execute } from './closure.ts';
import { Environment } from './environment.ts';
import { compileExpression } from './expressions.ts';
import type { Scope } from './scope.ts';
import { compileStatement } from './statements.ts';

export function compileWhile(node: WhileStatement, scope: Scope): Execute {
  const test = compileExpression(node.test, scope);
  const body = compileStatement(node.body, scope);
  return (environment) => {
    while (test(environment)) {
      const completion = body(environment);
      if (completion === 'break') break;
      if (completion instanceof Returned) return completion;
    }
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
  };
  return (environment) => runLoop(loop, block?.enter(environment) ?? environment);
}

interface Loop {
  initialize: Execute;
  test: Evaluate;
  update: Evaluate;
  body: Execute;
  isCopied: boolean;
}

function runLoop({ initialize, test, update, body, isCopied }: Loop, first: Environment) {
  let environment = first;
  initialize(environment);
  while (test(environment)) {
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
