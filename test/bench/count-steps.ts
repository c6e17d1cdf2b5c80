import { StepBudget } from '../../src/sandbox/evaluate/step-budget.ts';

/** Rounds of loops and calls of functions that templates take while `run` runs. */
export async function countSteps(run: () => Promise<unknown>): Promise<number> {
  const limit = Number.MAX_SAFE_INTEGER;
  const budgets = new Set<StepBudget>();
  const { refill } = StepBudget.prototype;
  StepBudget.prototype.refill = function (this: StepBudget) {
    refill.call(this, limit);
    budgets.add(this);
  };
  try {
    await run();
  } finally {
    StepBudget.prototype.refill = refill;
  }
  return [...budgets].reduce((total, { left }) => total + limit - left, 0);
}
