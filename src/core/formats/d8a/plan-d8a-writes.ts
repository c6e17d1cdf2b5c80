import { hasDuplicates, haveAttributesChanged, writeOf } from '../../stored-values.ts';
import type { FormatRun } from '../types.ts';
import type { Config, Snapshot, Store, StoredWrite } from '../../types.ts';
import { printD8aClient, printD8aSession } from './d8a-cookies.ts';
import { d8aNames } from './d8a-names.ts';
import { findD8a } from './find-d8a.ts';
import type { Outcome, Reading, SoundReading } from './types.ts';

/** The values to write: what is missing, what has changed, and what an engagement changes. */
export function planWrites(config: Config, snapshot: Snapshot, outcome: Outcome): StoredWrite[] {
  if (snapshot.action === 'engage' && outcome.change.reason !== 'engaged') return [];
  const before = outcome.finding.session;
  const text = printD8aSession(outcome.change.session);
  const isChanged =
    before === undefined ||
    printD8aSession(before) !== text ||
    haveAttributesChanged(config, snapshot);
  const sessions = outcome.finding.sessions
    .filter(
      (reading) => reading.state !== 'otherVersion' && (isChanged || reading.state !== 'sound'),
    )
    .map((reading) => writeD8a(config, reading.name, text));
  return sessions.concat(planClientWrite(config, snapshot, outcome));
}

/** What reading has removed, as it was. */
export function planWriteBack(run: FormatRun): StoredWrite[] {
  // All is read once more for this, and nearly never has anything been removed.
  if (!hasDuplicates(run.snapshot, d8aNames(run.config))) return [];
  const finding = findD8a(run);
  const config = run.config;
  return finding.sessions
    .filter(isRemoved)
    .map((session) => writeD8a(config, session.name, printD8aSession(session.value)))
    .concat(
      [finding.client]
        .filter(isRemoved)
        .map((client) => writeD8a(config, client.name, printD8aClient(client.value))),
    );
}

function isRemoved<Value>(reading: Reading<Value>): reading is SoundReading<Value> {
  return reading.state === 'sound' && reading.isRemoved;
}

/**
 * A script's write shortens a cookie in WebKit to seven days. So once the endpoint keeps the
 * client cookie, which its readable id shows, script never writes the same value again.
 */
function planClientWrite(config: Config, snapshot: Snapshot, outcome: Outcome): StoredWrite[] {
  const client = outcome.finding.client;
  const write = [writeD8a(config, client.name, printD8aClient(outcome.clientId))];
  if (client.state !== 'sound' || haveAttributesChanged(config, snapshot)) return write;
  const isSliding = config.cookieUpdate && config.sessionKeeper === 'thisTag';
  const isHit = snapshot.action === 'identify' || snapshot.action === 'newSession';
  return isSliding && isHit && snapshot.serverId === '' ? write : [];
}

function writeD8a(config: Config, name: string, value: string): StoredWrite {
  const store: Store = config.storage === 'localStorage' ? 'localStorage' : 'cookie';
  return writeOf(config, { name: name, store: store }, value);
}
