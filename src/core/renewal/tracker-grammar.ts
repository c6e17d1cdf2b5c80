import {
  parseSnowplowId,
  printSnowplowId,
  startSnowplowSession,
} from '../formats/snowplow/snowplow-cookies.ts';
import type { SnowplowStep } from '../formats/snowplow/types.ts';
import { toFiniteNumber } from '../to-finite-number.ts';

/**
 * The cookies of Snowplow and Treasure Data, as strictly as d8a's. A page may give Treasure Data's
 * SDK a client id of its own; that one the page can give again, so only the SDK's own form counts.
 */

/** Whether a name is these letters and the digits of a site. */
export function isSnowplowName(name: string, start: string): boolean {
  return name.indexOf(start) === 0 && name.slice(start.length).match('^[0-9a-f]{4}$') !== null;
}

/** Five fields, six, or ten; of those only the ids may be other than numbers, and some may be empty. */
export function isSnowplowId(value: string): boolean {
  const id = '[0-9A-Za-z-]{1,64}';
  const seconds = '[0-9]{1,15}';
  const count = '[0-9]{1,9}';
  const five =
    '(' + id + ')?[.]' + seconds + '[.]' + count + '[.]' + seconds + '[.](' + seconds + ')?';
  const ten = '[.](' + id + ')?[.](' + id + ')?[.](' + seconds + ')?[.]' + count;
  return value.match('^' + five + '([.]' + id + '(' + ten + ')?)?$') !== null;
}

/** Whether a session has begun of which no event is counted: a tracker is about to count its first. */
export function awaitsFirstEvent(value: string): boolean {
  const fields = value.split('.');
  return fields.length === 10 && fields[9] === '0';
}

/** When the visitor was last seen. */
export function lastSeenSeconds(value: string): number {
  return toFiniteNumber(value.split('.')[3] || '') || 0;
}

/** The cookie after the next session has begun. */
export function nextSnowplowSession(value: string, step: SnowplowStep): string {
  const id = parseSnowplowId(value, step);
  return id === undefined ? value : printSnowplowId(startSnowplowSession(id, step));
}

export function isTreasureDataId(value: string): boolean {
  return value.match('^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') !== null;
}

/** The id that Snowplow's collector gives; all zeros stand for an anonymous visitor. */
export function isCollectorId(value: string): boolean {
  return isTreasureDataId(value) && value !== '00000000-0000-0000-0000-000000000000';
}
