import type { Config, Snapshot } from './types.ts';

/** The endpoint is asked once a run, and never about an engagement. */
export function mayAskServer(config: Config, snapshot: Snapshot): boolean {
  if (config.serverUrl === '') return false;
  return snapshot.action !== 'engage' && snapshot.restore.state === 'notAsked';
}

/**
 * An endpoint that does not answer, or whose cookie is blocked, is asked again at the hits 1, 2, 4,
 * 8 and so on of a session, not at every page view.
 */
export function isRetryHit(hitNumber: number): boolean {
  return (hitNumber & (hitNumber - 1)) === 0;
}
