import { mayAskServer } from './ask-server.ts';
import { permitsStorage } from './consent/resolve-consent.ts';
import { isUncountedHit } from './count-hit.ts';
import { forget, withdraw } from './erase-stored.ts';
import type { FormatRun, IdentityFormat, Member } from './formats/types.ts';
import { keepInMemory } from './keep-in-memory.ts';
import { keepStored } from './keep-stored.ts';
import { memoryOf } from './page-memory.ts';
import { newUuid } from './new-uuid.ts';
import type { Config, Plan, Snapshot } from './types.ts';

/**
 * From configuration and snapshot to a plan: the one entry of the core.
 *
 * It touches nothing. The same snapshot always gives the same plan, on every host. Whether anything
 * may be kept is settled here once; what that means for its cookies, each format says.
 */
export function decide(formats: IdentityFormat[], config: Config, snapshot: Snapshot): Plan {
  const members = formats
    .filter((format) => format.isOn(config))
    .map((format) => ({ format: format, run: runOf(format, config, snapshot) }));
  if (config.oneVisitorId) shareUuid(members);
  if (snapshot.action === 'forget') return forget(members, config, snapshot);
  if (snapshot.consent.state === 'withdrawn' && config.onWithdrawal === 'erase') {
    return withdraw(members, config, snapshot);
  }
  if (!permitsStorage(config, snapshot.consent)) return keepInMemory(members, snapshot, []);
  if (config.storage === 'none') return keepInMemory(members, snapshot, ['storage_none']);
  return keepStored(members, config, snapshot);
}

function runOf(format: IdentityFormat, config: Config, snapshot: Snapshot): FormatRun {
  return {
    config: config,
    snapshot: snapshot,
    isHit: isUncountedHit(format, config, snapshot),
    mayCallServer: format.storeOf(config) === 'cookie' && mayAskServer(config, snapshot),
    memory: memoryOf(format, snapshot),
    sharedUuid: '',
  };
}

/** A visitor known in one format is known by that id wherever else they are new. */
function shareUuid(members: Member[]): void {
  const first = members[0];
  if (first === undefined) return;
  const snapshot = first.run.snapshot;
  const known = members
    .map((member) => member.format.knownUuid(member.run))
    .filter((uuid) => uuid !== '')[0];
  // What is read after a withdrawal is read to be erased.
  const isKnown = known !== undefined && snapshot.consent.state !== 'withdrawn';
  const uuid = isKnown ? known : newUuid(snapshot.randoms.slice(0, 5));
  members.forEach((member) => {
    member.run.sharedUuid = uuid;
  });
}
