import type { AnyNode, AssignmentExpression, MemberExpression, UpdateExpression } from 'acorn';
import type { SandboxValue } from '../values/index.ts';
import { located } from './closure.ts';
import type { Assign, Evaluate } from './closure.ts';
import { compileExpression, compileKey } from './expressions.ts';
import { combineOperands, updateOperators } from './operators.ts';
import { readProperty, writeProperty } from './properties.ts';
import type { Scope } from './scope.ts';
import { assignVariable } from './variables.ts';

/** From the old value to the new one and to that of the whole expression. */
type Change = (
  old: SandboxValue,
  right: SandboxValue,
) => { next: SandboxValue; value: SandboxValue };

/** `=`, and `+=` and the like, which read their target first. */
export function compileAssignment(node: AssignmentExpression, scope: Scope): Evaluate {
  const { left } = node;
  const right = compileExpression(node.right, scope);
  const operator = node.operator.slice(0, -1);
  if (left.type === 'MemberExpression') {
    return operator === ''
      ? compileMemberWrite(left, scope, right)
      : compileMemberChange(left, scope, { right, change: changeBy(operator) });
  }
  const assign = compileTarget(left, scope);
  const result =
    operator === '' ? right : combineOperands(operator, compileExpression(left, scope), right);
  return (environment) => {
    const value = result(environment);
    assign(environment, value);
    return value;
  };
}

/** `++` and `--`. */
export function compileUpdate(node: UpdateExpression, scope: Scope): Evaluate {
  const operate = updateOperators[node.operator];
  if (!operate) throw new Error(`The evaluator does not know the operator ${node.operator}.`);
  const change: Change = (old) => {
    const next = operate(old);
    return { next, value: node.prefix ? next : old };
  };
  const target = node.argument;
  if (target.type === 'MemberExpression') {
    return compileMemberChange(target, scope, { right: () => undefined, change });
  }
  const read = compileExpression(target, scope);
  const assign = compileTarget(target, scope);
  return (environment) => {
    const { next, value } = change(read(environment), undefined);
    assign(environment, next);
    return value;
  };
}

/** What a `for…in` or `for…of` without a declaration assigns to. */
export function compileTarget(node: AnyNode, scope: Scope): Assign {
  if (node.type === 'Identifier') return assignVariable(scope, node.name, node);
  if (node.type !== 'MemberExpression') throw new Error(`Nothing assigns to ${node.type}.`);
  const object = compileExpression(node.object, scope);
  const key = compileKey(node, scope);
  const write = writerAt(node, scope);
  return (environment, value) => {
    write(object(environment), key(environment), value);
  };
}

function compileMemberWrite(node: MemberExpression, scope: Scope, right: Evaluate): Evaluate {
  const object = compileExpression(node.object, scope);
  const key = compileKey(node, scope);
  const write = writerAt(node, scope);
  return (environment) => {
    const holder = object(environment);
    const name = key(environment);
    const value = right(environment);
    write(holder, name, value);
    return value;
  };
}

function compileMemberChange(
  target: MemberExpression,
  scope: Scope,
  { right, change }: { right: Evaluate; change: Change },
): Evaluate {
  const object = compileExpression(target.object, scope);
  const key = compileKey(target, scope);
  const write = writerAt(target, scope);
  const read = located(target, scope, readProperty);
  return (environment) => {
    const holder = object(environment);
    const name = key(environment);
    const { next, value } = change(read(holder, name), right(environment));
    write(holder, name, next);
    return value;
  };
}

function changeBy(operator: string): Change {
  const combine = combineOperands<[SandboxValue, SandboxValue]>(
    operator,
    (pair) => pair[0],
    (pair) => pair[1],
  );
  return (old, right) => {
    const next = combine([old, right]);
    return { next, value: next };
  };
}

function writerAt(node: AnyNode, scope: Scope): typeof writeProperty {
  return located(node, scope, writeProperty);
}
