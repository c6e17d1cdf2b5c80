import type { ConfigurationProblem } from '../types.ts';

/** The configuration cannot be used; the message has one line for each refused option. */
export class ConfigurationError extends Error {
  readonly problems: readonly ConfigurationProblem[];

  constructor(problems: readonly ConfigurationProblem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ConfigurationError';
    this.problems = problems;
  }
}

function formatProblem({ path, value, accepted }: ConfigurationProblem): string {
  return `${path}: ${value} is refused. Accepted: ${accepted}.`;
}
