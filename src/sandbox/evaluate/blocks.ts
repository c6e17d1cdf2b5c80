import type { AnyNode, FunctionDeclaration } from 'acorn';
import type { Execute } from './closure.ts';
import { declaredFunctions, lexicalDeclarations } from './declared-names.ts';
import { emptySlots, Environment } from './environment.ts';
import { compileFunction } from './functions.ts';
import type { Scope } from './scope.ts';
import { compileStatements } from './statements.ts';
import { initializeVariable } from './variables.ts';

/** A scope of its own for what `let` and `const` declare, with how to enter it at run time. */
export interface BlockScope {
  scope: Scope;
  /** A fresh environment when a closure may capture the variables; else the function's, with the variables emptied. */
  enter(environment: Environment): Environment;
}

/** Makes the scope of a block, a loop or a switch. */
export function openBlock(
  node: AnyNode,
  declaring: readonly AnyNode[],
  outer: Scope,
): BlockScope | undefined {
  const functions = declaredFunctions(declaring);
  const names = [
    ...lexicalDeclarations(declaring),
    ...functions.map(({ id }) => ({ name: id.name, isConstant: false })),
  ];
  if (names.length === 0) return undefined;
  const isCaptured = outer.program.closureNodes.has(node);
  const scope = isCaptured ? outer.inner('block') : outer.inner('block', outer.layout);
  const slots = names.map(
    ({ name, isConstant }) => scope.declare(name, isConstant ? 'constant' : 'variable').slot,
  );
  const { layout } = scope;
  const hoist = hoistFunctions(functions, scope);
  if (isCaptured) {
    return {
      scope,
      enter: (outside) => hoist(new Environment(emptySlots(layout.slotCount), outside)),
    };
  }
  return { scope, enter: (environment) => emptied(environment, slots) };
}

/** `{ … }` */
export function compileBlock(node: AnyNode, body: readonly AnyNode[], outer: Scope): Execute {
  const block = openBlock(node, body, outer);
  if (!block) return compileStatements(body, outer);
  const run = compileStatements(body, block.scope);
  return (environment) => run(block.enter(environment));
}

function emptied(environment: Environment, slots: readonly number[]): Environment {
  for (const slot of slots) environment.slots[slot] = undefined;
  return environment;
}

/** The functions that a block declares are there from its beginning. */
function hoistFunctions(
  functions: readonly FunctionDeclaration[],
  scope: Scope,
): (environment: Environment) => Environment {
  if (functions.length === 0) return (environment) => environment;
  const hoisted = functions.map((node) => ({
    assign: initializeVariable(scope, node.id.name),
    make: compileFunction(node, scope),
  }));
  return (environment) => {
    for (const { assign, make } of hoisted) assign(environment, make(environment));
    return environment;
  };
}
