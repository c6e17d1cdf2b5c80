import type { ForInStatement, ForOfStatement } from 'acorn';
import { ownKeys, SandboxList } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import { compileTarget } from './assignments.ts';
import { openBlock } from './blocks.ts';
import { errorAt, Returned } from './closure.ts';
import type { Assign, Execute } from './closure.ts';
import { compileExpression } from './expressions.ts';
import { budgetError } from './loops.ts';
import type { Scope } from './scope.ts';
import { compileStatement } from './statements.ts';
import { initializeVariable } from './variables.ts';

/** Over the keys there were at first; over a string its indices, as numbers; over anything else nothing. */
export function compileForIn(node: ForInStatement, scope: Scope): Execute {
  return compileForEach(node, scope, (value) =>
    typeof value === 'string' ? ownKeys(value).map(Number) : ownKeys(value),
  );
}

/** Over a list as it grows and shrinks, or over the UTF-16 units of a string. */
export function compileForOf(node: ForOfStatement, scope: Scope): Execute {
  return compileForEach(node, scope, (value) => {
    if (typeof value === 'string') return value.split('');
    if (value instanceof SandboxList) return value.items;
    throw errorAt(scope, node.right, 'The value is not iterable.');
  });
}

function compileForEach(
  node: ForInStatement | ForOfStatement,
  outer: Scope,
  valuesOf: (value: SandboxValue) => readonly SandboxValue[],
): Execute {
  const subject = compileExpression(node.right, outer);
  const block = openBlock(node, [node.left], outer);
  const scope = block?.scope ?? outer;
  const assign = compileLeft(node, scope);
  const body = compileStatement(node.body, scope);
  const { budget } = scope.program;
  return (outside) => {
    const values = valuesOf(subject(outside));
    for (let index = 0; index < values.length; index++) {
      if (--budget.left < 0) throw budgetError(node, outer);
      const environment = block?.enter(outside) ?? outside;
      assign(environment, values[index]);
      const completion = body(environment);
      if (completion === 'break') break;
      if (completion instanceof Returned) return completion;
    }
    return undefined;
  };
}

function compileLeft({ left }: ForInStatement | ForOfStatement, scope: Scope): Assign {
  if (left.type !== 'VariableDeclaration') return compileTarget(left, scope);
  const id = left.declarations[0]?.id;
  if (id?.type !== 'Identifier') throw new Error('The checker refuses patterns.');
  return initializeVariable(scope, id.name);
}
