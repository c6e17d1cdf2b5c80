import { TREASURE_DATA_DEFAULTS } from '../../constants.ts';
import { isUuid } from '../../new-uuid.ts';
import type { Config, TreasureDataConfig } from '../../types.ts';
import type { FormatRun, IdentityFormat } from '../types.ts';
import { findClientId } from './find-treasure-data.ts';
import { keepTreasureData, keepTreasureDataInMemory } from './keep-treasure-data.ts';
import { writeBackTreasureData } from './plan-treasure-data-writes.ts';
import { erasableTd, treasureDataEntries } from './treasure-data-names.ts';

/** Treasure Data's SDK: a client id in signed mode, none in anonymous mode, and no sessions. */
export function treasureDataFormat(): IdentityFormat {
  return {
    name: 'treasureData',
    isOn: (config) => config.treasureData !== undefined,
    storeOf: () => 'cookie',
    settle: (config) => config,
    entries: (config) => treasureDataEntries(tdSettingsOf(config)),
    counters: () => [],
    knownUuid: knownClientId,
    keep: (run) => keepTreasureData(run, tdSettingsOf(run.config)),
    keepInMemory: (run) => keepTreasureDataInMemory(run, tdSettingsOf(run.config)),
    writeBack: (run) => writeBackTreasureData(run, tdSettingsOf(run.config)),
    erasable: (run) => erasableTd(run, tdSettingsOf(run.config)),
  };
}

/** The settings of a format that is on. */
function tdSettingsOf(config: Config): TreasureDataConfig {
  return config.treasureData || TREASURE_DATA_DEFAULTS;
}

function knownClientId(run: FormatRun): string {
  const clientId = findClientId(run, tdSettingsOf(run.config));
  return clientId !== undefined && isUuid(clientId) ? clientId : '';
}
