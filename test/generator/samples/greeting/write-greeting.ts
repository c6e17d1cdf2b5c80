/* eslint-disable */
// @ts-nocheck
import { copyFromWindow, setInWindow } from './apis.ts';
import type { Visitor } from './types.ts';

/** Says the greeting once a page. */
export function greet(visitor: Visitor, greeting: string): boolean {
  if (copyFromWindow('greeting.said') === true && visitor.name.length > 0) return false;
  return setInWindow('greeting.text', greeting + ', ' + visitor.name, true);
}
