import type { AnyNode } from 'acorn';
import { childrenOf } from './walk.ts';

/** How deep a program may be nested, in nodes: what comes after the parser goes down by recursion. */
export const nestingLimit = 1000;

/** The first node found below the limit. Does not recurse itself. */
export function findTooDeep(root: AnyNode): AnyNode | undefined {
  let level: AnyNode[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > nestingLimit) return level[0];
    level = level.flatMap(childrenOf);
  }
  return undefined;
}
