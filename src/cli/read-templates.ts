import { readFileSync } from 'node:fs';
import { parseTemplate } from '../tpl/index.ts';
import type { ParsedTemplate } from '../tpl/index.ts';
import { findFiles } from './find-files.ts';
import { messageOf } from './options.ts';

/** A file that was read, or why it could not be. */
export type TemplateFile =
  { file: string; text: string; parsed: ParsedTemplate } | { file: string; failure: string };

/** Reads the files that arguments stand for, one at a time, each once. */
export function* readTemplates(args: readonly string[]): Generator<TemplateFile> {
  const seen = new Set<string>();
  for (const found of findFiles(args)) {
    if ('reason' in found)
      yield { file: found.argument, failure: `${found.argument}: ${found.reason}` };
    else {
      for (const file of found.files) {
        if (!seen.has(file)) yield readTemplate(file);
        seen.add(file);
      }
    }
  }
}

/** Reads one file. A foreign one is a failure too. */
export function readTemplate(file: string): TemplateFile {
  try {
    const text = readFileSync(file, 'utf8');
    return { file, text, parsed: parseTemplate(text, file) };
  } catch (error) {
    const message = messageOf(error);
    return { file, failure: message.startsWith(file) ? message : `${file}: ${message}` };
  }
}
