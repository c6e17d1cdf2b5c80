import { haveAttributesChanged, isMissing, writeOf } from '../../stored-values.ts';
import type { StoredWrite, TreasureDataConfig } from '../../types.ts';
import type { FormatRun } from '../types.ts';
import { readTreasureDataId } from './treasure-data-cookies.ts';

/** The client id, when it is missing or its lifetime starts anew. SameSite is None, as the SDK has it. */
export function planTreasureDataWrites(
  run: FormatRun,
  settings: TreasureDataConfig,
  clientId: string,
): StoredWrite[] {
  const config = run.config;
  const snapshot = run.snapshot;
  if (snapshot.action === 'engage') return [];
  const isDue =
    isMissing(snapshot, settings.cookieName, readTreasureDataId) ||
    haveAttributesChanged(config, snapshot);
  // Once the endpoint keeps the cookie, a script's write would only shorten it.
  const isSliding = config.cookieUpdate && config.sessionKeeper === 'thisTag';
  if (!isDue && !(isSliding && snapshot.serverId === '')) return [];
  const write = writeOf(config, { name: settings.cookieName, store: 'cookie' }, clientId);
  write.sameSite = 'None';
  return [write];
}
