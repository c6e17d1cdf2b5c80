import { readFileSync } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import { parse } from 'acorn';
import type { Plugin } from 'rollup';
import { rollup } from 'rollup';
import { BuildError } from './build-error.ts';
import type { Project } from './project.ts';
import { stripTypes } from './strip-types.ts';

/** A module of the template, its types erased. */
export interface SourceModule {
  /** Path from the repository's root. */
  file: string;
  role: 'apis' | 'constants' | 'main' | 'template' | 'core';
  code: string;
}

/** Erases types while Rollup reads. */
export function typeStripper(project: Project): Plugin {
  return {
    name: 'strip-types',
    load: (id) => stripTypes(readFileSync(id, 'utf8'), project.pathOf(id)),
  };
}

/** Follows the imports of main.ts and gives the modules in the order of the story. */
export async function linkModules(main: string, project: Project): Promise<SourceModule[]> {
  const modules = new Map<string, { code: string; imports: readonly string[] }>();
  const collector: Plugin = {
    name: 'collect-modules',
    moduleParsed: (info) => {
      const code = info.code ?? '';
      modules.set(info.id, { code, imports: sortByUse(info.importedIds, code) });
    },
  };
  const bundle = await rollup({
    input: main,
    // The template must say what the source says: tree shaking folds literal arguments into callees.
    treeshake: false,
    plugins: [typeStripper(project), collector],
    onwarn: (warning) => refuseWarning(warning.message, warning.id ?? main, project),
  });
  await bundle.close();
  const importsOf = (id: string): readonly string[] => modules.get(id)?.imports ?? [];
  const story = breadthFirst(main, importsOf);
  const isConstants = (id: string): boolean => roleOf(id, main) === 'constants';
  const order = [
    ...dependenciesFirst(story, importsOf).filter(isConstants),
    ...story.filter((id) => !isConstants(id)),
  ];
  return order
    .map((id) => ({
      file: project.pathOf(id),
      role: roleOf(id, main),
      code: modules.get(id)?.code ?? '',
    }))
    .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
}

/** Values first, since only functions are hoisted; then the story. */
const ROLES: readonly SourceModule['role'][] = ['apis', 'constants', 'main', 'template', 'core'];

function refuseWarning(message: string, id: string, project: Project): never {
  throw new BuildError([{ file: project.pathOf(id), line: 1, column: 1, message }]);
}

function roleOf(id: string, main: string): SourceModule['role'] {
  if (id === main) return 'main';
  if (basename(id) === 'apis.ts') return 'apis';
  if (basename(id) === 'constants.ts') return 'constants';
  return id.startsWith(dirname(main) + sep) ? 'template' : 'core';
}

/** Imports in the order in which the code uses them; Rollup has them in the order of their lines. */
function sortByUse(ids: readonly string[], code: string): readonly string[] {
  const program = parse(code, { ecmaVersion: 2022, sourceType: 'module' });
  const firstUse = new Map<unknown, number>();
  const body = program.body.filter(({ type }) => type !== 'ImportDeclaration');
  const text = code.slice(body[0]?.start ?? code.length);
  for (const node of program.body) {
    if (node.type !== 'ImportDeclaration') continue;
    const uses = node.specifiers.map(({ local }) => text.search(new RegExp(`\\b${local.name}\\b`)));
    const first = Math.min(
      ...uses.filter((at) => at >= 0),
      firstUse.get(node.source.value) ?? Infinity,
    );
    firstUse.set(node.source.value, first);
  }
  // Both lists have each source once, in the order of the lines.
  const positions = [...firstUse.values()];
  const order = ids.map((id, index) => ({ id, at: positions[index] ?? Infinity }));
  return order.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ id }) => id);
}

/** What main.ts calls first comes first. */
function breadthFirst(start: string, importsOf: (id: string) => readonly string[]): string[] {
  const order = [start];
  for (const id of order) {
    for (const next of importsOf(id)) if (!order.includes(next)) order.push(next);
  }
  return order;
}

/** Constants can use other constants, which must stand above them. */
function dependenciesFirst(
  ids: readonly string[],
  importsOf: (id: string) => readonly string[],
): string[] {
  const order = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    importsOf(id).forEach(visit);
    order.add(id);
  };
  ids.forEach(visit);
  return [...order];
}
