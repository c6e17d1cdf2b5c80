import type {
  AnyNode,
  ArrowFunctionExpression,
  FunctionDeclaration,
  FunctionExpression,
} from 'acorn';
import { SandboxError, SandboxFunction, SandboxList } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import { Returned } from './closure.ts';
import type { Evaluate, Execute } from './closure.ts';
import { declaredFunctions, lexicalDeclarations, varNames } from './declared-names.ts';
import { emptySlots, Environment } from './environment.ts';
import { compileExpression } from './expressions.ts';
import type { Layout, Scope } from './scope.ts';
import type { StepBudget } from './step-budget.ts';
import { compileStatements } from './statements.ts';

type FunctionNode = FunctionDeclaration | FunctionExpression | ArrowFunctionExpression;

/** A function without the environment that a closure adds. */
export interface Code {
  layout: Layout;
  parameterSlots: number[];
  body: Execute;
  budget: StepBudget;
}

/** Google's runtime overflows somewhere between 500 and 1000 calls. */
const deepestCall = 750;
let callDepth = 0;

/** Compiles a function to an expression that makes closures of it. */
export function compileFunction(node: FunctionNode, outer: Scope): Evaluate {
  const scope = outer.inner('function');
  const parameterSlots = node.params.flatMap((parameter) =>
    parameter.type === 'Identifier' ? [scope.declare(parameter.name).slot] : [],
  );
  const body =
    node.body.type === 'BlockStatement'
      ? compileBody(node.body.body, scope)
      : compileAnswer(node.body, scope);
  const { budget } = scope.program;
  const code = { layout: scope.layout, parameterSlots, body, budget };
  const name = node.type !== 'ArrowFunctionExpression' && node.id ? node.id.name : '';
  return (environment) => new SandboxFunction(name, (args) => runCode(code, environment, args));
}

/** Compiles the statements of a function: its functions come first, whatever their place. */
export function compileBody(statements: readonly AnyNode[], scope: Scope): Execute {
  for (const name of statements.flatMap(varNames)) scope.declare(name);
  const functions = declaredFunctions(statements);
  for (const { id } of functions) scope.declare(id.name);
  for (const { name, isConstant } of lexicalDeclarations(statements)) {
    scope.declare(name, isConstant ? 'constant' : 'variable');
  }
  const hoisted = functions.map((node) => ({
    slot: scope.declare(node.id.name).slot,
    make: compileFunction(node, scope),
  }));
  const run = compileStatements(statements, scope);
  return (environment) => {
    for (const { slot, make } of hoisted) environment.slots[slot] = make(environment);
    return run(environment);
  };
}

/** Runs a function's code in a new environment. */
export function runCode(
  { layout, parameterSlots, body, budget }: Code,
  outer: Environment,
  args: SandboxValue[],
): SandboxValue {
  if (callDepth >= deepestCall) {
    throw new SandboxError(`Maximum call stack size exceeded: ${deepestCall} nested calls`);
  }
  if (--budget.left < 0) throw budget.error();
  const slots = emptySlots(layout.slotCount);
  for (let index = 0; index < parameterSlots.length; index++) {
    slots[parameterSlots[index] as number] = args[index];
  }
  if (layout.argumentsSlot !== undefined)
    slots[layout.argumentsSlot] = new SandboxList(args.slice());
  callDepth++;
  try {
    const completion = body(new Environment(slots, outer));
    return completion instanceof Returned ? completion.value : undefined;
  } finally {
    callDepth--;
  }
}

/** The body of an arrow that is an expression. */
function compileAnswer(node: AnyNode, scope: Scope): Execute {
  const answer = compileExpression(node, scope);
  return (environment) => new Returned(answer(environment));
}
