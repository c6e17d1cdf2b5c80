import { toPage } from '../../../src/sandbox/border/index.ts';
import { compileProgram, runProgram } from '../../../src/sandbox/evaluate/index.ts';
import type { SandboxValue } from '../../../src/sandbox/values/index.ts';

/** Runs the body of a template and answers what it returns, as a value of the page. */
export function evaluate(source: string, names: Record<string, SandboxValue> = {}): unknown {
  return toPage(runProgram(compileProgram(source, 'code.js'), new Map(Object.entries(names))));
}
