import { checkTemplate } from '../sandbox/index.ts';
import type { TemplateProblem } from '../sandbox/index.ts';
import { comparePermissions } from './check-against.ts';
import { checkContainer } from './check-container.ts';
import { createLocator } from './locate-problem.ts';
import { readFileOptions } from './options.ts';
import { readTemplates } from './read-templates.ts';
import type { TemplateFile } from './read-templates.ts';

const usage =
  'first-party-id check [--json] [--into OTHER] FILE…\n' +
  'first-party-id check --against OLD NEW\n' +
  '  FILE       a template, a directory with templates, a container export (.json), or a glob\n' +
  '  --into     a container that the export would be merged into: must keep everything it has\n' +
  '  --against  an older version: lists what the new one may do beyond it; fails when there is anything\n' +
  '  --json     one JSON document with every problem\n';

/** Checks templates and container exports without running them. */
export const check = { name: 'check', usage, run };

/** A problem with its place in the file. */
type Located = Omit<TemplateProblem, 'section'> & { section: string; line: number; column: number };

export interface CheckedFile {
  file: string;
  /** Why the file could not be read. */
  failure?: string;
  problems: Located[];
}

/** Exit codes: 0 no errors, 1 errors or a file that cannot be read, 2 wrong options. */
function run(args: string[]): Promise<number> {
  const options = {
    json: { type: 'boolean', default: false },
    into: { type: 'string' },
    against: { type: 'string' },
  } as const;
  const read = readFileOptions(args, options, usage);
  if (typeof read === 'string') {
    process.stderr.write(read);
    return Promise.resolve(2);
  }
  const { against, into } = read.values;
  const clash = findClash(read.values, read.positionals);
  if (clash !== undefined) {
    process.stderr.write(`${clash}\n${usage}`);
    return Promise.resolve(2);
  }
  if (against !== undefined) return Promise.resolve(compare(against, read.positionals));
  const containers = read.positionals.filter(isContainer);
  const templates = read.positionals.filter((name) => !isContainer(name));
  const files = [
    ...[...readTemplates(templates)].map(checkFile),
    ...containers.map((file) => checkContainer(file, into)),
  ];
  process.stdout.write(read.values.json ? `${JSON.stringify(files, null, 2)}\n` : print(files));
  return Promise.resolve(files.some(isBad) ? 1 : 0);
}

function isContainer(file: string): boolean {
  return file.endsWith('.json');
}

/** Why the options do not fit together, or the files. */
function findClash(
  { against, into, json }: { against?: string; into?: string; json: boolean },
  files: readonly string[],
): string | undefined {
  if (against !== undefined) {
    if (files.length > 1) return `--against compares with one file, not ${files.length}.`;
    if (into !== undefined || json) return `--against goes without ${json ? '--json' : '--into'}.`;
  }
  const template = files.find((file) => !isContainer(file));
  if (into === undefined || template === undefined) return undefined;
  return `--into goes with container exports: ${template} is none.`;
}

function compare(against: string, [file = '']: readonly string[]): number {
  const compared = comparePermissions(against, file);
  process.stdout.write('failure' in compared ? `${compared.failure}\n` : compared.text);
  return 'failure' in compared || compared.asksForMore ? 1 : 0;
}

function isBad({ failure, problems }: CheckedFile): boolean {
  return failure !== undefined || problems.some(({ severity }) => severity === 'error');
}

function checkFile(read: TemplateFile): CheckedFile {
  const { file } = read;
  if ('failure' in read) return { file, failure: read.failure, problems: [] };
  const { template, warnings } = read.parsed;
  const locate = createLocator(read.text);
  const problems: Located[] = [
    ...warnings.map((warning) => ({ severity: 'warning' as const, column: 1, ...warning })),
    ...checkTemplate(template).map((problem) => ({ ...problem, ...locate(problem) })),
  ];
  return { file, problems };
}

function print(files: readonly CheckedFile[]): string {
  const lines = files.flatMap(({ file, failure, problems }) =>
    failure === undefined ? problems.map((problem) => printProblem(file, problem)) : [failure],
  );
  const all = files.flatMap(({ problems }) => problems);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const unread = files.filter(({ failure }) => failure !== undefined).length;
  const counts = [
    ...countFiles(files.filter(({ failure }) => failure === undefined)),
    count(errors, 'error'),
    count(all.length - errors, 'warning'),
    ...(unread > 0 ? [`${count(unread, 'file')} not read`] : []),
  ];
  return [...lines, counts.join(', ')].join('\n') + '\n';
}

/** Containers are counted where there are any. */
function countFiles(files: readonly CheckedFile[]): string[] {
  const containers = files.filter(({ file }) => isContainer(file)).length;
  const templates = files.length - containers;
  return [
    ...(templates > 0 || containers === 0 ? [count(templates, 'template')] : []),
    ...(containers > 0 ? [count(containers, 'container')] : []),
  ];
}

/** `file (line:column): warning: SECTION /path: message. instead` */
function printProblem(file: string, problem: Located): string {
  const { severity, section, path, scenario, line, column, message, instead } = problem;
  const mark = severity === 'warning' ? 'warning: ' : '';
  const where = scenario === undefined ? (path ?? '') : `"${scenario}"`;
  const subject = [section, where].filter(Boolean).join(' ');
  const advice = instead === undefined ? '' : ` ${instead}`;
  return `${file} (${line}:${column}): ${mark}${subject}: ${message}.${advice}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
