import { NO_DETAILS } from '../../constants.ts';
import { isHitPending } from '../pending-hit.ts';
import { parseD8aClient, parseD8aSession, printD8aClient, printD8aSession } from './d8a-cookies.ts';
import { quietPlan } from '../quiet-plan.ts';
import type { FormatActPlan, FormatRun } from '../types.ts';
import { advanceSession } from './advance-d8a-session.ts';
import { describeD8a } from './describe-d8a.ts';
import { newClientId } from './new-client-id.ts';

/** A client ID and a session that the page keeps for itself. */
export function keepD8aInMemory(run: FormatRun): FormatActPlan {
  const snapshot = run.snapshot;
  const values = run.memory === undefined ? {} : run.memory.values;
  const known = parseD8aClient(values.client || '');
  const clientId = known === undefined ? newClientId(run) : known;
  const change = advanceSession(run.config, snapshot, {
    session: parseD8aSession(values.session || ''),
    isHit: snapshot.trigger === 'tag' && run.isHit,
  });
  return quietPlan({
    visitor: describeD8a(clientId, change.session, 'memory'),
    details: NO_DETAILS,
    memory: {
      values: { client: printD8aClient(clientId), session: printD8aSession(change.session) },
      isHitPending: isHitPending(run),
    },
    reasons: ['client_id_memory', change.reason],
  });
}
