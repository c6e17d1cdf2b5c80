import { readFileSync } from 'node:fs';

export const readme = readFileSync('src/endpoint/README.md', 'utf8');

/** The first block of code in a language that the endpoint's README shows. */
export function recipe(language: string): string {
  return new RegExp('```' + language + '\n([^]*?)```').exec(readme)?.[1] ?? '';
}
