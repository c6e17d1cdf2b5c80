import {
  isOtherD8aVersion,
  parseD8aClient,
  parseD8aSession,
  readTokenNumber,
} from './d8a-cookies.ts';
import { pickStored } from '../../pick-stored.ts';
import { toFiniteNumber } from '../../to-finite-number.ts';
import { valuesOf } from '../../stored-values.ts';
import type { Parse, Parsed, Picked, Snapshot, StoredValue } from '../../types.ts';
import type { SessionToken } from './types.ts';

export function readClient(text: string): Parsed<string> | undefined {
  const clientId = parseD8aClient(text);
  if (clientId === undefined) return undefined;
  return { value: clientId, bornSeconds: toFiniteNumber(clientId.split('.')[1] || '') || 0 };
}

export function readSession(text: string): Parsed<SessionToken[]> | undefined {
  const session = parseD8aSession(text);
  if (session === undefined) return undefined;
  return { value: session, bornSeconds: readTokenNumber(session, 's') || 0 };
}

/** The session of the first of these names that holds one; all properties share it. */
export function findSession(
  snapshot: Snapshot,
  names: string[],
): Picked<SessionToken[]> | undefined {
  let found: Picked<SessionToken[]> | undefined;
  names.forEach((name) => {
    if (found === undefined) found = pickStored(valuesOf(snapshot, name), readSession);
  });
  return found;
}

/** Whether these values are what a tracker of another version wrote, and nothing we can read. */
export function isForeign<Value>(values: StoredValue[], parse: Parse<Value>): boolean {
  const isOther = values.some((found) => isOtherD8aVersion(found.value));
  return isOther && pickStored(values, parse) === undefined;
}

/** Whether there are values, and none of them is one of ours or of another version. */
export function isMalformed<Value>(values: StoredValue[], parse: Parse<Value>): boolean {
  if (values.length === 0 || isForeign(values, parse)) return false;
  return pickStored(values, parse) === undefined;
}
