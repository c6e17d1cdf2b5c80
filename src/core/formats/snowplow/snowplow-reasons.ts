import { SNOWPLOW_ID_REASONS } from '../../constants.ts';
import type { ReasonCode } from '../../reason-texts.ts';
import { hasDuplicates, wasAskedFor } from '../../stored-values.ts';
import type { Picked, SnowplowConfig, VisitorIdentity } from '../../types.ts';
import type { FormatRun } from '../types.ts';
import { findInMemory, haveSettingsChanged, liveValues } from './find-snowplow.ts';
import { idNameOf, sessionNameOf, snowplowStore } from './snowplow-names.ts';
import type { SnowplowId } from './types.ts';

/** Where the user's id comes from. */
export function sourceOfId(
  run: FormatRun,
  snowplow: SnowplowConfig,
  stored: Picked<SnowplowId> | undefined,
): VisitorIdentity['source'] {
  if (stored === undefined) return findInMemory(run) === undefined ? 'new' : 'promoted';
  if (wasAskedFor(run.snapshot, idNameOf(snowplow))) return 'restored';
  return snowplowStore(snowplow) === 'cookie' ? 'cookie' : 'localStorage';
}

/** Why it is this user. */
export function snowplowReasons(
  run: FormatRun,
  snowplow: SnowplowConfig,
  stored: Picked<SnowplowId> | undefined,
): ReasonCode[] {
  const names = [idNameOf(snowplow), sessionNameOf(snowplow)];
  const isDamaged =
    stored === undefined && liveValues(run, snowplow, idNameOf(snowplow)).length > 0;
  return when(snowplow.hashedText !== '', 'snowplow_hash_computed')
    .concat(when(snowplow.anonymousTracking !== 'off', 'snowplow_anonymous'))
    .concat(when(isDamaged, 'snowplow_id_malformed'))
    .concat([SNOWPLOW_ID_REASONS[sourceOfId(run, snowplow, stored)]])
    .concat(when(hasDuplicates(run.snapshot, names), 'duplicate_removed'))
    .concat(when(haveSettingsChanged(run), 'attributes_changed'));
}

function when(isSo: boolean, reason: ReasonCode): ReasonCode[] {
  return isSo ? [reason] : [];
}
