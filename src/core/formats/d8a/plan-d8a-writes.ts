import { haveAttributesChanged, isMissing, valuesOf, writeOf } from '../../stored-values.ts';
import type { Config, Snapshot, Store, StoredWrite } from '../../types.ts';
import { printD8aClient, printD8aSession } from './d8a-cookies.ts';
import { clientNameOf, sessionNames } from './d8a-names.ts';
import { isForeign, readClient, readSession } from './find-d8a.ts';
import type { Outcome } from './types.ts';

/** The values to write: what is missing, what has changed, and what an engagement changes. */
export function planWrites(config: Config, snapshot: Snapshot, outcome: Outcome): StoredWrite[] {
  if (snapshot.action === 'engage' && outcome.change.reason !== 'engaged') return [];
  const sessions = sessionNames(config)
    .filter((name) => writesSession(config, snapshot, { name: name, outcome: outcome }))
    .map((name) => writeD8a(config, name, printD8aSession(outcome.change.session)));
  return sessions.concat(planClientWrite(config, snapshot, outcome));
}

/**
 * A script's write shortens a cookie in WebKit to seven days. So once the endpoint keeps the
 * client cookie, which its readable id shows, script never writes the same value again.
 */
function planClientWrite(config: Config, snapshot: Snapshot, outcome: Outcome): StoredWrite[] {
  const name = clientNameOf(config);
  const write = [writeD8a(config, name, printD8aClient(outcome.clientId))];
  if (isMissing(snapshot, name, readClient) || haveAttributesChanged(config, snapshot))
    return write;
  const isSliding = config.cookieUpdate && config.sessionKeeper === 'thisTag';
  const isHit = snapshot.action === 'identify' || snapshot.action === 'newSession';
  return isSliding && isHit && snapshot.serverId === '' ? write : [];
}

function writesSession(
  config: Config,
  snapshot: Snapshot,
  session: { name: string; outcome: Outcome },
): boolean {
  const values = valuesOf(snapshot, session.name);
  if (isForeign(values, readSession)) return false;
  if (isMissing(snapshot, session.name, readSession)) return true;
  if (haveAttributesChanged(config, snapshot)) return true;
  const before = session.outcome.finding.session;
  if (before === undefined) return true;
  return printD8aSession(before.parsed) !== printD8aSession(session.outcome.change.session);
}

function writeD8a(config: Config, name: string, value: string): StoredWrite {
  const store: Store = config.storage === 'localStorage' ? 'localStorage' : 'cookie';
  return writeOf(config, { name: name, store: store }, value);
}
