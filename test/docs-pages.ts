import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every page of the documentation. */
export const pages = ['README.md', 'CHANGELOG.md'].concat(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('src', name)),
);

/** The blocks of code in a language that a page shows, in order. */
export function blocksOf(page: string, language: string): string[] {
  const found = readFileSync(page, 'utf8').matchAll(
    new RegExp('^```' + language + '\\n([^]*?)^```$', 'gm'),
  );
  return [...found].map(([, block = '']) => block);
}
