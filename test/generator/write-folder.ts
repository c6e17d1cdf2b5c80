import { afterAll } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The smallest template folder that builds. */
const SMALLEST: Readonly<Record<string, string>> = {
  'package.json': '{ "version": "1.2.3" }',
  'tag/main.ts': 'data.gtmOnSuccess();\n',
  'tag/info.ts': `export const info = {
  type: 'TAG',
  id: 'cvt_temp_public_id',
  version: 1,
  displayName: 'Small',
  description: 'Ends at once.',
  containerContexts: ['WEB'],
};
`,
  'tag/fields.ts': 'export const fields = [];\n',
  'tag/permissions.ts': 'export const permissions = {};\n',
};

const roots: string[] = [];

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

/** Writes a template folder, the smallest with some files changed, and gives its path. */
export function writeFolder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'template-'));
  roots.push(root);
  for (const [path, text] of Object.entries({ ...SMALLEST, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return join(root, 'tag');
}
