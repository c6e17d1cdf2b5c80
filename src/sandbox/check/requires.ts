import type { AnyNode, CallExpression } from 'acorn';
import type { Binding, Reference } from './names.ts';

export type LiteralValue = string | boolean | number | undefined;

/** A call through the binding of an API; an argument that is not a literal is undefined. */
export interface ApiCall {
  line: number;
  column: number;
  /** Of an API that is an object. */
  method?: string;
  literals: LiteralValue[];
}

/** One `require('…')` and every call that is made through it. Lines and columns count from 1. */
export interface RequireUse {
  api: string;
  line: number;
  column: number;
  binding?: string;
  calls: ApiCall[];
  /** The API is also used as a value, so that there may be calls which are not listed. */
  isPassedOn: boolean;
}

/** A require before it is known what is called through it. */
export interface RequireCall {
  node: CallExpression;
  ancestors: readonly AnyNode[];
  /** Absent: the argument is not a string literal. */
  api: string | undefined;
}

/** The calls of the global `require`. */
export function findRequireCalls(references: readonly Reference[]): RequireCall[] {
  return references.flatMap(({ node, binding, ancestors }) => {
    const call = ancestors[ancestors.length - 1];
    if (binding || node.name !== 'require') return [];
    if (call?.type !== 'CallExpression' || call.callee !== node) return [];
    const name = call.arguments.length === 1 ? call.arguments[0] : undefined;
    const api = name?.type === 'Literal' && typeof name.value === 'string' ? name.value : undefined;
    return [{ node: call, ancestors: ancestors.slice(0, -1), api }];
  });
}

/** What each require is used for. */
export function describeRequires(
  requireCalls: readonly RequireCall[],
  references: readonly Reference[],
): RequireUse[] {
  const valueOf = literalReader(references);
  return requireCalls.flatMap(({ node, ancestors, api }) => {
    if (api === undefined) return [];
    const binding = bindingOf(node, ancestors[ancestors.length - 1], references);
    const uses = binding
      ? references.filter((reference) => reference.binding === binding && !isTarget(reference))
      : [{ node, ancestors }];
    const calls = uses.map((use) => apiCall(use.node, use.ancestors, valueOf));
    return [
      {
        api,
        ...startOf(node),
        ...(binding ? { binding: binding.name } : {}),
        calls: calls.filter((call) => call !== undefined),
        isPassedOn: calls.includes(undefined),
      },
    ];
  });
}

/** The name that a require is kept under: `const x = require('…')` or `x = require('…')`. */
export function bindingOf(
  node: AnyNode,
  parent: AnyNode | undefined,
  references: readonly Reference[],
): Binding | undefined {
  if (parent?.type === 'VariableDeclarator') {
    const used = references.find(({ binding }) => binding?.init === node)?.binding;
    return (
      used ??
      (parent.id.type === 'Identifier' ? { name: parent.id.name, kind: 'const' } : undefined)
    );
  }
  if (parent?.type !== 'AssignmentExpression') return undefined;
  return references.find((reference) => reference.node === parent.left)?.binding;
}

function isTarget({ node, ancestors }: Reference): boolean {
  const parent = ancestors[ancestors.length - 1];
  return parent?.type === 'AssignmentExpression' && parent.left === node;
}

function apiCall(
  node: AnyNode,
  ancestors: readonly AnyNode[],
  valueOf: (argument: AnyNode) => LiteralValue,
): ApiCall | undefined {
  const parent = ancestors[ancestors.length - 1];
  if (parent?.type === 'CallExpression' && parent.callee === node) {
    return { ...startOf(parent), literals: parent.arguments.map(valueOf) };
  }
  const call = ancestors[ancestors.length - 2];
  if (parent?.type !== 'MemberExpression' || parent.object !== node) return undefined;
  if (call?.type !== 'CallExpression' || call.callee !== parent) return undefined;
  const method = !parent.computed && parent.property.type === 'Identifier' && parent.property.name;
  return {
    ...startOf(call),
    ...(method ? { method } : {}),
    literals: call.arguments.map(valueOf),
  };
}

/** A literal, or a constant that is declared with one. */
function literalReader(references: readonly Reference[]): (argument: AnyNode) => LiteralValue {
  const bindings = new Map(references.map(({ node, binding }) => [node as AnyNode, binding]));
  return (argument) => {
    const binding = bindings.get(argument);
    return literalOf(binding?.kind === 'const' ? binding.init : argument);
  };
}

function literalOf(node: AnyNode | undefined): LiteralValue {
  if (node?.type !== 'Literal') return undefined;
  const { value } = node;
  const isListed = ['string', 'boolean', 'number'].includes(typeof value);
  return isListed ? (value as LiteralValue) : undefined;
}

function startOf(node: AnyNode): { line: number; column: number } {
  const { line = 1, column = 0 } = node.loc?.start ?? {};
  return { line, column: column + 1 };
}
