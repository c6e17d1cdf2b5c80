import { readFile } from 'node:fs/promises';
import { printSetUpPage } from './document.ts';

/** Files of which the set-up page is made. */
export interface SetUpFiles {
  script: string;
  /** Folder with the style sheets. */
  styles: string;
  /** Folder with the templates. */
  templates: string;
}

/** The set-up page with everything in it. */
export async function readSetUpPage(files: SetUpFiles): Promise<string> {
  const read = (file: string) => readFile(file, 'utf8');
  const [script, base, own, tag, variable] = await Promise.all([
    read(files.script),
    read(`${files.styles}/base.css`),
    read(`${files.styles}/setup.css`),
    read(`${files.templates}/first-party-id-tag.tpl`),
    read(`${files.templates}/first-party-id-variable.tpl`),
  ]);
  return printSetUpPage({ script, styles: base + own, templates: { tag, variable } });
}
