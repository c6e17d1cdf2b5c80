import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What differs between templates of these tests. */
interface Parts {
  code?: string;
  /** The YAML of the scenarios. */
  tests?: string;
}

/** The text of a small variable, canonical. */
export function templateText({ code = 'return 1;', tests = 'scenarios: []' }: Parts = {}): string {
  const info = {
    type: 'MACRO',
    id: 'cvt_temp_public_id',
    version: 1,
    securityGroups: [],
    displayName: 'Small',
    description: '',
    containerContexts: ['WEB'],
  };
  const sections = {
    INFO: JSON.stringify(info, null, 2),
    TEMPLATE_PARAMETERS: '[]',
    SANDBOXED_JS_FOR_WEB_TEMPLATE: code,
    TESTS: tests,
    NOTES: 'Small.',
  };
  return Object.entries(sections)
    .map(([name, body]) => `___${name}___\n\n${body}\n\n\n`)
    .join('');
}

/** Writes files into a new folder and answers its path. */
export function writeFiles(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cli-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
