import { parse } from 'acorn';
import type { Program } from 'acorn';
import { SandboxSyntaxError } from './sandbox-syntax-error.ts';

export interface SourceOptions {
  file: string;
  /** 'script': the body of a template. 'module': imports and exports are allowed at the top. */
  sourceType: 'script' | 'module';
}

/** Parses with the syntax of 2022, so that the checker can name what the sandbox lacks. */
export function parseSource(source: string, { file, sourceType }: SourceOptions): Program {
  try {
    return parse(source, {
      ecmaVersion: 2022,
      sourceType,
      locations: true,
      allowReturnOutsideFunction: sourceType === 'script',
    });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new SandboxSyntaxError([{ file, ...placeOf(error), message: reasonOf(error) }]);
  }
}

function placeOf(error: SyntaxError): { line: number; column: number } {
  const { line, column } = (error as SyntaxError & { loc: { line: number; column: number } }).loc;
  return { line, column: column + 1 };
}

/** acorn ends its messages with the place. */
function reasonOf(error: SyntaxError): string {
  return error.message.replace(/ \(\d+:\d+\)$/, '');
}
