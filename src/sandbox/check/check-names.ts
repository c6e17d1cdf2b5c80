import type { AnyNode } from 'acorn';
import { problemAt } from './check-syntax.ts';
import { adviceForGlobal } from './global-advice.ts';
import type { Reference } from './names.ts';
import type { Problem } from './problem.ts';
import type { Refusal } from './refused-syntax.ts';

/** What every template has. */
const templateGlobals = ['data', 'require', 'undefined'];

/** Names that nobody declares, constants that are assigned to, and `arguments` in arrows. */
export function checkNames(
  references: readonly Reference[],
  { file, globals = [] }: { file: string; globals?: Iterable<string> | undefined },
): Problem[] {
  const known = new Set([...templateGlobals, ...globals]);
  return references.flatMap((reference) => {
    const refusal = refuseReference(reference, known);
    return refusal ? [problemAt(file, reference.node, refusal)] : [];
  });
}

function refuseReference(reference: Reference, known: ReadonlySet<string>): Refusal | undefined {
  const { binding, node } = reference;
  if (binding) return refuseAssignment(reference);
  if (node.name === 'arguments') return refuseArguments(reference);
  if (known.has(node.name)) return undefined;
  return [`${node.name} is not declared`, adviceForGlobal(node.name) ?? 'Declare it, or pass it.'];
}

function refuseAssignment({ binding, node, ancestors }: Reference): Refusal | undefined {
  const isConstant = binding?.kind === 'const' || binding?.kind === 'import';
  if (!isConstant || !isTarget(node, ancestors[ancestors.length - 1])) return undefined;
  return [`${node.name} is a constant; assigning to it is ignored`, 'Declare it with let.'];
}

function isTarget(node: AnyNode, parent: AnyNode | undefined): boolean {
  switch (parent?.type) {
    case 'AssignmentExpression':
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.left === node;
    case 'UpdateExpression':
      return true;
    default:
      return false;
  }
}

function refuseArguments({ ancestors }: Reference): Refusal | undefined {
  const owner = ancestors.findLast(({ type }) => type.includes('Function'));
  if (!owner) return ['There are no arguments outside a function', 'Use data.'];
  if (owner.type !== 'ArrowFunctionExpression') return undefined;
  return ['An arrow function has its own arguments here, unlike in JavaScript', 'Use function.'];
}
