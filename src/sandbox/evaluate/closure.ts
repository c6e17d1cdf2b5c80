import type { AnyNode } from 'acorn';
import { asSandboxError, SandboxError } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import type { Environment } from './environment.ts';
import type { Scope } from './scope.ts';

/** A compiled expression. */
export type Evaluate = (environment: Environment) => SandboxValue;

/** A compiled target of an assignment. */
export type Assign = (environment: Environment, value: SandboxValue) => void;

/** The value of a return statement on its way out. */
export class Returned {
  readonly value: SandboxValue;

  constructor(value: SandboxValue) {
    this.value = value;
  }
}

/** How a statement ended; undefined: it ran through. */
export type Completion = undefined | 'break' | 'continue' | Returned;

/** A compiled statement. */
export type Execute = (environment: Environment) => Completion;

/** `file (line:column)` of a node, counted from 1. */
export function placeOf(scope: Scope, node: AnyNode): string {
  const { line = 1, column = 0 } = node.loc?.start ?? {};
  return `${scope.program.file} (${line}:${column + 1})`;
}

export function errorAt(scope: Scope, node: AnyNode, reason: string): SandboxError {
  return new SandboxError(reason).locate(placeOf(scope, node));
}

/** Adds the place of the node to what the function throws. */
export function located<Args extends unknown[], Answer>(
  node: AnyNode,
  scope: Scope,
  run: (...args: Args) => Answer,
): (...args: Args) => Answer {
  return (...args) => {
    try {
      return run(...args);
    } catch (error) {
      throw asSandboxError(error).locate(placeOf(scope, node));
    }
  };
}

/** The values of some expressions, from left to right. */
export function evaluateAll(
  expressions: readonly Evaluate[],
  environment: Environment,
): SandboxValue[] {
  const values: SandboxValue[] = [];
  for (const expression of expressions) values.push(expression(environment));
  return values;
}
