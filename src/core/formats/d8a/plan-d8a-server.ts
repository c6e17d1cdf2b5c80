import { isRetryHit } from '../../ask-server.ts';
import { hasDuplicates, valuesOf } from '../../stored-values.ts';
import type { FormatPlan, FormatRun } from '../types.ts';
import { readTokenNumber } from './d8a-cookies.ts';
import { clientNameOf, d8aNames, sessionNames } from './d8a-names.ts';
import { isMalformed, readClient, readSession } from './find-d8a.ts';
import type { Finding, Outcome } from './types.ts';

/**
 * Whether the endpoint should first bring back what is missing of a known visitor.
 *
 * A browser may shorten the life of what scripts write; the endpoint has it in its backup.
 */
export function planRestore(run: FormatRun, finding: Finding): FormatPlan | undefined {
  if (!run.mayCallServer) return undefined;
  const askFor = lostNames(run, finding);
  if (askFor.length === 0) return undefined;
  const clientName = clientNameOf(run.config);
  return {
    kind: 'askServer',
    askFor: askFor,
    erase: askFor
      .filter((name) => {
        const values = valuesOf(run.snapshot, name);
        return name === clientName
          ? isMalformed(values, readClient)
          : isMalformed(values, readSession);
      })
      .map((name) => ({ name: name, store: 'cookie' })),
  };
}

function lostNames(run: FormatRun, finding: Finding): string[] {
  if (!isKnownVisitor(run, finding)) return [];
  const client = finding.client === undefined ? [clientNameOf(run.config)] : [];
  return client.concat(finding.session === undefined ? sessionNames(run.config) : []);
}

/** One whose client ID was made on this page has nothing at the endpoint that could be lost. */
function isKnownVisitor(run: FormatRun, finding: Finding): boolean {
  if (run.snapshot.serverId !== '') return true;
  const source = run.snapshot.page === undefined ? 'none' : run.snapshot.page.source;
  return finding.client !== undefined && source !== 'new' && source !== 'promoted';
}

/** Called when a session starts, when something is missing or in conflict; never otherwise. */
export function callsServerForD8a(run: FormatRun, outcome: Outcome): boolean {
  if (!run.mayCallServer) return false;
  if (outcome.change.isStarted || outcome.finding.client === undefined) return true;
  if (hasDuplicates(run.snapshot, d8aNames(run.config))) return true;
  const hitNumber = (readTokenNumber(outcome.change.session, 'j') || 0) + 1;
  return run.snapshot.serverId === '' && isRetryHit(hitNumber);
}
