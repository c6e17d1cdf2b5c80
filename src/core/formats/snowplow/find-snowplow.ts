import { toNearestSeconds } from '../../clock.ts';
import { newUuid } from '../../new-uuid.ts';
import { pickStored } from '../../pick-stored.ts';
import { haveAttributesChanged, valuesOf } from '../../stored-values.ts';
import { toFiniteNumber } from '../../to-finite-number.ts';
import type { Parse, Picked, SnowplowConfig, StoredValue } from '../../types.ts';
import type { FormatRun } from '../types.ts';
import { newSnowplowId, parseSnowplowId } from './snowplow-cookies.ts';
import { expiryNameOf, idNameOf, sessionNameOf, snowplowStore } from './snowplow-names.ts';
import type { SnowplowId, SnowplowStep } from './types.ts';

export function stepOf(run: FormatRun): SnowplowStep {
  return {
    nowMillis: run.snapshot.nowMillis,
    visitCount: 1,
    sessionId: newUuid(run.snapshot.randoms.slice(9, 14)),
  };
}

/** Reads an id cookie in the light of this run. */
function idParser(run: FormatRun): Parse<SnowplowId> {
  const step = stepOf(run);
  return (text) => {
    const id = parseSnowplowId(text, step);
    return id === undefined ? undefined : { value: id, bornSeconds: id.createdSeconds };
  };
}

export function findId(run: FormatRun, snowplow: SnowplowConfig): Picked<SnowplowId> | undefined {
  return pickStored(liveValues(run, snowplow, idNameOf(snowplow)), idParser(run));
}

/** Whether the stored session goes on: its cookie is there. */
export function isSessionStored(run: FormatRun, snowplow: SnowplowConfig): boolean {
  return liveValues(run, snowplow, sessionNameOf(snowplow)).some((found) => found.value !== '');
}

/** The values under a name. What local storage holds is over at the time that lies beside it. */
export function liveValues(run: FormatRun, snowplow: SnowplowConfig, name: string): StoredValue[] {
  const values = valuesOf(run.snapshot, name);
  if (snowplowStore(snowplow) === 'cookie') return values;
  const expiry = valuesOf(run.snapshot, expiryNameOf(name))[0];
  const expiresMillis = expiry === undefined ? undefined : toFiniteNumber(expiry.value);
  const isOver = expiresMillis !== undefined && expiresMillis <= run.snapshot.nowMillis;
  return isOver ? [] : values;
}

/** The id that the page keeps in memory. */
export function findInMemory(run: FormatRun): SnowplowId | undefined {
  const text = run.memory === undefined ? '' : run.memory.values.id || '';
  return parseSnowplowId(text, stepOf(run));
}

/** Whether a session that has no cookie goes on. */
export function isSessionRecent(run: FormatRun, id: SnowplowId): boolean {
  const idleSeconds = toNearestSeconds(run.snapshot.nowMillis) - id.nowSeconds;
  return idleSeconds <= run.config.sessionTimeoutMinutes * 60;
}

export function newVisitor(run: FormatRun): SnowplowId {
  return newSnowplowId(newUserId(run), stepOf(run));
}

/** A new user's id; none in anonymous mode. */
export function newUserId(run: FormatRun): string {
  const snowplow = run.config.snowplow;
  if (snowplow !== undefined && snowplow.anonymousTracking !== 'off') return '';
  return run.sharedUuid === '' ? newUuid(run.snapshot.randoms.slice(4, 9)) : run.sharedUuid;
}

/** Whether cookie settings are to be applied anew. A tracker on the page has its own. */
export function haveSettingsChanged(run: FormatRun): boolean {
  return run.config.sessionKeeper === 'thisTag' && haveAttributesChanged(run.config, run.snapshot);
}

/** Any text in the cookie opts out, as in the tracker. */
export function isOptedOut(run: FormatRun, snowplow: SnowplowConfig): boolean {
  if (snowplow.optOutCookie === '') return false;
  return valuesOf(run.snapshot, snowplow.optOutCookie).some((found) => found.value !== '');
}
