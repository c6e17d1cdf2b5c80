import { countResults } from './report.ts';
import type { Reporter } from './report.ts';

/** For programs: one document. */
export const json: Reporter = {
  printFile: () => '',
  printEnd: (reports) => {
    const files = reports.map(({ file, failure, results }) => ({
      file,
      ...(failure === undefined ? {} : { failure }),
      scenarios: results.map(({ name, passed, millis, details }) => ({
        name,
        passed,
        millis,
        failures: details,
      })),
    }));
    return `${JSON.stringify({ ...countResults(reports), files }, null, 2)}\n`;
  },
};
