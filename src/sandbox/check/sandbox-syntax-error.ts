import { formatProblem } from './problem.ts';
import type { Problem } from './problem.ts';

/** The source cannot be compiled; `problems` has every place, the message the first. */
export class SandboxSyntaxError extends Error {
  override name = 'SandboxSyntaxError';
  readonly problems: readonly [Problem, ...Problem[]];

  constructor(problems: readonly [Problem, ...Problem[]]) {
    super(formatProblem(problems[0]));
    this.problems = problems;
  }
}
