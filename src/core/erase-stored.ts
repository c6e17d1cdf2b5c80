import { consentReasons } from './consent-reasons.ts';
import { storedNames } from './cookie-names.ts';
import { pageInMemory } from './keep-in-memory.ts';
import { nextPageState } from './page-state.ts';
import type { Config, Plan, Snapshot } from './types.ts';

/** Consent is withdrawn: everything we keep goes, here and at the endpoint, and a new page identity begins. */
export function withdraw(config: Config, snapshot: Snapshot): Plan {
  const erase = presentNames(config, snapshot);
  // The server's readable id stands for its HttpOnly ones: while it is there, there is something to forget.
  const isKnownToServer = snapshot.serverId !== '' || erase.length > 0;
  return {
    kind: 'act',
    writes: [],
    erase: erase,
    server: config.serverUrl !== '' && isKnownToServer ? 'forget' : 'none',
    page: pageInMemory(config, snapshot, erase.length > 0 ? ['erased'] : []),
  };
}

/** The page asks to forget the visitor, whatever the state of consent. */
export function forget(config: Config, snapshot: Snapshot): Plan {
  return {
    kind: 'act',
    writes: [],
    erase: presentNames(config, snapshot),
    server: config.serverUrl === '' ? 'none' : 'forget',
    page: nextPageState(config, snapshot, {
      visit: {
        clientId: '',
        session: [],
        source: 'none',
        reasons: consentReasons(snapshot.consent).concat(['forgotten']),
      },
      changes: {
        cookieDomain: '',
        serverId: '',
        memory: undefined,
        isHitPending: false,
        attributes: '',
      },
    }),
  };
}

function presentNames(config: Config, snapshot: Snapshot): string[] {
  return storedNames(config).filter((name) => {
    const values = snapshot.stored[name];
    return values !== undefined && values.length > 0;
  });
}
