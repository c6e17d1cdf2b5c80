import { blankSourceFile } from 'ts-blank-space';
import ts from 'typescript';
import type { Problem } from '../sandbox/check/index.ts';
import { BuildError } from './build-error.ts';

/**
 * TypeScript without its types, everything else in the same line and column: positions in the result
 * are positions in the source. The comment of a type goes with it, and so do orders to linters and compilers.
 */
export function stripTypes(source: string, file: string): string {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const problems: Problem[] = [];
  const blanked = blankSourceFile(tree, (node) => {
    const { line, character } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    const message = 'This TypeScript has a value of its own and cannot be erased';
    const instead = 'Use plain JavaScript with types.';
    problems.push({ file, line: line + 1, column: character + 1, message, instead });
  });
  if (problems.length > 0) throw new BuildError(problems);
  const withoutOrphans = typeComments(tree, source).reduce(blankRange, blanked);
  return blankToolOrders(withoutOrphans);
}

/** Blanks comments that speak to linters and compilers. */
export function blankToolOrders(source: string): string {
  return source.replace(TOOL_ORDER, (comment) => ' '.repeat(comment.length));
}

const TOOL_ORDER = /^[ \t]*(?:\/\/|\/\*)[ \t]*(?:@ts-|eslint-|prettier-ignore).*$/gm;

/** Where the comments directly above types are. */
function typeComments(tree: ts.SourceFile, source: string): ts.CommentRange[] {
  return tree.statements
    .filter((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
    .flatMap((node) => {
      const ranges = ts.getLeadingCommentRanges(source, node.getFullStart()) ?? [];
      let below = node.getStart(tree);
      return ranges.reverse().filter((range) => {
        const touches = !/\n[ \t]*\n/.test(source.slice(range.end, below));
        if (touches) below = range.pos;
        return touches;
      });
    });
}

function blankRange(text: string, { pos, end }: ts.TextRange): string {
  return text.slice(0, pos) + text.slice(pos, end).replace(/[^\n]/g, ' ') + text.slice(end);
}
