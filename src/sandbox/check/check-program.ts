import type { AnyNode } from 'acorn';
import { checkMethods } from './check-methods.ts';
import { checkNames } from './check-names.ts';
import { checkRequires } from './check-requires.ts';
import { checkSyntax, checkUncertainSyntax } from './check-syntax.ts';
import { findReferences } from './names.ts';
import type { Reference } from './names.ts';
import { parseSource } from './parse-source.ts';
import type { SourceOptions } from './parse-source.ts';
import { sortProblems } from './problem.ts';
import type { Problem } from './problem.ts';
import { bindingOf, describeRequires, findRequireCalls } from './requires.ts';
import type { RequireCall, RequireUse } from './requires.ts';
import { SandboxSyntaxError } from './sandbox-syntax-error.ts';

export interface CheckOptions extends SourceOptions {
  /** Every API there is; absent: any name will do. */
  apis?: ReadonlySet<string>;
  /** Names beside `data`, `require` and `undefined`, such as those of scenarios. */
  globals?: Iterable<string>;
}

export interface CheckResult {
  /** In the order of the source. */
  problems: Problem[];
  /** Those of the problems with which the program runs all the same, or may run. */
  doubts: ReadonlySet<Problem>;
  requires: RequireUse[];
  /** Some APIs are named when the program runs, so that `requires` lacks them. */
  hasIndirectRequires: boolean;
}

/** Finds everything that the sandbox does not have, and every API that the program uses. */
export function checkProgram(source: string, options: CheckOptions): CheckResult {
  try {
    return checkTree(source, options);
  } catch (error) {
    if (!(error instanceof SandboxSyntaxError)) throw error;
    return {
      problems: [...error.problems],
      doubts: new Set(),
      requires: [],
      hasIndirectRequires: false,
    };
  }
}

function checkTree(source: string, options: CheckOptions): CheckResult {
  const { file, apis, globals } = options;
  const program = parseSource(source, options);
  const references = findReferences(program);
  const requireCalls = findRequireCalls(references);
  const methods = checkMethods(program, { file, apiOf: apiReader(requireCalls, references) });
  const { unknown, undocumented, indirect } = checkRequires(requireCalls, references, {
    file,
    apis,
  });
  const doubts = new Set([
    ...checkUncertainSyntax(program, file),
    ...checkNames(references, { file, globals }),
    ...methods.ofValues,
    ...undocumented,
    ...indirect,
  ]);
  const problems = [...checkSyntax(program, options), ...doubts, ...methods.ofApis, ...unknown];
  const requires = describeRequires(requireCalls, references);
  const hasIndirectRequires = indirect.length > 0;
  return { problems: sortProblems(problems), doubts, requires, hasIndirectRequires };
}

/** Tells which API an expression stands for. */
function apiReader(
  requireCalls: readonly RequireCall[],
  references: readonly Reference[],
): (node: AnyNode) => string | undefined {
  const bindings = new Map(references.map(({ node, binding }) => [node as AnyNode, binding]));
  const apis = new Map<unknown, string | undefined>();
  for (const { node, ancestors, api } of requireCalls) {
    apis.set(node, api ?? '');
    const binding = bindingOf(node, ancestors[ancestors.length - 1], references);
    if (binding) apis.set(binding, api ?? '');
  }
  return (node) => apis.get(bindings.get(node) ?? node);
}
