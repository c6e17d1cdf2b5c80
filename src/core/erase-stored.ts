import type { Member } from './formats/types.ts';
import { pageInMemory } from './keep-in-memory.ts';
import { nextPageState } from './page-state.ts';
import type { Config, Plan, Snapshot, StoredEntry } from './types.ts';

/** Consent is withdrawn: everything we keep goes, here and at the endpoint, and a new page identity begins. */
export function withdraw(members: Member[], config: Config, snapshot: Snapshot): Plan {
  const erase = erasableEntries(members);
  // The server's readable id stands for its HttpOnly ones: while it is there, there is something to forget.
  const isKnownToServer = snapshot.serverId !== '' || erase.length > 0;
  return {
    kind: 'act',
    writes: [],
    erase: erase,
    server: config.serverUrl !== '' && isKnownToServer ? 'forget' : 'none',
    page: pageInMemory(members, snapshot, erase.length > 0 ? ['erased'] : []),
  };
}

/** The page asks to forget the visitor, whatever the state of consent. */
export function forget(members: Member[], config: Config, snapshot: Snapshot): Plan {
  return {
    kind: 'act',
    writes: [],
    erase: erasableEntries(members),
    server: config.serverUrl === '' ? 'none' : 'forget',
    page: nextPageState(members, snapshot, {
      plans: [],
      why: ['forgotten'],
      cookieDomain: '',
      serverId: '',
      attributes: '',
    }),
  };
}

function erasableEntries(members: Member[]): StoredEntry[] {
  return members.reduce(
    (sofar, member) => sofar.concat(member.format.erasable(member.run)),
    [] as StoredEntry[],
  );
}
