import { SNOWPLOW_DEFAULTS } from '../../constants.ts';
import { presentEntries } from '../../stored-values.ts';
import type { Config, ReadEntry, SnowplowConfig } from '../../types.ts';
import { isUuid } from '../../new-uuid.ts';
import type { FormatRun, IdentityFormat } from '../types.ts';
import { findId, findInMemory, isOptedOut } from './find-snowplow.ts';
import { keepSnowplow } from './keep-snowplow.ts';
import { keepSnowplowInMemory } from './keep-snowplow-in-memory.ts';
import { writeBackSnowplow } from './plan-snowplow-writes.ts';
import { sessionNameOf, settleSnowplow, snowplowEntries, snowplowStore } from './snowplow-names.ts';

/** The Snowplow tracker: one cookie for user and session, one that lives as long as a session. */
export function snowplowFormat(): IdentityFormat {
  return {
    name: 'snowplow',
    isOn: (config) => config.snowplow !== undefined,
    storeOf: (config) => {
      const snowplow = snowplowSettingsOf(config);
      return snowplow.stateStorage === 'none' ? 'none' : snowplowStore(snowplow);
    },
    settle: settleSnowplow,
    entries: entriesOf,
    counters: (config) => [sessionNameOf(snowplowSettingsOf(config))],
    knownUuid: knownUserId,
    keep: (run) => keepSnowplow(run, snowplowSettingsOf(run.config)),
    keepInMemory: (run) => keepSnowplowInMemory(run, snowplowSettingsOf(run.config)),
    writeBack: (run) => writeBackSnowplow(run, snowplowSettingsOf(run.config)),
    erasable: (run) =>
      presentEntries(run.snapshot, snowplowEntries(snowplowSettingsOf(run.config))),
  };
}

/** The settings of a format that is on. */
function snowplowSettingsOf(config: Config): SnowplowConfig {
  return config.snowplow || SNOWPLOW_DEFAULTS;
}

/** The opt-out cookie is the page's own. */
function entriesOf(config: Config): ReadEntry[] {
  const snowplow = snowplowSettingsOf(config);
  const own = snowplowEntries(snowplow);
  if (snowplow.optOutCookie === '') return own;
  return own.concat([{ name: snowplow.optOutCookie, store: 'cookie', isOurs: false }]);
}

function knownUserId(run: FormatRun): string {
  const snowplow = snowplowSettingsOf(run.config);
  if (snowplow.anonymousTracking !== 'off' || isOptedOut(run, snowplow)) return '';
  const stored = findId(run, snowplow);
  const id = stored === undefined ? findInMemory(run) : stored.parsed;
  return id !== undefined && isUuid(id.userId) ? id.userId : '';
}
