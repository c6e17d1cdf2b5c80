import { parse } from 'acorn';
import type { Options, Program } from 'acorn';
import { findTooDeep, nestingLimit } from './nesting.ts';
import { SandboxSyntaxError } from './sandbox-syntax-error.ts';

export interface SourceOptions {
  file: string;
  /** 'script': the body of a template. 'module': imports and exports are allowed at the top. */
  sourceType: 'script' | 'module';
}

/** acorn goes down by several calls a bracket; how far it comes depends on the stack. */
const overflow = 'The code is nested too deeply; accepted: at most 200 brackets inside each other';

interface Place {
  line: number;
  column: number;
}

/** Parses with the syntax of 2022, so that the checker can name what the sandbox lacks. */
export function parseSource(source: string, { file, sourceType }: SourceOptions): Program {
  const options: Options = {
    ecmaVersion: 2022,
    sourceType,
    locations: true,
    allowReturnOutsideFunction: sourceType === 'script',
  };
  const refuse = (place: Place, message: string): never => {
    throw new SandboxSyntaxError([{ file, ...place, message }]);
  };
  const tooDeep = `The code is nested too deeply; accepted: at most ${nestingLimit} levels`;
  try {
    const program = parse(source, options);
    const node = findTooDeep(program);
    return node ? refuse(placeOf(node.loc?.start), tooDeep) : program;
  } catch (error) {
    if (!(error instanceof SyntaxError) || error instanceof SandboxSyntaxError) throw error;
    return refuse(placeOf((error as SyntaxError & { loc: Place }).loc), reasonOf(error));
  }
}

function placeOf({ line, column }: Place = { line: 1, column: 0 }): Place {
  return { line, column: column + 1 };
}

/** acorn ends its messages with the place. */
function reasonOf(error: SyntaxError): string {
  if (error.message.startsWith('Not enough stack space')) return overflow;
  return error.message.replace(/ \(\d+:\d+\)$/, '');
}
