import { MAX_RANDOM } from '../../core/constants.ts';
import { generateRandom, templateStorage } from './apis.ts';
import type { SharedState } from './types.ts';

/** The one state of this template in this container; template storage keeps it by reference. */
export function sharedState(): SharedState {
  const known = templateStorage.getItem('state');
  if (known !== null && known !== undefined) return known as SharedState;
  const fresh: SharedState = {
    writer: 'gtm.' + generateRandom(0, MAX_RANDOM),
    listening: {},
    heardUpdates: {},
    calls: [],
    page: undefined,
  };
  templateStorage.setItem('state', fresh);
  return fresh;
}
