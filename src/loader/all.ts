import { allFormats } from '../core/formats/all-formats.ts';
import { createFor } from './create-for.ts';
import { FORMAT_OPTIONS, readFormatSwitches, type FormatSwitches } from './format-options.ts';
import { readOptions } from './read-options.ts';
import type { FirstPartyId, LoaderOptions } from './types.ts';

export type { Identity } from '../core/types.ts';
export type { FirstPartyId, LoaderOptions } from './types.ts';

/** Starts keeping the identity of the page's visitor in all formats that are on, and answers how to use it. */
export function createFirstPartyId(
  options: LoaderOptions & Partial<FormatSwitches> = {},
): FirstPartyId {
  const read = readOptions(options, FORMAT_OPTIONS);
  const switches = readFormatSwitches(read as unknown as FormatSwitches);
  return createFor(allFormats(), { ...read, ...switches });
}
