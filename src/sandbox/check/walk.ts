import type { AnyNode } from 'acorn';

/** Called for each node, parents first; `ancestors` ends with the parent. */
export type Visit = (node: AnyNode, ancestors: readonly AnyNode[]) => void;

/** Visits a tree in the order of the source. */
export function walk(root: AnyNode, visit: Visit): void {
  step(root, [], visit);
}

/** The nodes directly below a node. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const children: AnyNode[] = [];
  for (const value of Object.values(node)) {
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) children.push(item);
    }
  }
  return children;
}

function step(node: AnyNode, ancestors: AnyNode[], visit: Visit): void {
  visit(node, ancestors);
  ancestors.push(node);
  for (const child of childrenOf(node)) step(child, ancestors, visit);
  ancestors.pop();
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}
