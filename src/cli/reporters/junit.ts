import type { FileReport, Reporter, TimedResult } from './report.ts';
import { countResults } from './report.ts';

/** For continuous integration: JUnit's XML. */
export const junit: Reporter = {
  printFile: () => '',
  printEnd: (reports) => {
    const { passed, failed, unread } = countResults(reports);
    const counts = `tests="${passed + failed}" failures="${failed}" errors="${unread}"`;
    const suites = reports.map(printSuite).join('');
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}>\n${suites}</testsuites>\n`;
  },
};

function printSuite(report: FileReport): string {
  const { file, failure, results } = report;
  const { failed, unread } = countResults([report]);
  const seconds = inSeconds(results.reduce((total, { millis }) => total + millis, 0));
  const counts = `tests="${results.length}" failures="${failed}" errors="${unread}"`;
  const cases =
    failure === undefined
      ? results.map((result) => printCase(file, result))
      : [`    <testcase name="${escape(file)}">${printError(failure)}</testcase>\n`];
  return `  <testsuite name="${escape(file)}" ${counts} time="${seconds}">\n${cases.join('')}  </testsuite>\n`;
}

function printCase(file: string, { name, millis, failures }: TimedResult): string {
  const head = `    <testcase classname="${escape(file)}" name="${escape(name)}" time="${inSeconds(millis)}"`;
  if (failures.length === 0) return `${head}/>\n`;
  const bodies = failures.map(
    (failure) => `<failure message="${escape(failure)}">${escape(failure)}</failure>`,
  );
  return `${head}>${bodies.join('')}</testcase>\n`;
}

function printError(reason: string): string {
  return `<error message="${escape(reason)}"/>`;
}

function inSeconds(millis: number): string {
  return (millis / 1000).toFixed(3);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** Control characters are not allowed in XML, not even escaped. */
function escape(text: string): string {
  return text
    .replace(/[&<>"\n]/g, (character) => entities[character] ?? '')
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
