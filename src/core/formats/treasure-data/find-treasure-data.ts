import { TD_SIGNED } from '../../constants.ts';
import { pickStored } from '../../pick-stored.ts';
import { valuesOf } from '../../stored-values.ts';
import { permitsStorage } from '../../consent/resolve-consent.ts';
import type { Picked, TreasureDataConfig } from '../../types.ts';
import type { FormatRun } from '../types.ts';
import { readTreasureDataId } from './treasure-data-cookies.ts';
import { hasSigned, isNoted } from './treasure-data-names.ts';

export function findStored(
  run: FormatRun,
  settings: TreasureDataConfig,
): Picked<string> | undefined {
  return pickStored(valuesOf(run.snapshot, settings.cookieName), readTreasureDataId);
}

/** The client id that is stored, else the one in memory; none in anonymous mode. */
export function findClientId(run: FormatRun, settings: TreasureDataConfig): string | undefined {
  if (!isSigned(run, settings)) return undefined;
  const stored = findStored(run, settings);
  return stored === undefined ? findInMemoryId(run) : stored.parsed;
}

export function findInMemoryId(run: FormatRun): string | undefined {
  return run.memory === undefined ? undefined : run.memory.values.client;
}

/**
 * Whether the client id may be kept. Of two notes the refusal counts, and as in the SDK a note that
 * cannot be read is one.
 */
export function isSigned(run: FormatRun, settings: TreasureDataConfig): boolean {
  if (isNoteHidden(run, settings)) return false;
  if (hasSigned(run)) return true;
  return settings.startInSignedMode && !isNoted(run, TD_SIGNED, 'false');
}

/** Whether storage was read, and local storage was not to be had. */
function isNoteHidden(run: FormatRun, settings: TreasureDataConfig): boolean {
  if (!settings.storeConsentByLocalStorage || run.snapshot.hasLocalStorage) return false;
  return run.config.storage !== 'none' && permitsStorage(run.config, run.snapshot.consent);
}
