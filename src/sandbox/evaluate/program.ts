import { checkSyntax } from '../check/check-syntax.ts';
import { parseSource } from '../check/parse-source.ts';
import { SandboxSyntaxError } from '../check/sandbox-syntax-error.ts';
import { asSandboxError } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import { nodesWithClosures } from './declared-names.ts';
import { emptySlots, GlobalEnvironment } from './environment.ts';
import { compileBody, runCode } from './functions.ts';
import type { Code } from './functions.ts';
import { Scope } from './scope.ts';
import { StepBudget } from './step-budget.ts';

/** A compiled template or scenario; it can run any number of times. */
export interface Program {
  file: string;
  code: Code;
  /** Where the names of a run go. */
  globals: Scope;
  /** Shared by all its runs: one run at a time has a limit that can be relied on. */
  budget: StepBudget;
}

export interface RunOptions {
  /** How many rounds of loops and calls of functions end the run with an error. No limit unless given. */
  stepBudget?: number;
}

/** Compiles the body of a template. Throws a SandboxSyntaxError with the places of what the sandbox lacks. */
export function compileProgram(source: string, file: string): Program {
  const tree = parseSource(source, { file, sourceType: 'script' });
  const [first, ...others] = checkSyntax(tree, { file, sourceType: 'script' });
  if (first) throw new SandboxSyntaxError([first, ...others]);
  const budget = new StepBudget();
  const context = { file, closureNodes: nodesWithClosures(tree), budget };
  const globals = new Scope(context, { layout: { slotCount: 0 }, kind: 'global' });
  const scope = globals.inner('program');
  const body = compileBody(tree.body, scope);
  const code = { layout: scope.layout, parameterSlots: [], body, budget };
  return { file, code, globals, budget };
}

/** Runs a program with the given names; answers the value of its top-level return. */
export function runProgram(
  { file, code, globals, budget }: Program,
  names: ReadonlyMap<string, SandboxValue>,
  options: RunOptions = {},
): SandboxValue {
  budget.refill(options.stepBudget ?? Infinity);
  const slots = emptySlots(globals.layout.slotCount);
  for (const [name, { slot }] of globals.names) slots[slot] = names.get(name);
  try {
    return runCode(code, new GlobalEnvironment(slots, names), []);
  } catch (error) {
    throw asSandboxError(error).locate(file);
  }
}
