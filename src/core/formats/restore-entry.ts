import { presentEntries } from '../stored-values.ts';
import type { StoredEntry } from '../types.ts';
import type { FormatPlan, FormatRun } from './types.ts';

/** Asks for a cookie that is not there: a visitor whom the server knows may have had it. */
export function restoreEntry(run: FormatRun, entry: StoredEntry): FormatPlan | undefined {
  if (!run.mayCallServer || run.snapshot.serverId === '') return undefined;
  return {
    kind: 'askServer',
    askFor: [entry.name],
    erase: presentEntries(run.snapshot, [entry]),
  };
}
