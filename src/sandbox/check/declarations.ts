import type { AnyNode, Identifier, Program } from 'acorn';
import type { Binding } from './names.ts';
import { walk } from './walk.ts';

export interface Declarations {
  /** The names of each block, loop, switch, function and program. */
  scopes: Map<AnyNode, Map<string, Binding>>;
  /** The identifiers that declare; they are no references. */
  declared: Set<AnyNode>;
}

type Declare = (
  pattern: AnyNode | null | undefined,
  scope: AnyNode | undefined,
  binding: Omit<Binding, 'name'>,
) => void;
type Node<Type extends AnyNode['type']> = Extract<AnyNode, { type: Type }>;
type Declarers = {
  [Type in AnyNode['type']]?: (
    node: Node<Type>,
    ancestors: readonly AnyNode[],
    declare: Declare,
  ) => void;
};

const functionScope = /Function|^Program$/;
const blockScope = /Function|^Program$|^BlockStatement$|^For|^SwitchStatement$|^CatchClause$/;

/** One entry a node type that declares. A function expression does not see its own name. */
const declarers: Declarers = {
  VariableDeclaration: declareVariables,
  FunctionDeclaration: (node, ancestors, declare) => {
    declare(node.id, nearest(ancestors, blockScope), { kind: 'function' });
    declareParameters(node, declare);
  },
  FunctionExpression: (node, _ancestors, declare) => {
    declareParameters(node, declare);
  },
  ArrowFunctionExpression: (node, _ancestors, declare) => {
    declareParameters(node, declare);
  },
  ClassDeclaration: (node, ancestors, declare) => {
    declare(node.id, nearest(ancestors, blockScope), { kind: 'let' });
  },
  CatchClause: (node, _ancestors, declare) => {
    declare(node.param, node, { kind: 'let' });
  },
  ImportSpecifier: declareImport,
  ImportDefaultSpecifier: declareImport,
  ImportNamespaceSpecifier: declareImport,
};

/** Collects what a program declares, and where. */
export function declarationsIn(program: Program): Declarations {
  const scopes: Declarations['scopes'] = new Map();
  const declared: Declarations['declared'] = new Set();
  const declare: Declare = (pattern, scope = program, binding) => {
    for (const identifier of identifiersOf(pattern)) {
      declared.add(identifier);
      const names = scopes.get(scope) ?? new Map<string, Binding>();
      names.set(identifier.name, { name: identifier.name, ...binding });
      scopes.set(scope, names);
    }
  };
  walk(program, (node, ancestors) => {
    const declarer = declarers[node.type] as
      ((node: AnyNode, ancestors: readonly AnyNode[], declare: Declare) => void) | undefined;
    declarer?.(node, ancestors, declare);
  });
  return { scopes, declared };
}

function declareVariables(
  node: Node<'VariableDeclaration'>,
  ancestors: readonly AnyNode[],
  declare: Declare,
): void {
  const scope = nearest(ancestors, node.kind === 'var' ? functionScope : blockScope);
  const kind = node.kind === 'const' || node.kind === 'var' ? node.kind : 'let';
  for (const { id, init } of node.declarations)
    declare(id, scope, init ? { kind, init } : { kind });
}

function declareParameters(node: AnyNode & { params: AnyNode[] }, declare: Declare): void {
  for (const parameter of node.params) declare(parameter, node, { kind: 'parameter' });
}

function declareImport(
  node: { local: Identifier },
  ancestors: readonly AnyNode[],
  declare: Declare,
): void {
  declare(node.local, ancestors[0], { kind: 'import' });
}

function nearest(ancestors: readonly AnyNode[], types: RegExp): AnyNode | undefined {
  return ancestors.findLast((ancestor) => types.test(ancestor.type));
}

/** Patterns are refused elsewhere; here they only must not cause a second problem. */
function identifiersOf(pattern: AnyNode | null | undefined): Identifier[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        identifiersOf(property.type === 'Property' ? property.value : property.argument),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap(identifiersOf);
    case 'AssignmentPattern':
      return identifiersOf(pattern.left);
    case 'RestElement':
      return identifiersOf(pattern.argument);
    default:
      return [];
  }
}
