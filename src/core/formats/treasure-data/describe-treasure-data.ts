import { NOBODY, TD_BLOCK_EVENTS, TD_GLOBAL, TREASURE_DATA_ID_REASONS } from '../../constants.ts';
import type { ReasonCode } from '../../reason-texts.ts';
import { storageReasons, valuesOf, wasAskedFor } from '../../stored-values.ts';
import type { Picked, TreasureDataConfig, VisitorIdentity } from '../../types.ts';
import { quietPlan } from '../quiet-plan.ts';
import type { FormatActPlan, FormatDetails, FormatRun } from '../types.ts';
import { findInMemoryId } from './find-treasure-data.ts';
import { isNoted } from './treasure-data-names.ts';

/** A client id in the words of all formats; there is no session. */
export function describeTreasureData(
  clientId: string,
  source: VisitorIdentity['source'],
): VisitorIdentity {
  return {
    clientId: clientId,
    sessionId: '',
    sessionNumber: 0,
    isNewSession: false,
    engaged: false,
    hitNumber: 0,
    source: source,
  };
}

/** The id across sites, which the SDK may have fetched. */
export function globalIdOf(run: FormatRun): string {
  const found = valuesOf(run.snapshot, TD_GLOBAL)[0];
  return found === undefined ? '' : found.value;
}

/** And in Treasure Data's own; in anonymous mode no id at all. */
export function treasureDataDetails(
  run: FormatRun,
  clientId: string,
  globalId: string,
): FormatDetails {
  return {
    snowplow: undefined,
    treasureData: {
      clientId: clientId,
      globalId: globalId,
      isSigned: clientId !== '',
      areEventsBlocked: isNoted(run, TD_BLOCK_EVENTS, 'true'),
    },
  };
}

/** A visitor in anonymous mode: nothing is kept, not even for the page. */
export function describeAnonymous(run: FormatRun): FormatActPlan {
  return quietPlan({
    visitor: NOBODY,
    details: treasureDataDetails(run, '', ''),
    memory: undefined,
    reasons: ['treasure_data_anonymous'],
  });
}

/** Where the client id comes from. */
export function clientSourceOf(
  run: FormatRun,
  settings: TreasureDataConfig,
  stored: Picked<string> | undefined,
): VisitorIdentity['source'] {
  if (stored === undefined) return findInMemoryId(run) === undefined ? 'new' : 'promoted';
  return wasAskedFor(run.snapshot, settings.cookieName) ? 'restored' : 'cookie';
}

/** Why it is this client id. */
export function treasureDataReasons(
  run: FormatRun,
  settings: TreasureDataConfig,
  stored: Picked<string> | undefined,
): ReasonCode[] {
  const name = settings.cookieName;
  const reasons: ReasonCode[] = [];
  if (stored === undefined && valuesOf(run.snapshot, name).length > 0) {
    reasons.push('treasure_data_id_malformed');
  }
  reasons.push(TREASURE_DATA_ID_REASONS[clientSourceOf(run, settings, stored)]);
  return reasons.concat(storageReasons(run.config, run.snapshot, [name]));
}
