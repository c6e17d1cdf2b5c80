import { permitsStorage } from './consent/resolve-consent.ts';
import { forget, withdraw } from './erase-stored.ts';
import { keepInMemory } from './keep-in-memory.ts';
import { keepStored } from './keep-stored.ts';
import type { Config, Plan, Snapshot } from './types.ts';

/**
 * From configuration and snapshot to a plan: the one entry of the core.
 *
 * It touches nothing. The same snapshot always gives the same plan, on every host.
 */
export function decide(config: Config, snapshot: Snapshot): Plan {
  if (snapshot.action === 'forget') return forget(config, snapshot);
  if (snapshot.consent.state === 'withdrawn' && config.onWithdrawal === 'erase') {
    return withdraw(config, snapshot);
  }
  if (!permitsStorage(config, snapshot.consent)) return keepInMemory(config, snapshot, []);
  if (config.storage === 'none') return keepInMemory(config, snapshot, ['storage_none']);
  if (snapshot.cookieDomain === undefined) {
    const blocked = config.storage === 'cookie' ? 'cookies_blocked' : 'local_storage_blocked';
    return keepInMemory(config, snapshot, [blocked]);
  }
  return keepStored(config, snapshot);
}
