import { toNearestSeconds } from '../../clock.ts';
import { toFiniteNumber } from '../../to-finite-number.ts';
import type { SnowplowId, SnowplowStep } from './types.ts';

/**
 * The two cookies of the Snowplow tracker.
 *
 * `_sp_id.<hash>` has ten fields joined by dots: user id, created, visit count, now, last visit,
 * session id, previous session id, first event id, first event's milliseconds, event index; older
 * trackers wrote the first five or six. `_sp_ses.<hash>` says by being there that the session goes on.
 */

/** What an id cookie says; `undefined` for a text that no tracker has written. */
export function parseSnowplowId(text: string, step: SnowplowStep): SnowplowId | undefined {
  const fields = text.split('.');
  if (fields.length < 5 || text.indexOf('%') !== -1) return undefined;
  const nowSeconds = toNearestSeconds(step.nowMillis);
  return {
    userId: fields[0] || '',
    createdSeconds: integerOr(fields[1], nowSeconds),
    visitCount: integerOr(fields[2], step.visitCount),
    nowSeconds: integerOr(fields[3], nowSeconds),
    lastVisitSeconds: toInteger(fields[4]),
    sessionId: textOf(fields[5]) || step.sessionId,
    previousSessionId: textOf(fields[6]),
    firstEventId: textOf(fields[7]),
    firstEventMillis: toInteger(fields[8]),
    eventIndex: integerOr(fields[9], 0),
  };
}

/** A visitor whom no cookie knows. */
export function newSnowplowId(userId: string, step: SnowplowStep): SnowplowId {
  const nowSeconds = toNearestSeconds(step.nowMillis);
  return {
    userId: userId,
    createdSeconds: nowSeconds,
    visitCount: step.visitCount,
    nowSeconds: nowSeconds,
    lastVisitSeconds: undefined,
    sessionId: step.sessionId,
    previousSessionId: '',
    firstEventId: '',
    firstEventMillis: undefined,
    eventIndex: 0,
  };
}

export function printSnowplowId(id: SnowplowId): string {
  return [
    id.userId,
    id.createdSeconds,
    id.visitCount,
    id.nowSeconds,
    numberText(id.lastVisitSeconds),
    id.sessionId,
    id.previousSessionId,
    id.firstEventId,
    numberText(id.firstEventMillis),
    id.eventIndex,
  ].join('.');
}

/** The next session of a visitor. */
export function startSnowplowSession(id: SnowplowId, step: SnowplowStep): SnowplowId {
  return {
    userId: id.userId,
    createdSeconds: id.createdSeconds,
    visitCount: id.visitCount + 1,
    nowSeconds: toNearestSeconds(step.nowMillis),
    lastVisitSeconds: id.nowSeconds,
    sessionId: step.sessionId,
    previousSessionId: id.sessionId,
    firstEventId: '',
    firstEventMillis: undefined,
    eventIndex: 0,
  };
}

/** One event more. Only a tracker knows its events' ids, so the first one's stays empty. */
export function countSnowplowEvent(id: SnowplowId, step: SnowplowStep): SnowplowId {
  return {
    userId: id.userId,
    createdSeconds: id.createdSeconds,
    visitCount: id.visitCount,
    nowSeconds: toNearestSeconds(step.nowMillis),
    lastVisitSeconds: id.lastVisitSeconds,
    sessionId: id.sessionId,
    previousSessionId: id.previousSessionId,
    firstEventId: id.firstEventId,
    firstEventMillis: id.eventIndex === 0 ? step.nowMillis : id.firstEventMillis,
    eventIndex: id.eventIndex + 1,
  };
}

/** The same id of another user; without one, nothing that ties it to the session before. */
export function withUser(id: SnowplowId, userId: string): SnowplowId {
  return {
    userId: userId,
    createdSeconds: id.createdSeconds,
    visitCount: id.visitCount,
    nowSeconds: id.nowSeconds,
    lastVisitSeconds: id.lastVisitSeconds,
    sessionId: id.sessionId,
    previousSessionId: userId === '' ? '' : id.previousSessionId,
    firstEventId: id.firstEventId,
    firstEventMillis: id.firstEventMillis,
    eventIndex: id.eventIndex,
  };
}

/** A text that is there; trackers have written `undefined` for one that is not. */
function textOf(field: string | undefined): string {
  return field === undefined || field === 'undefined' ? '' : field;
}

/** JavaScript's own reading of an integer at the beginning of a text: `12abc` is 12, `0x10` is 16. */
function toInteger(field: string | undefined): number | undefined {
  const found = (field || '').match('^[ ]*([+-]?)(0[xX][0-9a-fA-F]+|[0-9]+)');
  if (found === null) return undefined;
  const number = toFiniteNumber(found[2] || '');
  return number !== undefined && found[1] === '-' ? 0 - number : number;
}

function integerOr(field: string | undefined, otherwise: number): number {
  const number = toInteger(field);
  return number === undefined ? otherwise : number;
}

function numberText(number: number | undefined): string {
  return number === undefined ? '' : '' + number;
}
