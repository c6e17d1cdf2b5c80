import { GOOGLE_CLIENT_COOKIE } from '../../constants.ts';
import { pickStored } from '../../pick-stored.ts';
import { valuesOf } from '../../stored-values.ts';
import { toFiniteNumber } from '../../to-finite-number.ts';
import type { Config, Parsed, ReadEntry } from '../../types.ts';
import type { FormatRun } from '../types.ts';

/** Google Analytics' client cookie, `GA1.<n>.<random>.<seconds>`: it ends in a client ID as d8a has it. */
export function readGoogleClient(text: string): Parsed<string> | undefined {
  const found = text.match('^GA1[.][0-9-]+[.]([0-9]+[.]([0-9]+))$');
  if (found === null) return undefined;
  return { value: found[1] || '', bornSeconds: toFiniteNumber(found[2] || '') || 0 };
}

/** Google's client ID, the oldest of several, where it is to be taken over. */
export function findGoogleClientId(run: FormatRun): string | undefined {
  if (!run.config.adoptGoogleClientId) return undefined;
  const picked = pickStored(valuesOf(run.snapshot, GOOGLE_CLIENT_COOKIE), readGoogleClient);
  return picked === undefined ? undefined : picked.parsed;
}

/** The cookie is Google's: it is neither written nor erased. */
export function googleEntries(config: Config): ReadEntry[] {
  if (!config.adoptGoogleClientId) return [];
  return [{ name: GOOGLE_CLIENT_COOKIE, store: 'cookie', isOurs: false }];
}
