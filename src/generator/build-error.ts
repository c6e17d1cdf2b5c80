import type { Problem } from '../sandbox/check/index.ts';
import { formatProblem } from '../sandbox/check/index.ts';

/** A template that is not built, with every reason at once. */
export class BuildError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'BuildError';
    this.problems = problems;
  }
}

/** Stops the build when there are problems. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new BuildError(problems);
}
