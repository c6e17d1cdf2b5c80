import { NO_COMMANDS } from '../constants.ts';
import type { ConsentCommands } from '../types.ts';
import { isRecord } from './is-record.ts';

/**
 * What the consent commands in a data layer say about one type.
 *
 * A command is what `gtag('consent', 'default' | 'update', {type: 'granted' | 'denied'})` leaves
 * behind: a list of three. Anything may stand beside it, also nothing at all: what another
 * template pushed reads as `undefined`.
 */
export function readConsentCommands(entries: unknown, consentType: string): ConsentCommands {
  if (!isRecord(entries)) return NO_COMMANDS;
  const length = entries.length;
  if (typeof length !== 'number') return NO_COMMANDS;
  const found: ConsentCommands = {
    byDefault: undefined,
    byUpdate: undefined,
    anyDefaultGrants: false,
  };
  for (let index = 0; index < length; index++) {
    noteCommand(found, entries['' + index], consentType);
  }
  return found;
}

function noteCommand(found: ConsentCommands, entry: unknown, consentType: string): void {
  if (!isRecord(entry) || entry['0'] !== 'consent' || !isRecord(entry['2'])) return;
  const value = entry['2'][consentType];
  if (value === undefined || value === null) return;
  const isGranted = value === 'granted';
  if (entry['1'] === 'update') found.byUpdate = isGranted;
  if (entry['1'] !== 'default') return;
  found.byDefault = isGranted;
  if (isGranted) found.anyDefaultGrants = true;
}
