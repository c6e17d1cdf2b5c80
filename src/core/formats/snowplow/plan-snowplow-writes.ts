import { toSeconds } from '../../clock.ts';
import { writeOf } from '../../stored-values.ts';
import type { Picked, SnowplowConfig, StoredWrite } from '../../types.ts';
import type { FormatRun } from '../types.ts';
import type { SnowplowChange } from './advance-snowplow-session.ts';
import { findId, haveSettingsChanged, liveValues } from './find-snowplow.ts';
import { printSnowplowId } from './snowplow-cookies.ts';
import { expiryNameOf, idNameOf, sessionNameOf, snowplowStore } from './snowplow-names.ts';
import type { SnowplowId } from './types.ts';

/** The session's cookie whenever the session is used, the id's when it has changed. */
export function planSnowplowWrites(
  run: FormatRun,
  snowplow: SnowplowConfig,
  visit: { stored: Picked<SnowplowId> | undefined; change: SnowplowChange },
): StoredWrite[] {
  const session = visit.change.isUsed ? sessionWrites(run, snowplow) : [];
  const text = idText(visit.stored, visit.change.id);
  return writesId(run, visit.stored, text)
    ? session.concat(idWrites(run, snowplow, text))
    : session;
}

/** What reading has removed: the id as it was, and the session's cookie where none is left. */
export function writeBackSnowplow(run: FormatRun, snowplow: SnowplowConfig): StoredWrite[] {
  const stored = findId(run, snowplow);
  const isIdRemoved = stored !== undefined && stored.found.isRemoved;
  const sessions = liveValues(run, snowplow, sessionNameOf(snowplow)).filter(
    (found) => found.value !== '',
  );
  const isSessionRemoved = sessions.length > 0 && sessions.every((found) => found.isRemoved);
  const writes = isSessionRemoved ? sessionWrites(run, snowplow) : [];
  return isIdRemoved ? writes.concat(idWrites(run, snowplow, stored.found.value)) : writes;
}

/** An id that has not changed keeps the text that its tracker gave it, in older forms too. */
function idText(stored: Picked<SnowplowId> | undefined, id: SnowplowId): string {
  const text = printSnowplowId(id);
  if (stored === undefined || printSnowplowId(stored.parsed) !== text) return text;
  return stored.found.value;
}

function writesId(run: FormatRun, stored: Picked<SnowplowId> | undefined, text: string): boolean {
  if (stored === undefined) return true;
  return haveSettingsChanged(run) || stored.found.value !== text;
}

function idWrites(run: FormatRun, snowplow: SnowplowConfig, text: string): StoredWrite[] {
  const entry = { name: idNameOf(snowplow), store: snowplowStore(snowplow) };
  return withExpiry(run, writeOf(run.config, entry, text));
}

function sessionWrites(run: FormatRun, snowplow: SnowplowConfig): StoredWrite[] {
  const entry = { name: sessionNameOf(snowplow), store: snowplowStore(snowplow) };
  const write = writeOf(run.config, entry, '*');
  const minutes = run.config.sessionTimeoutMinutes;
  write.maxAgeSeconds = minutes > 0 ? toSeconds(minutes * 60000) : undefined;
  return withExpiry(run, write);
}

/** Local storage has no lifetimes: the time at which a value is over lies beside it. */
function withExpiry(run: FormatRun, write: StoredWrite): StoredWrite[] {
  if (write.store === 'cookie') return [write];
  const seconds = write.maxAgeSeconds || run.config.sessionTimeoutMinutes * 60;
  const entry = { name: expiryNameOf(write.name), store: write.store };
  return [write, writeOf(run.config, entry, '' + (run.snapshot.nowMillis + seconds * 1000))];
}
