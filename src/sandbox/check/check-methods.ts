import type { AnyNode, MemberExpression, Program } from 'acorn';
import { absentMethods, apiMembers } from './absent-methods.ts';
import { problemAt } from './check-syntax.ts';
import type { Problem } from './problem.ts';
import type { Refusal } from './refused-syntax.ts';
import { walk } from './walk.ts';

interface MethodOptions {
  file: string;
  /** The API that an expression stands for, if any. */
  apiOf(node: AnyNode): string | undefined;
}

/**
 * Calls of methods, and members of APIs, that the sandbox does not have. An object may have a function of its own by
 * the name of an absent method; an API cannot.
 */
export function checkMethods(
  program: Program,
  { file, apiOf }: MethodOptions,
): { ofValues: Problem[]; ofApis: Problem[] } {
  const own = ownMemberNames(program);
  const ofValues: Problem[] = [];
  const ofApis: Problem[] = [];
  walk(program, (node, ancestors) => {
    if (node.type !== 'MemberExpression' || node.computed) return;
    const api = apiOf(node.object);
    const refusal =
      api === undefined
        ? refuseMethod(node, ancestors[ancestors.length - 1], own)
        : refuseMember(node, api);
    const problems = api === undefined ? ofValues : ofApis;
    if (refusal) problems.push(problemAt(file, node.property, refusal));
  });
  return { ofValues, ofApis };
}

function refuseMethod(
  node: MemberExpression,
  parent: AnyNode | undefined,
  own: ReadonlySet<string>,
): Refusal | undefined {
  const name = wordOf(node.property);
  if (parent?.type !== 'CallExpression' || parent.callee !== node || own.has(name))
    return undefined;
  const instead = absentMethods.get(name);
  return instead === undefined ? undefined : [`There is no ${name} method`, instead];
}

function refuseMember(node: MemberExpression, api: string): Refusal | undefined {
  const members = apiMembers.get(api);
  const name = wordOf(node.property);
  if (!members || members.includes(name)) return undefined;
  return [`${api} has no ${name}`, `It has ${members.join(', ')}.`];
}

/** Names that the program itself gives to members: a call of one is taken to be meant for it. */
function ownMemberNames(program: Program): ReadonlySet<string> {
  const names = new Set<string>();
  walk(program, (node, ancestors) => {
    const parent = ancestors[ancestors.length - 1];
    if (node.type === 'Property' && parent?.type === 'ObjectExpression')
      names.add(wordOf(node.key));
    const isWritten = parent?.type === 'AssignmentExpression' && parent.left === node;
    if (node.type === 'MemberExpression' && isWritten) names.add(wordOf(node.property));
  });
  return names;
}

function wordOf(node: AnyNode): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' ? String(node.value) : '';
}
