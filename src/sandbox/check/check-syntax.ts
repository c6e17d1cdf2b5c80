import type { AnyNode, Program } from 'acorn';
import type { SourceOptions } from './parse-source.ts';
import type { Problem } from './problem.ts';
import { refusedInScript, refusedSyntax } from './refused-syntax.ts';
import type { Refusal } from './refused-syntax.ts';
import { walk } from './walk.ts';

type Rule = (node: AnyNode, ancestors: readonly AnyNode[]) => Refusal | undefined;

/** Every construct in the tree that the sandbox does not have. */
export function checkSyntax(program: Program, { file, sourceType }: SourceOptions): Problem[] {
  const rules = {
    ...refusedSyntax,
    ...(sourceType === 'script' ? refusedInScript : {}),
  } as Partial<Record<string, Rule>>;
  const problems: Problem[] = [];
  walk(program, (node, ancestors) => {
    const refusal = rules[node.type]?.(node, ancestors);
    if (refusal) problems.push(problemAt(file, node, refusal));
  });
  return problems;
}

/** A problem at the start of a node. */
export function problemAt(file: string, node: AnyNode, [message, instead]: Refusal): Problem {
  const { line = 1, column = 0 } = node.loc?.start ?? {};
  return { file, line, column: column + 1, message, instead };
}
