import { MAX_RANDOM, RANDOM_COUNT } from '../../core/constants.ts';
import type { Consent, Snapshot } from '../../core/types.ts';
import { generateRandom, getTimestampMillis, getUrl } from './apis.ts';
import type { Run } from './types.ts';

/** Everything the core decides from, as it is now. */
export function takeSnapshot(run: Run, consent: Consent): Snapshot {
  return {
    action: run.action,
    trigger: run.trigger,
    nowMillis: getTimestampMillis(),
    randoms: drawRandoms(),
    consent: consent,
    stored: run.stored,
    host: getUrl('host'),
    cookieDomain: run.cookieDomain,
    hasLocalStorage: run.hasLocalStorage,
    serverId: run.serverId,
    page: run.page,
    writer: run.shared.writer,
    eventId: run.eventId,
    restore: run.restore,
  };
}

function drawRandoms(): number[] {
  const randoms: number[] = [];
  for (let count = 0; count < RANDOM_COUNT; count++) {
    randoms.push(generateRandom(0, MAX_RANDOM));
  }
  return randoms;
}
