import type { ScenarioResult } from '../../sandbox/index.ts';

/** A scenario's result and how long it took. */
export interface TimedResult extends ScenarioResult {
  millis: number;
}

/** What came of one file. */
export interface FileReport {
  file: string;
  /** Why the file could not be read. */
  failure?: string;
  results: TimedResult[];
}

/** Writes reports in one format. */
export interface Reporter {
  /** After each file. */
  printFile(report: FileReport): string;
  /** After all files. */
  printEnd(reports: readonly FileReport[]): string;
}

/** How many scenarios passed and failed, and how many files could not be read. */
export function countResults(reports: readonly FileReport[]): {
  passed: number;
  failed: number;
  unread: number;
} {
  const results = reports.flatMap((report) => report.results);
  const passed = results.filter((result) => result.passed).length;
  const unread = reports.filter(({ failure }) => failure !== undefined).length;
  return { passed, failed: results.length - passed, unread };
}
