import type { SwitchStatement } from 'acorn';
import { openBlock } from './blocks.ts';
import type { Completion, Execute } from './closure.ts';
import type { Environment } from './environment.ts';
import { compileExpression } from './expressions.ts';
import type { Scope } from './scope.ts';
import { compileStatements } from './statements.ts';

/** Compares with `===` and falls through. The default clause counts as the last, wherever it stands. */
export function compileSwitch(node: SwitchStatement, outer: Scope): Execute {
  const subject = compileExpression(node.discriminant, outer);
  const block = openBlock(
    node,
    node.cases.flatMap(({ consequent }) => consequent),
    outer,
  );
  const scope = block?.scope ?? outer;
  const cases = [
    ...node.cases.filter(({ test }) => test),
    ...node.cases.filter(({ test }) => !test),
  ];
  const tests = cases.map(({ test }) => (test ? compileExpression(test, scope) : undefined));
  const bodies = cases.map(({ consequent }) => compileStatements(consequent, scope));
  return (outside) => {
    const value = subject(outside);
    const environment = block?.enter(outside) ?? outside;
    const first = tests.findIndex((test) => !test || test(environment) === value);
    return first < 0 ? undefined : runFrom(bodies.slice(first), environment);
  };
}

function runFrom(bodies: readonly Execute[], environment: Environment): Completion {
  for (const body of bodies) {
    const completion = body(environment);
    if (completion === 'break') return undefined;
    if (completion !== undefined) return completion;
  }
  return undefined;
}
