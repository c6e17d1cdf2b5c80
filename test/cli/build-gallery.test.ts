import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../src/cli/build.ts';
import { parseTemplate } from '../../src/tpl/index.ts';
import { captureOutput } from './capture-output.ts';

const output = captureOutput();
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gallery-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (file: string) => readFileSync(join(folder, 'first-party-id-tag', file), 'utf8');
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
    cwd: join(folder, 'first-party-id-tag'),
    encoding: 'utf8',
  });

test('each template gets the repository that the gallery wants, with the icon', async () => {
  expect(await build.run(['--gallery', folder])).toBe(0);
  expect(output.stdout.trim().split('\n')).toHaveLength(12);
  const { template } = parseTemplate(read('template.tpl'));
  const icon = readFileSync('src/gtm/icon.png').toString('base64');
  expect(template.info.brand?.thumbnail).toBe(`data:image/png;base64,${icon}`);
  expect(read('LICENSE')).toBe(readFileSync('LICENSE', 'utf8'));
  expect(read('metadata.yaml')).toContain('versions: []');
});

test('once the template is committed, its commit is the newest version', async () => {
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Add the template');
  await build.run(['--gallery', folder]);
  const sha = git('rev-parse', 'HEAD').trim();
  expect(read('metadata.yaml')).toContain(`  - sha: ${sha}\n    changeNotes: `);
  expect(await build.run(['--gallery', folder, '--check'])).toBe(0);
});
