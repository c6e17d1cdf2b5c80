import { SandboxError } from '../values/index.ts';

/** What a scenario asserted is not so. The evaluator adds the place when it passes. */
export class AssertionError extends SandboxError {
  override name = 'AssertionError';
}
