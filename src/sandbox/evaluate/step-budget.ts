import { SandboxError } from '../values/index.ts';

/** How long a string or a list may be before its methods cost more than the one step of their call. */
const longValue = 1000;
const itemsPerStep = 32;

/** They take the same time whatever the length. */
const quickMethods: readonly unknown[] = ['charAt', 'hasOwnProperty', 'pop', 'push'];

/**
 * What is left of the steps that a program may take. Rounds of loops and calls of functions count, and the work that
 * built-in methods do on long values; nothing else can go on for long.
 */
export class StepBudget {
  limit = Infinity;
  left = Infinity;

  /** Begins a run. The callbacks that it leaves behind go on spending. */
  refill(limit: number): void {
    this.limit = limit;
    this.left = limit;
  }

  /** A sandboxed callback's error may have been swallowed; this still tells. */
  get isExhausted(): boolean {
    return this.left < 0;
  }

  /** A call of a method of a string or a list of that length. */
  spendOn(length: number, method: unknown): void {
    if (length < longValue || quickMethods.includes(method)) return;
    this.left -= length / itemsPerStep;
    if (this.left < 0) throw this.error();
  }

  error(): SandboxError {
    return new SandboxError(`The step budget of ${this.limit} loop rounds and calls is used up`);
  }
}
