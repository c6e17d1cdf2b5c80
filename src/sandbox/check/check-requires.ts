import { undocumentedWebApis } from '../apis/undocumented-apis.ts';
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
 * Requires of an API that does not exist, those of one that Google does not document, and those, with all other uses of
 * `require`, whose API cannot be known: it is asked for when the program runs.
 */
export function checkRequires(
  requireCalls: readonly RequireCall[],
  references: readonly Reference[],
  { file, apis }: RequireOptions,
): { unknown: Problem[]; undocumented: Problem[]; indirect: Problem[] } {
  const called = new Set(requireCalls.map(({ node }) => node.callee));
  const others = references
    .filter(({ node, binding }) => !binding && node.name === 'require' && !called.has(node))
    .map(({ node }) => node);
  const computed = requireCalls.flatMap(({ node, api }) => (api === undefined ? [node] : []));
  const findAll = (refuse: (api: string) => Refusal | undefined): Problem[] =>
    requireCalls.flatMap(({ node, api }) => {
      const refusal = api === undefined ? undefined : refuse(api);
      return refusal ? [problemAt(file, node, refusal)] : [];
    });
  return {
    unknown: findAll((api) => (apis && !apis.has(api) ? refuseUnknown(api, apis) : undefined)),
    undocumented: findAll((api) => (apis?.has(api) ? refuseUndocumented(api) : undefined)),
    indirect: [...others, ...computed].map((node) => problemAt(file, node, isIndirect)),
  };
}

const isIndirect: Refusal = [
  'The API of a require must stand there as a string',
  "Write require('name').",
];

function refuseUnknown(api: string, apis: ReadonlySet<string>): Refusal {
  const meant = [...apis].find((name) => name.toLowerCase() === api.toLowerCase());
  return [`There is no API ${api}`, meant ? `Use require('${meant}').` : 'Check its name.'];
}

function refuseUndocumented(api: string): Refusal | undefined {
  if (!undocumentedWebApis.has(api)) return undefined;
  return [
    `Google does not document the API ${api}`,
    'It may go without notice; tests must mock it.',
  ];
}
