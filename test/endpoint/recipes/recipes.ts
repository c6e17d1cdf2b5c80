import { readFileSync } from 'node:fs';

export const readme = readFileSync('src/endpoint/README.md', 'utf8');

/** The first block of code in a language that the endpoint's README shows. */
export function recipe(language: string): string {
  return recipes(language)[0] ?? '';
}

/** All of them, in the order of the page. */
export function recipes(language: string): string[] {
  const blocks = readme.matchAll(new RegExp('```' + language + '\n([^]*?)```', 'g'));
  return [...blocks].map(([, block = '']) => block);
}
