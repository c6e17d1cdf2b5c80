import { isRetryHit } from '../../ask-server.ts';
import { hasDuplicates } from '../../stored-values.ts';
import type { FormatPlan, FormatRun } from '../types.ts';
import { readTokenNumber } from './d8a-cookies.ts';
import { d8aNames } from './d8a-names.ts';
import type { Finding, Outcome, Reading } from './types.ts';

/**
 * Whether the endpoint should first bring back what is missing of a known visitor.
 *
 * A browser may shorten the life of what scripts write; the endpoint has it in its backup.
 */
export function planRestore(run: FormatRun, finding: Finding): FormatPlan | undefined {
  if (!run.mayCallServer) return undefined;
  const lost = lostReadings(run, finding);
  if (lost.length === 0) return undefined;
  return {
    kind: 'askServer',
    askFor: lost.map((reading) => reading.name),
    erase: lost
      .filter((reading) => reading.state === 'malformed')
      .map((reading) => ({ name: reading.name, store: 'cookie' })),
  };
}

function lostReadings(run: FormatRun, finding: Finding): Reading<unknown>[] {
  if (!isKnownVisitor(run, finding)) return [];
  const client: Reading<unknown>[] = finding.client.state === 'sound' ? [] : [finding.client];
  return finding.session === undefined ? client.concat(ownSessions(finding)) : client;
}

/** Those that are ours to write: another version's are neither lost nor started. */
function ownSessions(finding: Finding): Finding['sessions'] {
  return finding.sessions.filter((reading) => reading.state !== 'otherVersion');
}

/** One whose client ID was made on this page has nothing at the endpoint that could be lost. */
function isKnownVisitor(run: FormatRun, finding: Finding): boolean {
  if (run.snapshot.serverId !== '') return true;
  const source = run.snapshot.page === undefined ? 'none' : run.snapshot.page.source;
  return finding.client.state === 'sound' && source !== 'new' && source !== 'promoted';
}

/** Called when a session starts, when something is missing or in conflict; never otherwise. */
export function callsServerForD8a(run: FormatRun, outcome: Outcome): boolean {
  if (!run.mayCallServer) return false;
  const finding = outcome.finding;
  const isStarted = outcome.change.isStarted && ownSessions(finding).length > 0;
  if (isStarted || finding.client.state !== 'sound') return true;
  if (hasDuplicates(run.snapshot, d8aNames(run.config))) return true;
  const hitNumber = (readTokenNumber(outcome.change.session, 'j') || 0) + 1;
  return isRetryHit(run, hitNumber);
}
