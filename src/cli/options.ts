import { parseArgs, types } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What a command was called with, or what is wrong with that. */
type Read<Config extends ParseArgsConfig> = ReturnType<typeof parseArgs<Config>> | string;

/** Reads the options of a command that takes files. A text says what is wrong, with the command's usage. */
export function readFileOptions<Own extends Options>(
  args: string[],
  options: Own,
  usage: string,
): Read<{ args: string[]; options: Own; allowPositionals: true }> {
  try {
    const read = parseArgs({ args, options, allowPositionals: true });
    return read.positionals.length > 0 ? read : `No file is given.\n${usage}`;
  } catch (error) {
    return `${messageOf(error)}\n${usage}`;
  }
}

/** The text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return types.isNativeError(error) ? error.message : String(error);
}
