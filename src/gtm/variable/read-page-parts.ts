import { copyFromWindow, getType } from './apis.ts';
import { PAGE_PARTS } from './constants.ts';
import type { Parts } from './types.ts';

/**
 * What the tag shares as `window.firstPartyId`: one part, or for `identity` all of them.
 *
 * Each is copied on its own, because a copy of the whole would throw on some values that another
 * script may have put there.
 */
export function readPageParts(wanted: string): Parts {
  const parts: Parts = {};
  for (const name in PAGE_PARTS) {
    if (name === wanted || wanted === 'identity') {
      const value = copyFromWindow('firstPartyId.' + name);
      const isEmpty = value === '' && name !== 'cookieDomain';
      if (getType(value) === PAGE_PARTS[name] && !isEmpty) parts[name] = value;
    }
  }
  if (wanted === 'reasons' || wanted === 'identity') {
    const reasons = copyFromWindow('firstPartyId.reasons');
    if (getType(reasons) === 'array') parts.reasons = reasons;
  }
  return parts;
}
