import type { SnowplowStep } from '../core/formats/snowplow/types.ts';
import {
  parseSnowplowId,
  printSnowplowId,
  startSnowplowSession,
} from '../core/formats/snowplow/snowplow-cookies.ts';

/**
 * The cookies of Snowplow and Treasure Data, as strictly as d8a's. A page may give Treasure Data's
 * SDK a client id of its own; that one the page can give again, so only the SDK's own form counts.
 */

const snowplowId = makeSnowplowPattern();
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const nilUuid = '00000000-0000-0000-0000-000000000000';

/** The digits at the end of Snowplow's cookie names. */
const digits = /^[0-9a-f]{4}$/;

/** Five fields, six, or ten; of those only the ids may be other than numbers, and some may be empty. */
function makeSnowplowPattern(): RegExp {
  const id = '[0-9A-Za-z-]{1,64}';
  const seconds = '[0-9]{1,15}';
  const count = '[0-9]{1,9}';
  const five = `(?:${id})?[.]${seconds}[.]${count}[.]${seconds}[.](?:${seconds})?`;
  const ten = `[.](?:${id})?[.](?:${id})?[.](?:${seconds})?[.]${count}`;
  return new RegExp(`^${five}(?:[.]${id}(?:${ten})?)?$`);
}

/** Whether a name is the prefix, these letters, and the digits of a site. */
export function isSnowplowName(name: string, start: string): boolean {
  return name.startsWith(start) && digits.test(name.slice(start.length));
}

export function isSnowplowId(value: string): boolean {
  return snowplowId.test(value);
}

/** Whether a session has begun of which no event is counted: a tracker is about to count its first. */
export function awaitsFirstEvent(value: string): boolean {
  const fields = value.split('.');
  return fields.length === 10 && fields[9] === '0';
}

/** When the visitor was last seen. */
export function lastSeenSeconds(value: string): number {
  return Number(value.split('.')[3]);
}

/** The cookie after the next session has begun. */
export function nextSnowplowSession(value: string, step: SnowplowStep): string {
  const id = parseSnowplowId(value, step);
  return id === undefined ? value : printSnowplowId(startSnowplowSession(id, step));
}

export function isTreasureDataId(value: string): boolean {
  return uuid.test(value);
}

/** The id that Snowplow's collector gives; all zeros stand for an anonymous visitor. */
export function isCollectorId(value: string): boolean {
  return uuid.test(value) && value !== nilUuid;
}
