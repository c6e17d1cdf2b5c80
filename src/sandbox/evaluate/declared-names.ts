import type { AnyNode, FunctionDeclaration, Statement, VariableDeclaration } from 'acorn';
import { childrenOf } from '../check/walk.ts';

/** The names that `var` declares in a function, in whatever block. */
export function varNames(node: AnyNode): string[] {
  if (isFunction(node)) return [];
  const own = node.type === 'VariableDeclaration' && node.kind === 'var' ? namesOf(node) : [];
  return own.concat(childrenOf(node).flatMap(varNames));
}

/** The functions that a list of statements declares. */
export function declaredFunctions(statements: readonly AnyNode[]): FunctionDeclaration[] {
  return statements.filter(
    (statement): statement is FunctionDeclaration => statement.type === 'FunctionDeclaration',
  );
}

/** The names that `let` and `const` declare directly in a list of statements. */
export function lexicalDeclarations(
  statements: readonly (Statement | AnyNode)[],
): { name: string; isConstant: boolean }[] {
  return statements.flatMap((statement) => {
    if (statement.type !== 'VariableDeclaration' || statement.kind === 'var') return [];
    return namesOf(statement).map((name) => ({ name, isConstant: statement.kind === 'const' }));
  });
}

/** Every node with a function inside, so that a loop knows whether its variables can be captured. */
export function nodesWithClosures(root: AnyNode): Set<AnyNode> {
  const found = new Set<AnyNode>();
  const visit = (node: AnyNode): boolean => {
    const inner = childrenOf(node).map(visit);
    const hasClosure = isFunction(node) || inner.includes(true);
    if (hasClosure) found.add(node);
    return hasClosure;
  };
  visit(root);
  return found;
}

/** The checker has refused patterns. */
function namesOf(declaration: VariableDeclaration): string[] {
  return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
}

function isFunction(node: AnyNode): boolean {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  );
}
