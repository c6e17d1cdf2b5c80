import type { IdentityFormat } from './formats/types.ts';
import type { Config, Place, ReadEntry, Store } from './types.ts';

/**
 * The configuration with everything filled in that names depend on. A host calls this once it knows
 * where cookies stick, and uses the answer from there on.
 */
export function settleNames(formats: IdentityFormat[], config: Config, place: Place): Config {
  return formats
    .filter((format) => format.isOn(config))
    .reduce((settled, format) => format.settle(settled, place), config);
}

/** What to read before a decision: everything that this configuration keeps or looks at. */
export function storedEntries(formats: IdentityFormat[], config: Config): ReadEntry[] {
  return formats
    .filter((format) => format.isOn(config))
    .reduce((sofar, format) => sofar.concat(format.entries(config)), [] as ReadEntry[]);
}

/** Whether any format keeps its identity in this store. */
export function usesStore(formats: IdentityFormat[], config: Config, store: Store): boolean {
  return formats.some((format) => format.isOn(config) && format.storeOf(config) === store);
}

/** Whether names depend on where cookies stick, so that erasing needs to know it too. */
export function namesNeedDomain(config: Config): boolean {
  return config.snowplow !== undefined && config.snowplow.hash === '';
}
