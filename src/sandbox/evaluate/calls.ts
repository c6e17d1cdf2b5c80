import type { AnyNode, CallExpression, MemberExpression } from 'acorn';
import { findMethod } from '../library/index.ts';
import { asSandboxError, SandboxFunction, SandboxList } from '../values/index.ts';
import { errorAt, evaluateAll, placeOf } from './closure.ts';
import type { Evaluate } from './closure.ts';
import { compileExpression, compileKey } from './expressions.ts';
import type { Scope } from './scope.ts';

/** `f(…)` and `object.method(…)`. What a call throws gets the place of the innermost call. */
export function compileCall(node: CallExpression, scope: Scope): Evaluate {
  const args = node.arguments.map((argument) => compileExpression(argument, scope));
  return node.callee.type === 'MemberExpression'
    ? compileMethodCall(node.callee, args, scope)
    : compileFunctionCall(node, args, scope);
}

function compileFunctionCall(node: CallExpression, args: Evaluate[], scope: Scope): Evaluate {
  const callee = compileExpression(node.callee, scope);
  const name = describe(node.callee);
  return (environment) => {
    const called = callee(environment);
    if (!(called instanceof SandboxFunction))
      throw errorAt(scope, node, `${name} is not a function`);
    const values = evaluateAll(args, environment);
    try {
      return called.invoke(values);
    } catch (error) {
      throw asSandboxError(error).locate(placeOf(scope, node));
    }
  };
}

function compileMethodCall(callee: MemberExpression, args: Evaluate[], scope: Scope): Evaluate {
  const object = compileExpression(callee.object, scope);
  const key = compileKey(callee, scope);
  const { budget } = scope.program;
  return (environment) => {
    const holder = object(environment);
    const name = key(environment);
    try {
      if (typeof holder === 'string') budget.spendOn(holder.length, name);
      else if (holder instanceof SandboxList) budget.spendOn(holder.items.length, name);
      const method = findMethod(holder, typeof name === 'string' ? name : String(name));
      return method(evaluateAll(args, environment));
    } catch (error) {
      throw asSandboxError(error).locate(placeOf(scope, callee.property));
    }
  };
}

function describe(callee: AnyNode): string {
  return callee.type === 'Identifier' ? callee.name : 'What is called';
}
