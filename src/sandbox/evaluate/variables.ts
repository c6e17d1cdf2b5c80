import type { AnyNode } from 'acorn';
import { errorAt } from './closure.ts';
import type { Assign, Evaluate } from './closure.ts';
import { GlobalEnvironment } from './environment.ts';
import type { Environment } from './environment.ts';
import type { Scope } from './scope.ts';

/** Reads a variable; one that nobody declared is undefined. */
export function readVariable(scope: Scope, name: string): Evaluate {
  const { depth, slot } = scope.resolve(name);
  if (depth === 0) return (environment) => environment.slots[slot];
  if (depth === 1) return (environment) => environment.parent.slots[slot];
  if (depth === 2) return (environment) => environment.parent.parent.slots[slot];
  return (environment) => ancestor(environment, depth).slots[slot];
}

/** Assigns to a variable: to a constant nothing happens, to an undeclared name it throws. */
export function assignVariable(scope: Scope, name: string, node: AnyNode): Assign {
  const { depth, slot, kind } = scope.resolve(name);
  if (kind === 'constant') return () => undefined;
  if (kind === 'variable') return fillSlot(depth, slot);
  return (environment, value) => {
    const globals = ancestor(environment, depth);
    if (!(globals instanceof GlobalEnvironment) || !globals.names.has(name)) {
      throw errorAt(scope, node, `${name} is not declared, so nothing can be assigned to it`);
    }
    globals.slots[slot] = value;
  };
}

/** Gives a variable its first value, constants too. */
export function initializeVariable(scope: Scope, name: string): Assign {
  const { depth, slot } = scope.resolve(name);
  return fillSlot(depth, slot);
}

function fillSlot(depth: number, slot: number): Assign {
  if (depth === 0) {
    return (environment, value) => {
      environment.slots[slot] = value;
    };
  }
  return (environment, value) => {
    ancestor(environment, depth).slots[slot] = value;
  };
}

function ancestor(environment: Environment, depth: number): Environment {
  let found = environment;
  for (let step = 0; step < depth; step++) found = found.parent;
  return found;
}
