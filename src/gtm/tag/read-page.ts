import { PAGE_STATE_VERSION } from '../../core/constants.ts';
import type { FormatMemory, PageState } from '../../core/types.ts';
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
  return isRecordOf(state.memory, isMemory);
}

function isMemory(value: unknown): boolean {
  if (getType(value) !== 'object') return false;
  return isRecordOf((value as FormatMemory).values, (text) => getType(text) === 'string');
}

function isRecordOf(value: unknown, test: (item: unknown) => boolean): boolean {
  if (getType(value) !== 'object') return false;
  const record = value as Record<string, unknown>;
  for (const key in record) {
    if (!test(record[key])) return false;
  }
  return true;
}
