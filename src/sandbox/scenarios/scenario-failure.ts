import { SandboxSyntaxError } from '../check/sandbox-syntax-error.ts';
import { SandboxError } from '../values/index.ts';
import { AssertionError } from './assertion-error.ts';
import { printValue } from './print-value.ts';

/** A line of a template's own code. Line and column count from 1 within the setup, the scenario or the template's code. */
export interface FailurePlace {
  in: 'scenario' | 'setup' | 'code';
  line: number;
  column: number;
  /** The line itself. */
  text: string;
}

/** Why a scenario failed. */
export interface ScenarioFailure {
  /** One sentence with its place in front. */
  message: string;
  /** The sentence alone. */
  reason: string;
  place?: FailurePlace;
  /** What was to be and what is, printed over several lines, where the two can be compared. */
  expected?: string;
  actual?: string;
}

/** A piece of source that errors can name, by the name that the evaluator gives to it. */
export interface NamedSource {
  /** Where a line and column of the file are for the reader, and what the reader calls that. */
  locate(line: number, column: number): FailurePlace & { label: string };
}

/** Turns what a scenario threw into what its reader needs. */
export function describeFailure(
  error: unknown,
  sources: ReadonlyMap<string, NamedSource>,
): ScenarioFailure {
  const { reason, ...found } = readError(error);
  const source = found.file === undefined ? undefined : sources.get(found.file);
  if (!source) return { message: messageOf(error), reason };
  const { label, ...place } = source.locate(found.line, found.column);
  const message = `${label} (${place.line}:${place.column}): ${reason}`;
  return { message, reason, place, ...comparisonOf(error) };
}

interface ReadError {
  reason: string;
  file?: string;
  line: number;
  column: number;
}

function readError(error: unknown): ReadError {
  if (error instanceof SandboxSyntaxError) {
    const { file, line, column, message, instead } = error.problems[0];
    return {
      file,
      line,
      column,
      reason: instead === undefined ? message : `${message}. ${instead}`,
    };
  }
  if (!(error instanceof SandboxError)) return { reason: messageOf(error), line: 1, column: 1 };
  const place = /^(.*) \((\d+):(\d+)\)$/s.exec(error.place ?? '');
  const [, file, line = 1, column = 1] = place ?? [];
  const position = { line: Number(line), column: Number(column) };
  return { reason: error.reason, ...position, ...(file === undefined ? {} : { file }) };
}

function comparisonOf(error: unknown): { expected: string; actual: string } | undefined {
  if (!(error instanceof AssertionError) || !error.comparison) return undefined;
  const { expected, actual } = error.comparison;
  return { expected: printValue(expected), actual: printValue(actual) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
