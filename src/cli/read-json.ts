import { getLineInfo } from 'acorn';
import { readFileSync } from 'node:fs';
import { findJsonFault } from '../tpl/json-fault.ts';
import { messageOf } from './options.ts';

const accepted = 'Accepted: a readable file with JSON.';

/** The text of a JSON file and its value. Throws with the file and the place in it. */
export function readJson(file: string): { text: string; value: unknown } {
  const text = readText(file);
  return { text, value: parse(file, text) };
}

/** Without the byte order mark that some editors put before it. */
function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Error(`${file}: ${messageOf(error)}. ${accepted}`);
  }
}

/** The parser's own message shows a piece of the file, which may be of a key. */
function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { offset = 0 } = findJsonFault(text) ?? {};
    const { line, column } = getLineInfo(text, offset);
    throw new Error(`${file}:${line}:${column + 1}: not valid JSON. ${accepted}`);
  }
}
