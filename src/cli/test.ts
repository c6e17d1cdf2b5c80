import { setFlagsFromString } from 'node:v8';
import { messageOf, readFileOptions } from './options.ts';
import { createProgress } from './progress.ts';
import { json } from './reporters/json.ts';
import { junit } from './reporters/junit.ts';
import { countResults } from './reporters/report.ts';
import type { FileReport, Reporter } from './reporters/report.ts';
import { tree } from './reporters/tree.ts';
import { testFiles } from './test-files.ts';
import type { TestRun } from './test-files.ts';
import { watchFiles } from './watch-files.ts';

const reporters: Readonly<Record<string, Reporter>> = { tree, junit, json };

const usage =
  'first-party-id test [--reporter tree|junit|json] [--grep PATTERN] [--watch] FILE…\n' +
  '  FILE        a template, a directory with templates, or a glob\n' +
  '  --reporter  tree for people (the default), junit and json for programs\n' +
  '  --grep      runs only scenarios whose name matches the regular expression\n' +
  '  --watch     runs again when a file changes, until it is stopped\n';

/** Runs the scenarios of templates. */
export const test = { name: 'test', usage, run };

const ownOptions = {
  reporter: { type: 'string', default: 'tree' },
  grep: { type: 'string', default: '' },
  watch: { type: 'boolean', default: false },
} as const;

/** Exit codes: 0 all passed, 1 failures, a file that cannot be read or a pattern that matches nothing, 2 wrong options. */
async function run(args: string[], signal = stopSignal()): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    process.stderr.write(options);
    return 2;
  }
  // A pattern of `match` that would go on for ever is handed to V8's other engine, which cannot.
  setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');
  const reports = await testFiles(options);
  if (options.isWatched) await testAgain(options, reports, signal);
  const { passed, failed, unread } = countResults(reports);
  if (options.isFiltered && passed + failed + unread === 0) {
    process.stderr.write('--grep: no scenario has a name that matches.\n');
    return 1;
  }
  return failed + unread > 0 ? 1 : 0;
}

/** The options, or what is wrong with them. */
function readOptions(
  args: string[],
): (TestRun & { isFiltered: boolean; isWatched: boolean }) | string {
  const read = readFileOptions(args, ownOptions, usage);
  if (typeof read === 'string') return read;
  const { reporter: name, grep, watch } = read.values;
  const reporter = Object.hasOwn(reporters, name) ? reporters[name] : undefined;
  if (!reporter) {
    return `--reporter: "${name}" is refused. Accepted: ${Object.keys(reporters).join(', ')}.\n${usage}`;
  }
  try {
    return {
      targets: read.positionals,
      grep: new RegExp(grep),
      reporter,
      progress: createProgress(process.stderr),
      write: (text) => void process.stdout.write(text),
      isFiltered: grep !== '',
      isWatched: watch,
    };
  } catch (error) {
    return `--grep: ${messageOf(error)}. Accepted: a regular expression.\n${usage}`;
  }
}

async function testAgain(
  options: TestRun,
  reports: readonly FileReport[],
  signal: AbortSignal,
): Promise<void> {
  const files = reports.map(({ file }) => file);
  let isRunning = false;
  const again = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    await testFiles(options);
    isRunning = false;
  };
  process.stderr.write('Waiting for changes. Stop with Ctrl+C.\n');
  await watchFiles(files, () => void again(), signal);
}

function stopSignal(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}
