import type { AnyNode, Program } from 'acorn';
import type { SourceOptions } from './parse-source.ts';
import type { Problem } from './problem.ts';
import { refusedInScript, refusedSyntax, uncertainSyntax } from './refused-syntax.ts';
import type { Refusal } from './refused-syntax.ts';
import { walk } from './walk.ts';

type Rule = (node: AnyNode, ancestors: readonly AnyNode[]) => Refusal | undefined;
type Table = Partial<Record<string, Rule>>;

/** Every construct in the tree that the sandbox does not have. */
export function checkSyntax(program: Program, { file, sourceType }: SourceOptions): Problem[] {
  const refused =
    sourceType === 'script' ? { ...refusedSyntax, ...refusedInScript } : refusedSyntax;
  return applyRules(program, refused as Table, file);
}

/** Every construct that runs here and may run at Google's. */
export function checkUncertainSyntax(program: Program, file: string): Problem[] {
  return applyRules(program, uncertainSyntax as Table, file);
}

/** A problem at the start of a node. */
export function problemAt(file: string, node: AnyNode, [message, instead]: Refusal): Problem {
  const { line = 1, column = 0 } = node.loc?.start ?? {};
  return { file, line, column: column + 1, message, instead };
}

function applyRules(program: Program, rules: Table, file: string): Problem[] {
  const problems: Problem[] = [];
  walk(program, (node, ancestors) => {
    const refusal = rules[node.type]?.(node, ancestors);
    if (refusal) problems.push(problemAt(file, node, refusal));
  });
  return problems;
}
