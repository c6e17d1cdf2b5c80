import { presentEntries } from '../../stored-values.ts';
import type { Config, ReadEntry, Store } from '../../types.ts';
import type { IdentityFormat } from '../types.ts';
import { d8aNames, sessionNames } from './d8a-names.ts';
import { googleEntries } from './google-client.ts';
import { keepD8a } from './keep-d8a.ts';
import { keepD8aInMemory } from './keep-d8a-in-memory.ts';
import { planWriteBack } from './plan-d8a-writes.ts';

/** The d8a web tracker: a client cookie, and a session cookie for each property. */
export function d8aFormat(): IdentityFormat {
  return {
    name: 'd8a',
    isOn: (config) => config.d8a,
    storeOf: (config) => config.storage,
    settle: (config) => config,
    entries: (config) => d8aEntries(config).concat(googleEntries(config)),
    counters: sessionNames,
    knownUuid: () => '',
    keep: keepD8a,
    keepInMemory: keepD8aInMemory,
    writeBack: planWriteBack,
    erasable: (run) => presentEntries(run.snapshot, d8aEntries(run.config)),
  };
}

function d8aEntries(config: Config): ReadEntry[] {
  const store: Store = config.storage === 'localStorage' ? 'localStorage' : 'cookie';
  return d8aNames(config).map((name) => ({ name: name, store: store, isOurs: true }));
}
