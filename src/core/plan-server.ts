import { sessionNames } from './cookie-names.ts';
import { isMalformed, readClient, readSession, valuesOf } from './find-stored.ts';
import { d8aClientName, readTokenNumber } from './formats/d8a.ts';
import type { Config, Finding, Outcome, Plan, Snapshot, StoredValue } from './types.ts';

/**
 * Whether the endpoint should first bring back what is missing of a known visitor.
 *
 * A browser may shorten the life of what scripts write; the endpoint has it in its backup.
 */
export function planRestore(
  config: Config,
  snapshot: Snapshot,
  finding: Finding,
): Plan | undefined {
  if (!mayCallServer(config, snapshot)) return undefined;
  const askFor = lostNames(config, snapshot, finding);
  if (askFor.length === 0) return undefined;
  const clientName = d8aClientName(config.cookiePrefix);
  return {
    kind: 'askServer',
    askFor: askFor,
    erase: askFor.filter((name) => {
      const values = valuesOf(snapshot.stored, name);
      return name === clientName
        ? isMalformed(values, readClient)
        : isMalformed(values, readSession);
    }),
  };
}

function lostNames(config: Config, snapshot: Snapshot, finding: Finding): string[] {
  if (!isKnownVisitor(snapshot, finding)) return [];
  const client = finding.client === undefined ? [d8aClientName(config.cookiePrefix)] : [];
  return client.concat(finding.session === undefined ? sessionNames(config) : []);
}

/** One whose client ID was made on this page has nothing at the endpoint that could be lost. */
function isKnownVisitor(snapshot: Snapshot, finding: Finding): boolean {
  if (snapshot.serverId !== '') return true;
  const source = snapshot.page === undefined ? 'none' : snapshot.page.source;
  return finding.client !== undefined && source !== 'new' && source !== 'promoted';
}

/** Called when a session starts, when something is missing or in conflict; never otherwise. */
export function callsServer(config: Config, snapshot: Snapshot, outcome: Outcome): boolean {
  if (!mayCallServer(config, snapshot)) return false;
  if (outcome.change.isStarted || outcome.finding.client === undefined) return true;
  if (hasDuplicates(config, snapshot)) return true;
  return snapshot.serverId === '' && isRetryHit(readTokenNumber(outcome.change.session, 'j') || 0);
}

/**
 * An endpoint that does not answer, or whose cookie is blocked, is asked again at the hits 1, 2, 4,
 * 8 and so on of a session, not at every page view.
 */
function isRetryHit(hitIndex: number): boolean {
  const hitNumber = hitIndex + 1;
  return (hitNumber & (hitNumber - 1)) === 0;
}

/** Once a run, and only to keep cookies. */
function mayCallServer(config: Config, snapshot: Snapshot): boolean {
  if (config.serverUrl === '' || config.storage !== 'cookie') return false;
  return snapshot.action !== 'engage' && snapshot.restore.state === 'notAsked';
}

export function hasDuplicates(config: Config, snapshot: Snapshot): boolean {
  const names = [d8aClientName(config.cookiePrefix)].concat(sessionNames(config));
  return names.some((name) => isDuplicated(valuesOf(snapshot.stored, name)));
}

function isDuplicated(values: StoredValue[]): boolean {
  return values.some((found) => found.isRemoved);
}
