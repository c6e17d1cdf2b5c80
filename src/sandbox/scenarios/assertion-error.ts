import { SandboxError } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';

/** What was to be and what is, when the two can be laid side by side. */
export interface Comparison {
  expected: SandboxValue;
  actual: SandboxValue;
}

/** What a scenario asserted is not so. The evaluator adds the place when it passes. */
export class AssertionError extends SandboxError {
  override name = 'AssertionError';
  readonly comparison: Comparison | undefined;

  constructor(sentence: string, comparison?: Comparison) {
    super(sentence);
    this.comparison = comparison;
  }
}
