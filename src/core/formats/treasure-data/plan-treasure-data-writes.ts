import { haveAttributesChanged, writeOf } from '../../stored-values.ts';
import type { Picked, StoredWrite, TreasureDataConfig } from '../../types.ts';
import type { FormatRun } from '../types.ts';

/** The client id, when it is missing or its lifetime starts anew. SameSite is None, as the SDK has it. */
export function planTreasureDataWrites(
  run: FormatRun,
  settings: TreasureDataConfig,
  visitor: { clientId: string; stored: Picked<string> | undefined },
): StoredWrite[] {
  const config = run.config;
  const snapshot = run.snapshot;
  if (snapshot.action === 'engage') return [];
  const stored = visitor.stored;
  const isMissing = stored === undefined || stored.found.isRemoved;
  // Once the endpoint keeps the cookie, a script's write would only shorten it.
  const isSliding = config.cookieUpdate && config.sessionKeeper === 'thisTag';
  const isDue =
    isMissing || haveAttributesChanged(config, snapshot) || (isSliding && snapshot.serverId === '');
  if (!isDue) return [];
  const write = writeOf(config, { name: settings.cookieName, store: 'cookie' }, visitor.clientId);
  write.sameSite = 'None';
  return [write];
}
