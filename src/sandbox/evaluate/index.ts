export { SandboxSyntaxError } from '../check/sandbox-syntax-error.ts';
export { compileProgram, runProgram } from './program.ts';
export type { Program, RunOptions } from './program.ts';
