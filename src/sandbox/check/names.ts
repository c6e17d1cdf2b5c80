import type { AnyNode, Expression, Identifier, Program } from 'acorn';
import { declarationsIn } from './declarations.ts';
import { walk } from './walk.ts';

/** What a name stands for. */
export interface Binding {
  name: string;
  kind: 'const' | 'let' | 'var' | 'function' | 'parameter' | 'import';
  /** The value of its declaration. */
  init?: Expression;
}

/** A place where a name is read or assigned. */
export interface Reference {
  node: Identifier;
  ancestors: readonly AnyNode[];
  /** Absent: nobody declares the name. */
  binding: Binding | undefined;
}

type Node<Type extends AnyNode['type']> = Extract<AnyNode, { type: Type }>;
type Tests = {
  [Type in AnyNode['type']]?: (parent: Node<Type>, node: AnyNode) => boolean;
};

/** Where an identifier is a word and not a reference, by the type of its parent. */
const isWord: Tests = {
  MemberExpression: (parent, node) => parent.property === node && !parent.computed,
  Property: (parent, node) => parent.key === node && !parent.computed,
  MethodDefinition: (parent, node) => parent.key === node && !parent.computed,
  PropertyDefinition: (parent, node) => parent.key === node && !parent.computed,
  LabeledStatement: (parent, node) => parent.label === node,
  BreakStatement: () => true,
  ContinueStatement: () => true,
  MetaProperty: () => true,
  ImportSpecifier: () => true,
  ImportDefaultSpecifier: () => true,
  ImportNamespaceSpecifier: () => true,
  ExportSpecifier: (parent, node) => parent.local !== node,
  ExportAllDeclaration: () => true,
  FunctionExpression: (parent, node) => parent.id === node,
};

/** Every reference to a name, in the order of the source, with what it stands for. */
export function findReferences(program: Program): Reference[] {
  const { scopes, declared } = declarationsIn(program);
  const references: Reference[] = [];
  walk(program, (node, ancestors) => {
    if (node.type !== 'Identifier' || declared.has(node)) return;
    const parent = ancestors[ancestors.length - 1];
    const test =
      parent && (isWord[parent.type] as ((p: AnyNode, n: AnyNode) => boolean) | undefined);
    if (parent && test?.(parent, node)) return;
    const scope = ancestors.findLast((ancestor) => scopes.get(ancestor)?.has(node.name));
    const binding = scope && scopes.get(scope)?.get(node.name);
    references.push({ node, ancestors: [...ancestors], binding });
  });
  return references;
}
