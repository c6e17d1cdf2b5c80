import { format } from 'prettier';
import type { TemplateInfo } from '../tpl/index.ts';
import type { FlatModule } from './flatten-module.ts';
import { textOf } from './text-of.ts';

/** GTM's editor shows about eighty columns. */
const COLUMNS = 80;
const BANNER_LINES = 10;

interface Banner {
  info: TemplateInfo;
  version: string;
}

/** The code section: banner, then each module under its path. */
export async function formatCode(
  modules: readonly FlatModule[],
  { info, version }: Banner,
): Promise<string> {
  const folder = modules.find(({ role }) => role === 'main')?.file.split('/')[0] ?? 'src';
  const banner = writeBanner(info, version, `Generated; edit ${folder}/ instead.`);
  const parts = modules
    .filter(({ code }) => code.trim() !== '')
    .map(({ file, code }) => `// ${file}\n\n${code.trim()}\n`);
  const text = await format(`${banner}\n\n${parts.join('\n')}`, {
    parser: 'babel',
    printWidth: COLUMNS,
    singleQuote: true,
    // A comma after the last argument is newer than the sandbox's language.
    trailingComma: 'es5',
  });
  return text.trim();
}

function writeBanner(info: TemplateInfo, version: string, ending: string): string {
  const { displayName, description } = info;
  const about = wrap(textOf(description)).slice(0, BANNER_LINES - 2);
  return [`${textOf(displayName)} ${version}`, ...about, ending]
    .map((line) => `// ${line}`)
    .join('\n');
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + '// '.length >= COLUMNS) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
