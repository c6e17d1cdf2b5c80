import { haveAttributesChanged, writeOf } from '../../stored-values.ts';
import type { FormatRun } from '../types.ts';
import type { Config, Snapshot, Store, StoredWrite } from '../../types.ts';
import { printD8aClient, printD8aSession } from './d8a-cookies.ts';
import { findD8a } from './find-d8a.ts';
import type { Outcome, Reading } from './types.ts';

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
  const finding = findD8a(run);
  return removedTexts(finding.sessions, printD8aSession)
    .concat(removedTexts([finding.client], printD8aClient))
    .map((removed) => writeD8a(run.config, removed.name, removed.text));
}

function removedTexts<Value>(
  readings: Reading<Value>[],
  print: (value: Value) => string,
): { name: string; text: string }[] {
  const removed: { name: string; text: string }[] = [];
  readings.forEach((reading) => {
    if (reading.state !== 'sound' || !reading.isRemoved) return;
    removed.push({ name: reading.name, text: print(reading.value) });
  });
  return removed;
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
