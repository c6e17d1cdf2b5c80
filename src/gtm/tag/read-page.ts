import { PAGE_STATE_VERSION } from '../../core/constants.ts';
import type { PageState } from '../../core/types.ts';
import { copyFromWindow, getType } from './apis.ts';
import type { Run } from './types.ts';

/** The page's shared state, from any tag or loader; where the name is taken, only our own. */
export function readPage(run: Run): void {
  run.page = run.shared.page;
  const value = copyFromWindow('firstPartyId');
  if (value === undefined) run.isPageOurs = true;
  if (!isPageState(value)) return;
  run.isPageOurs = true;
  run.page = value;
}

function isPageState(value: unknown): value is PageState {
  if (getType(value) !== 'object') return false;
  const state = value as PageState;
  if (state.version !== PAGE_STATE_VERSION || getType(state.claims) !== 'object') return false;
  if (getType(state.startedMillis) !== 'number' || getType(state.consent) !== 'string')
    return false;
  if (getType(state.attributes) !== 'string') return false;
  if (state.memory === undefined) return true;
  return getType(state.memory.client) === 'string' && getType(state.memory.session) === 'string';
}
