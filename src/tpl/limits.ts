import type { RawSection } from './sections.ts';
import { TplError } from './tpl-error.ts';

/** More than ten times the largest template seen; the text of a file is read several times. */
export const mostCharacters = 4_000_000;

/** Levels of JSON or YAML in a section: both are read by recursion. */
const deepest = 500;

/** Refuses a file that would take too long to read. */
export function refuseLargeFile(text: string, file: string): void {
  if (text.length <= mostCharacters) return;
  throw new TplError(
    { file, line: 1, column: 1, section: 'file' },
    `has ${text.length} characters; accepted: at most ${mostCharacters}`,
  );
}

/** Refuses a section with too many brackets inside each other, those in texts not counted. */
export function refuseDeepNesting({ name, body, line }: RawSection, file: string): void {
  let depth = 0;
  for (const { 0: token, index } of body.matchAll(/"(?:[^"\\\n]|\\.)*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth = Math.max(0, depth - 1);
    if (depth <= deepest) continue;
    const before = body.slice(0, index).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    throw new TplError(
      { file, line: line + before.length - 1, column, section: name },
      `is nested too deeply; accepted: at most ${deepest} levels`,
    );
  }
}
