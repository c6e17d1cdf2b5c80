import type { ApiHost } from '../apis/index.ts';
import { createRequire } from '../apis/create-require.ts';
import { toSandbox } from '../border/index.ts';
import { runProgram } from '../evaluate/index.ts';
import type { Program } from '../evaluate/index.ts';
import { SandboxFunction, SandboxObject } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import { runInSandbox } from './sandboxed-push.ts';

/** How a tag ended. */
export type TagEnd = 'success' | 'failure' | 'exception' | 'timeout';

/** What a run of a tag needs besides its host. */
export interface TagRun {
  program: Program;
  fields: Readonly<Record<string, unknown>>;
  tagId: string;
  eventId: number;
  /** The one of web templates unless given. */
  require?: SandboxFunction;
  /** How many rounds of loops and calls end the run with an exception. No limit unless given. */
  stepBudget?: number | undefined;
}

/**
 * Runs a tag. `onEnd` is called once at most: a tag that calls neither callback stays pending. The callbacks arrive by
 * `setTimeout` 0, so that an error after `gtmOnSuccess()` still ends the tag with an exception.
 */
export function runTag(
  run: TagRun,
  host: ApiHost,
  onEnd: (end: TagEnd, message?: string) => void,
): void {
  let hasEnded = false;
  const end = (how: TagEnd, message?: string): void => {
    if (hasEnded) return;
    hasEnded = true;
    onEnd(how, message);
  };
  const callback = (how: TagEnd): SandboxFunction =>
    new SandboxFunction('', () => {
      host.page.schedule(() => end(how));
      return undefined;
    });
  try {
    const data = createData(run, callback('success'), callback('failure'));
    const names = new Map<string, SandboxValue>([
      ['data', data],
      ['require', run.require ?? createRequire(host)],
    ]);
    runInSandbox(host.page.window, () =>
      runProgram(run.program, names, { stepBudget: run.stepBudget ?? Infinity }),
    );
  } catch (error) {
    end('exception', error instanceof Error ? error.message : String(error));
  }
}

/** A field whose value cannot be copied is there as undefined. */
function createData(
  { fields, tagId, eventId }: TagRun,
  onSuccess: SandboxFunction,
  onFailure: SandboxFunction,
): SandboxObject {
  const data = new SandboxObject();
  for (const [name, value] of Object.entries(fields)) data.properties.set(name, toSandbox(value));
  data.properties.set('gtmOnSuccess', onSuccess);
  data.properties.set('gtmOnFailure', onFailure);
  data.properties.set('gtmTagId', /^\d+$/.test(tagId) ? Number(tagId) : tagId);
  data.properties.set('gtmEventId', eventId);
  return data;
}
