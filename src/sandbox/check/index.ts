export { checkProgram } from './check-program.ts';
export type { CheckOptions, CheckResult } from './check-program.ts';
export { formatProblem } from './problem.ts';
export type { Problem } from './problem.ts';
export type { ApiCall, LiteralValue, RequireUse } from './requires.ts';
export { SandboxSyntaxError } from './sandbox-syntax-error.ts';
