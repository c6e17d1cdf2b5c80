import type { Parsed } from '../../types.ts';

/**
 * Treasure Data keeps its client id as it is in one cookie. Any text can be one, since a page may
 * give its own; older SDKs have written `undefined`.
 */
export function readTreasureDataId(text: string): Parsed<string> | undefined {
  if (text === '' || text === 'undefined' || text.indexOf('%00') !== -1) return undefined;
  return { value: text, bornSeconds: 0 };
}
