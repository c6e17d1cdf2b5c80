import type { AnyNode } from 'acorn';
import type { Execute } from './closure.ts';
import { lexicalDeclarations } from './declared-names.ts';
import { emptySlots, Environment } from './environment.ts';
import type { Scope } from './scope.ts';
import { compileStatements } from './statements.ts';

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
  const names = lexicalDeclarations(declaring);
  if (names.length === 0) return undefined;
  const isCaptured = outer.program.closureNodes.has(node);
  const scope = isCaptured ? outer.inner('block') : outer.inner('block', outer.layout);
  const slots = names.map(
    ({ name, isConstant }) => scope.declare(name, isConstant ? 'constant' : 'variable').slot,
  );
  const { layout } = scope;
  if (isCaptured) {
    return { scope, enter: (outside) => new Environment(emptySlots(layout.slotCount), outside) };
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
