import { d8aFormat } from './d8a/d8a-format.ts';
import { snowplowFormat } from './snowplow/snowplow-format.ts';
import { treasureDataFormat } from './treasure-data/treasure-data-format.ts';
import type { IdentityFormat } from './types.ts';

/** Every format, in the order in which one of them gives the page its visitor. */
export function allFormats(): IdentityFormat[] {
  return [d8aFormat(), snowplowFormat(), treasureDataFormat()];
}
