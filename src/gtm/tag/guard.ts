import { callLater } from './apis.ts';
import { publishProblem } from './publish.ts';
import type { Run, RunStart } from './types.ts';

/**
 * Runs a step so that the tag ends whatever happens: what a step throws goes no further than its
 * callLater, and the check behind it then ends the run.
 */
export function guard(run: Run, step: () => void): void {
  let isDone = false;
  callLater(() => {
    step();
    isDone = true;
  });
  callLater(() => {
    if (isDone) return;
    publishProblem({ problem: 'internal_error', dataLayerName: run.form.dataLayerName }, run.close);
  });
}

/** One callback for success and failure, of which only the first call counts. */
export function closeOnce(onSuccess: () => void, onFailure: () => void): RunStart['close'] {
  let isClosed = false;
  return (isSuccess) => {
    if (isClosed) return;
    isClosed = true;
    if (isSuccess) onSuccess();
    else onFailure();
  };
}
