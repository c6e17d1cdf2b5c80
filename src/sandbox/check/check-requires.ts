import { problemAt } from './check-syntax.ts';
import type { Reference } from './names.ts';
import type { Problem } from './problem.ts';
import type { Refusal } from './refused-syntax.ts';
import type { RequireCall } from './requires.ts';

interface RequireOptions {
  file: string;
  /** Every API there is; absent: any name will do. */
  apis?: ReadonlySet<string> | undefined;
}

/**
 * Requires of an API that does not exist, and those, with all other uses of `require`, whose API cannot be known: it is
 * asked for when the program runs.
 */
export function checkRequires(
  requireCalls: readonly RequireCall[],
  references: readonly Reference[],
  { file, apis }: RequireOptions,
): { unknown: Problem[]; indirect: Problem[] } {
  const called = new Set(requireCalls.map(({ node }) => node.callee));
  const others = references
    .filter(({ node, binding }) => !binding && node.name === 'require' && !called.has(node))
    .map(({ node }) => node);
  const computed = requireCalls.flatMap(({ node, api }) => (api === undefined ? [node] : []));
  const unknown = requireCalls.flatMap(({ node, api }) => {
    const refusal = api === undefined ? undefined : refuseApi(api, apis);
    return refusal ? [problemAt(file, node, refusal)] : [];
  });
  const indirect = [...others, ...computed].map((node) => problemAt(file, node, isIndirect));
  return { unknown, indirect };
}

const isIndirect: Refusal = [
  'The API of a require must stand there as a string',
  "Write require('name').",
];

function refuseApi(api: string, apis: ReadonlySet<string> | undefined): Refusal | undefined {
  if (!apis || apis.has(api)) return undefined;
  const meant = [...apis].find((name) => name.toLowerCase() === api.toLowerCase());
  return [`There is no API ${api}`, meant ? `Use require('${meant}').` : 'Check its name.'];
}
