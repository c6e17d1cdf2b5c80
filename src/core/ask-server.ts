import type { FormatRun } from './formats/types.ts';
import type { Config, Snapshot } from './types.ts';

/** The endpoint is asked once a run, and never about an engagement. */
export function mayAskServer(config: Config, snapshot: Snapshot): boolean {
  if (config.serverUrl === '') return false;
  return snapshot.action !== 'engage' && snapshot.restore.state === 'notAsked';
}

/**
 * An endpoint that does not answer, or whose cookie is blocked, is asked again at the hits 2, 4, 8
 * and so on of a session, by who counts them. At the first one the session's start has asked.
 */
export function isRetryHit(run: FormatRun, hitNumber: number): boolean {
  if (!run.isHit || run.snapshot.serverId !== '') return false;
  return hitNumber > 1 && (hitNumber & (hitNumber - 1)) === 0;
}
