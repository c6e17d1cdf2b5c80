import type { Problem } from '../sandbox/check/index.ts';
import { refuseProblems } from './build-error.ts';
import { dropUnused } from './drop-unused.ts';
import type { FlatModule } from './flatten-module.ts';
import { flattenModule } from './flatten-module.ts';
import type { SourceModule } from './link-modules.ts';

/** A place in a source file, counted from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** All modules as one program, each line of which is a line of one source file. */
export interface JoinedProgram {
  modules: readonly FlatModule[];
  text: string;
  /** Where a line and column of the text stand in the sources. */
  placeOf(position: { line: number; column: number }): Place;
}

/** Joins modules into the one program that the sandbox runs. */
export function joinModules(sources: readonly SourceModule[]): JoinedProgram {
  const flat = sources.map(flattenModule);
  refuseProblems([...flat.flatMap(({ problems }) => problems), ...findTwins(flat)]);
  const modules = dropUnused(flat);
  const starts: { line: number; file: string }[] = [];
  const lines: string[] = [];
  for (const { code, file } of modules) {
    starts.push({ line: lines.length, file });
    lines.push(...code.split('\n'));
  }
  return {
    modules,
    text: lines.join('\n'),
    placeOf: ({ line, column }) => {
      const start = starts.findLast((module) => module.line < line);
      return { file: start?.file ?? '', line: line - (start?.line ?? 0), column };
    },
  };
}

/** One program has one name for one thing. */
function findTwins(modules: readonly FlatModule[]): Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { file, names } of modules) {
    for (const [name, place] of names) {
      const owner = owners.get(name);
      if (owner === undefined) owners.set(name, file);
      else {
        const message = `${name} is also the name of something in ${owner}`;
        problems.push({ file, ...place, message, instead: 'Give one of them another name.' });
      }
    }
  }
  return problems;
}
