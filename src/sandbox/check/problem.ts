/** Something in a source that the sandbox does not have. Lines and columns count from 1. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  message: string;
  instead?: string;
}

/** One line: `file (line:column): message. Write …`. */
export function formatProblem({ file, line, column, message, instead }: Problem): string {
  const advice = instead === undefined ? '' : ` ${instead}`;
  return `${file} (${line}:${column}): ${message}.${advice}`;
}

/** In the order of the source. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}
