import { decide } from '../../core/decide.ts';
import { allFormats } from '../../core/formats/all-formats.ts';
import type { ActPlan } from '../../core/types.ts';
import { callServer } from './call-server.ts';
import { finish, finishAfterServer, noteReasons } from './finish.ts';
import { eraseValues, writeValues } from './keep-values.ts';
import { publishPage, publishProblem } from './publish.ts';
import { takeSnapshot } from './take-snapshot.ts';
import type { Run } from './types.ts';

/**
 * Decides and carries out. Where the endpoint is asked to bring back cookies first, its answer
 * leads to another look, and so does consent that has changed while the endpoint was answering.
 */
export function act(run: Run, lookAgain: () => void): void {
  if (run.consent === undefined) {
    publishProblem({ problem: 'internal_error', dataLayerName: run.form.dataLayerName }, run.close);
    return;
  }
  const plan = decide(allFormats(), run.config, takeSnapshot(run, run.consent));
  if (plan.kind === 'act') {
    carryOut(run, plan, lookAgain);
    return;
  }
  eraseValues(plan.erase);
  writeValues(run, plan.writes);
  callServer(run, '/id.gif', (isAnswered) => {
    run.restore = { state: isAnswered ? 'answered' : 'unreachable', askedFor: plan.askFor };
    lookAgain();
  });
}

function carryOut(run: Run, plan: ActPlan, lookAgain: () => void): void {
  eraseValues(plan.erase);
  writeValues(run, plan.writes);
  if (!run.isDataLayerRead) run.notes.push('data_layer_unreadable');
  if (!run.isPageOurs) run.notes.push('page_object_foreign');
  noteReasons(run, plan.page);
  // At once, so that another tag of this event sees this one's hit and identity.
  publishPage(run, plan.page);
  if (plan.server === 'none') {
    finish(run, plan.page, true);
    return;
  }
  callServer(run, plan.server === 'forget' ? '/forget.gif' : '/id.gif', () => {
    finishAfterServer(run, plan.page, lookAgain);
  });
}
