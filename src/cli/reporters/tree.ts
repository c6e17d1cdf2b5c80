import type { ScenarioFailure } from '../../sandbox/index.ts';
import { diffLines } from './diff-lines.ts';
import { countResults } from './report.ts';
import type { FileReport, Reporter, TimedResult } from './report.ts';

/** For people: files, their scenarios, and of each failure the line and what is different. */
export const tree: Reporter = {
  printFile: ({ file, failure, results }) => {
    if (failure !== undefined) return `${failure}\n`;
    const lines = results.length > 0 ? results.flatMap(printResult) : ['  no scenarios'];
    return `${[file, ...lines].join('\n')}\n`;
  },
  printEnd: (reports) => `${printCounts(reports)}\n`,
};

function printResult({ name, passed, details }: TimedResult): string[] {
  return [`  ${passed ? '✓' : '✗'} ${name}`, ...details.flatMap(printFailure)];
}

function printFailure({ message, reason, place, expected, actual }: ScenarioFailure): string[] {
  if (!place) return [`    ${message}`];
  const { line, column, text } = place;
  const diff =
    expected === undefined || actual === undefined
      ? []
      : ['- expected', '+ actual', ...diffLines(expected, actual)];
  return [
    `    ${place.in} (${line}:${column}): ${reason}`,
    `      ${line} | ${text.trim()}`,
    ...diff.map((each) => `      ${each}`),
  ];
}

function printCounts(reports: readonly FileReport[]): string {
  const { passed, failed, unread } = countResults(reports);
  const counts = [`${passed} passed`, `${failed} failed`];
  return unread > 0 ? `${counts.join(', ')}, ${unread} not read` : counts.join(', ');
}
