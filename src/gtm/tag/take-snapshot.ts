import { MAX_RANDOM } from '../../core/constants.ts';
import type { Consent, Snapshot } from '../../core/types.ts';
import { generateRandom, getTimestampMillis } from './apis.ts';
import type { Run } from './types.ts';

/** Everything the core decides from, as it is now. */
export function takeSnapshot(run: Run, consent: Consent): Snapshot {
  return {
    action: run.action,
    trigger: run.trigger,
    nowMillis: getTimestampMillis(),
    randoms: [random(), random(), random(), random()],
    consent: consent,
    stored: run.stored,
    cookieDomain: run.cookieDomain,
    serverId: run.serverId,
    page: run.page,
    writer: run.shared.writer,
    eventId: run.eventId,
    restore: run.restore,
  };
}

function random(): number {
  return generateRandom(0, MAX_RANDOM);
}
