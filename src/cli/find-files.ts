import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const skipped = ['node_modules', '.git'];

/** What an argument stands for: files, or the reason why there are none. */
export type Found = { files: string[] } | { argument: string; reason: string };

/** Takes each argument as a file, as a directory with `.tpl` files at any depth, or as a glob (`*`, `**`, `?`, `{a,b}`). */
export function findFiles(args: readonly string[]): Found[] {
  return args.map((argument) => {
    if (existsSync(argument)) return findIn(argument);
    if (!/[*?{]/.test(argument)) return { argument, reason: 'there is no such file' };
    const files = expand(argument);
    return files.length > 0 ? { files } : { argument, reason: 'no file matches' };
  });
}

function findIn(path: string): Found {
  if (!statSync(path).isDirectory()) return { files: [path] };
  const files = listFiles(path).filter((file) => file.endsWith('.tpl'));
  return files.length > 0 ? { files } : { argument: path, reason: 'it has no .tpl file' };
}

/** Every file below a folder, in the order of the names. */
function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter(({ name }) => !skipped.includes(name))
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listFiles(path) : [path];
    });
}

function expand(glob: string): string[] {
  const fixed = glob.slice(0, glob.search(/[*?{]/));
  const base = fixed.slice(0, fixed.lastIndexOf('/') + 1) || '.';
  if (!existsSync(base)) return [];
  const pattern = toRegExp(glob.replace(/^\.\//, ''));
  return listFiles(base).filter((file) => pattern.test(file.replaceAll('\\', '/')));
}

const pieces: Readonly<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
  '{': '(?:',
  '}': ')',
  ',': '|',
};

function toRegExp(glob: string): RegExp {
  const source = glob.replace(
    /\*\*\/|\*\*|[*?{},]|[.+^$()[\]|\\]/g,
    (piece) => pieces[piece] ?? `\\${piece}`,
  );
  return new RegExp(`^${source}$`);
}
