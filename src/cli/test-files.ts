import { runScenarios } from '../sandbox/index.ts';
import { messageOf } from './options.ts';
import type { Progress } from './progress.ts';
import { readTemplates } from './read-templates.ts';
import type { TemplateFile } from './read-templates.ts';
import type { FileReport, Reporter, TimedResult } from './reporters/report.ts';

export interface TestRun {
  /** Files, directories, globs. */
  targets: readonly string[];
  /** Which scenarios run. */
  grep: RegExp;
  reporter: Reporter;
  progress: Progress;
  write: (text: string) => void;
}

/** Runs the scenarios of all files, one file after the other, and writes the report. */
export async function testFiles(run: TestRun): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const file of readTemplates(run.targets)) {
    const report = await testFile(file, run);
    reports.push(report);
    run.progress.clear();
    run.write(run.reporter.printFile(report));
  }
  run.write(run.reporter.printEnd(reports));
  return reports;
}

async function testFile(read: TemplateFile, { grep, progress }: TestRun): Promise<FileReport> {
  const { file } = read;
  if ('failure' in read) return { file, failure: read.failure, results: [] };
  const results: TimedResult[] = [];
  let start = performance.now();
  try {
    await runScenarios(read.parsed.template, {
      file,
      only: (name) => grep.test(name),
      onResult: (result) => {
        results.push({ ...result, millis: performance.now() - start });
        start = performance.now();
        progress.show(`${file}: ${results.length}`);
      },
    });
    return { file, results };
  } catch (error) {
    return { file, failure: `${file}: ${messageOf(error)}`, results };
  }
}
