import type { AnyNode } from 'acorn';
import { problemAt } from './check-syntax.ts';
import { parseSource } from './parse-source.ts';
import type { Problem } from './problem.ts';
import { SandboxSyntaxError } from './sandbox-syntax-error.ts';
import { walk } from './walk.ts';

const mocking = ['mock', 'mockObject'];

/** Mocks of names that are no API: they stand in for nothing, so that a test with a typing slip tests nothing. */
export function findUnknownMocks(
  source: string,
  options: { file: string; apis: ReadonlySet<string> },
): Problem[] {
  const problems: Problem[] = [];
  walkIfParsed(source, options.file, (node) => {
    const name = mockedName(node);
    if (name === undefined || options.apis.has(name)) return;
    problems.push(
      problemAt(options.file, node, [`There is no API ${name} to mock`, 'Check its name.']),
    );
  });
  return problems;
}

/** What cannot be parsed is reported by the checker itself. */
function walkIfParsed(source: string, file: string, visit: (node: AnyNode) => void): void {
  try {
    walk(parseSource(source, { file, sourceType: 'script' }), visit);
  } catch (error) {
    if (!(error instanceof SandboxSyntaxError)) throw error;
  }
}

function mockedName(node: AnyNode): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  const [name] = node.arguments;
  if (!mocking.includes(node.callee.name) || name?.type !== 'Literal') return undefined;
  return typeof name.value === 'string' ? name.value : undefined;
}
