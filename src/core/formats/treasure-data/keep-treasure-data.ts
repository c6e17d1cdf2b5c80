import { newUuid } from '../../new-uuid.ts';
import { hasDuplicates } from '../../stored-values.ts';
import type { Picked, TreasureDataConfig } from '../../types.ts';
import { isHitPending } from '../pending-hit.ts';
import { quietPlan } from '../quiet-plan.ts';
import { restoreEntry } from '../restore-entry.ts';
import type { FormatActPlan, FormatPlan, FormatRun } from '../types.ts';
import {
  clientSourceOf,
  describeAnonymous,
  describeTreasureData,
  globalIdOf,
  treasureDataDetails,
  treasureDataReasons,
} from './describe-treasure-data.ts';
import { findInMemoryId, findStored, isSigned } from './find-treasure-data.ts';
import { planTreasureDataWrites } from './plan-treasure-data-writes.ts';

/** The stored client id, else the page's own promoted, else a new one; none in anonymous mode. */
export function keepTreasureData(run: FormatRun, settings: TreasureDataConfig): FormatPlan {
  if (!isSigned(run, settings)) return describeAnonymous(run);
  const stored = findStored(run, settings);
  if (stored !== undefined) return keepClientId(run, settings, stored);
  if (run.snapshot.action === 'engage') return keepTreasureDataInMemory(run, settings);
  const restore = restoreEntry(run, { name: settings.cookieName, store: 'cookie' });
  return restore === undefined ? keepClientId(run, settings, undefined) : restore;
}

function keepClientId(
  run: FormatRun,
  settings: TreasureDataConfig,
  stored: Picked<string> | undefined,
): FormatActPlan {
  const clientId = stored === undefined ? ownClientId(run) : stored.parsed;
  return {
    kind: 'act',
    writes: planTreasureDataWrites(run, settings, { clientId: clientId, stored: stored }),
    erase: [],
    callsServer: callsServerForTd(run, settings, stored),
    visitor: describeTreasureData(clientId, clientSourceOf(run, settings, stored)),
    details: treasureDataDetails(run, clientId, globalIdOf(run)),
    memory: undefined,
    reasons: treasureDataReasons(run, settings, stored),
  };
}

/** A client id that the page keeps for itself. */
export function keepTreasureDataInMemory(
  run: FormatRun,
  settings: TreasureDataConfig,
): FormatActPlan {
  if (!isSigned(run, settings)) return describeAnonymous(run);
  const clientId = ownClientId(run);
  return quietPlan({
    visitor: describeTreasureData(clientId, 'memory'),
    details: treasureDataDetails(run, clientId, ''),
    memory: { values: { client: clientId }, isHitPending: isHitPending(run) },
    reasons: ['treasure_data_id_memory'],
  });
}

function ownClientId(run: FormatRun): string {
  const inMemory = findInMemoryId(run);
  if (inMemory !== undefined) return inMemory;
  return run.sharedUuid === '' ? newUuid(run.snapshot.randoms.slice(14, 19)) : run.sharedUuid;
}

/**
 * Called when the client id is new, or in conflict. Treasure Data has no sessions: where no other
 * format has them, one page view in sixteen has the cookie renewed.
 */
function callsServerForTd(
  run: FormatRun,
  settings: TreasureDataConfig,
  stored: Picked<string> | undefined,
): boolean {
  if (!run.mayCallServer) return false;
  if (stored === undefined || hasDuplicates(run.snapshot, [settings.cookieName])) return true;
  if (run.config.d8a || run.config.snowplow !== undefined) return false;
  return ((run.snapshot.randoms[14] || 0) & 15) === 0;
}
