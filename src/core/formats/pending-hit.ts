import type { FormatRun } from './types.ts';

/** Whether the page now has a page view that was counted in memory only. */
export function isHitPending(run: FormatRun): boolean {
  if (run.memory !== undefined && run.memory.isHitPending) return true;
  return run.snapshot.trigger === 'tag' && run.snapshot.action === 'identify';
}
