import { haveAttributesChanged, writeOf } from '../../stored-values.ts';
import type { Config, Picked, StoredWrite, TreasureDataConfig } from '../../types.ts';
import type { FormatRun } from '../types.ts';
import { findStored } from './find-treasure-data.ts';

/** The client id, when it is missing or its lifetime starts anew. SameSite is None, as the SDK has it. */
export function planTreasureDataWrites(
  run: FormatRun,
  settings: TreasureDataConfig,
  visitor: { clientId: string; stored: Picked<string> | undefined },
): StoredWrite[] {
  const config = run.config;
  const snapshot = run.snapshot;
  if (snapshot.action === 'engage') return [];
  // Once the endpoint keeps the cookie, a script's write would only shorten it.
  const isSliding = config.cookieUpdate && config.sessionKeeper === 'thisTag';
  const isDue =
    visitor.stored === undefined ||
    haveAttributesChanged(config, snapshot) ||
    (isSliding && snapshot.serverId === '');
  return isDue ? [writeClientId(config, settings, visitor.clientId)] : [];
}

/** A client id that reading has removed goes back as it was, in anonymous mode too. */
export function writeBackTreasureData(run: FormatRun, settings: TreasureDataConfig): StoredWrite[] {
  const stored = findStored(run, settings);
  if (stored === undefined || !stored.found.isRemoved) return [];
  return [writeClientId(run.config, settings, stored.parsed)];
}

function writeClientId(
  config: Config,
  settings: TreasureDataConfig,
  clientId: string,
): StoredWrite {
  const write = writeOf(config, { name: settings.cookieName, store: 'cookie' }, clientId);
  write.sameSite = 'None';
  return write;
}
