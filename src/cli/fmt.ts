import { writeFileSync } from 'node:fs';
import { printTemplate } from '../tpl/index.ts';
import { messageOf, readFileOptions } from './options.ts';
import { readTemplates } from './read-templates.ts';
import type { TemplateFile } from './read-templates.ts';

const usage =
  'first-party-id fmt [--check] FILE…\n' +
  '  FILE     a template, a directory with templates, or a glob\n' +
  '  --check  writes nothing; fails when a file is not as it would be written\n';

/** Writes templates as the editor of Google Tag Manager would. */
export const fmt = { name: 'fmt', usage, run };

/** Exit codes: 0 written or canonical, 1 not canonical or not readable, 2 wrong options. */
function run(args: string[]): Promise<number> {
  const read = readFileOptions(args, { check: { type: 'boolean', default: false } }, usage);
  if (typeof read === 'string') {
    process.stderr.write(read);
    return Promise.resolve(2);
  }
  let exitCode = 0;
  for (const file of readTemplates(read.positionals)) {
    if (!formatFile(file, read.values.check)) exitCode = 1;
  }
  return Promise.resolve(exitCode);
}

/** Answers whether the file is, or is now, as it should be. */
function formatFile(read: TemplateFile, isCheck: boolean): boolean {
  const { file } = read;
  if ('failure' in read) return refuse(read.failure);
  try {
    const printed = printTemplate(read.parsed.template);
    if (printed === read.text) return true;
    if (isCheck) return refuse(`${file} is not canonical. Run: first-party-id fmt ${file}`);
    writeFileSync(file, printed);
    process.stdout.write(`${file} written\n`);
    return true;
  } catch (error) {
    return refuse(`${file}: ${messageOf(error)}`);
  }
}

function refuse(reason: string): false {
  process.stderr.write(`${reason}\n`);
  return false;
}
