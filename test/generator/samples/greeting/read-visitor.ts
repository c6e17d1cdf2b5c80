/* eslint-disable */
// @ts-nocheck
import { localStorage } from './apis.ts';
import { NAME_KEY } from './constants.ts';
import type { Visitor } from './types.ts';

/** This comment goes with the type below it. */
type Stored = string | null;

/**
 * Reads the visitor from local storage.
 *
 * Some browsers have none.
 */
export function readVisitor(): Visitor | undefined {
  if (localStorage === undefined) return undefined;
  const name: Stored = localStorage.getItem(NAME_KEY);

  return name === null ? undefined : { name: name };
}
