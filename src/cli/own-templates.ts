import { readFileSync } from 'node:fs';
import { parseTemplate } from '../tpl/index.ts';
import type { Template } from '../tpl/index.ts';

/** The templates of this project; the folders of their sources have these names too. */
export const OWN_TEMPLATES = ['tag', 'variable', 'client'] as const;

type OwnName = (typeof OWN_TEMPLATES)[number];

export type OwnTemplates = Record<OwnName, Template>;

/** What a template's file is called, without its ending. */
export function ownFileName(name: OwnName): string {
  return `first-party-id-${name}`;
}

/** The templates that come with this package. */
export function readOwnTemplates(): OwnTemplates {
  return parseOwnTemplates((name) => {
    const file = new URL(`../../template/${ownFileName(name)}.tpl`, import.meta.url);
    return readFileSync(file, 'utf8');
  });
}

/** The templates with these texts. */
export function parseOwnTemplates(textOf: (name: OwnName) => string): OwnTemplates {
  const read = (name: OwnName): Template =>
    parseTemplate(textOf(name), `${ownFileName(name)}.tpl`).template;
  return { tag: read('tag'), variable: read('variable'), client: read('client') };
}
