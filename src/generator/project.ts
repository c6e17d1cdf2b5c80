import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { BuildError } from './build-error.ts';

/** The repository around a template folder. */
export interface Project {
  root: string;
  version: string;
  /** A file's path from the root, with slashes on every system. */
  pathOf(file: string): string;
}

/** Finds the package.json above a folder: it gives the version, and paths are told from its place. */
export function findProject(folder: string): Project {
  const root = findRoot(resolve(folder));
  if (root === undefined) {
    const message = 'There is no package.json above the template folder';
    throw new BuildError([{ file: folder, line: 1, column: 1, message }]);
  }
  const manifest: { version?: string } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return {
    root,
    version: manifest.version ?? '0.0.0',
    pathOf: (file) => relative(root, file).split(sep).join('/'),
  };
}

function findRoot(folder: string): string | undefined {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : findRoot(parent);
}
