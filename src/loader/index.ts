import { d8aFormat } from '../core/formats/d8a/d8a-format.ts';
import { createFor } from './create-for.ts';
import { readOptions } from './read-options.ts';
import type { FirstPartyId, LoaderOptions } from './types.ts';

export type { Identity } from '../core/types.ts';
export type { FirstPartyId, LoaderOptions } from './types.ts';

/** Starts keeping the identity of the page's visitor in d8a's cookies, and answers how to use it. */
export function createFirstPartyId(options: LoaderOptions = {}): FirstPartyId {
  return createFor([d8aFormat()], readOptions(options, { d8a: true }));
}
