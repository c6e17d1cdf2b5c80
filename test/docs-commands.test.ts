import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { blocksOf, pages } from './docs-pages.ts';

// The command line comes from dist/cli: build first.
const cli = resolve('dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'docs-'));
const commands = [
  ...new Set(
    pages
      .flatMap((page) => blocksOf(page, 'sh'))
      .join('\n')
      .split('\n'),
  ),
].flatMap((line) => /\bfirst-party-id ([^)#]+)/.exec(line)?.[1]?.trim() ?? []);

/** What would wait for ever, or ask the internet, is cut short. */
const cutShort: Record<string, string> = {
  serve: '--check',
  doctor: '--resolver 127.0.0.1:9',
};

/** The files that the pages speak of, as the pages show them. */
beforeAll(() => {
  const [identity = ''] = blocksOf('src/gtm/README.md', 'json');
  const [endpoint = ''] = blocksOf('src/endpoint/README.md', 'json');
  writeFileSync(join(folder, 'identity.json'), identity);
  writeFileSync(join(folder, 'endpoint.json'), endpoint);
  for (const name of ['template', 'old', 'new']) {
    copyFileSync('template/first-party-id-tag.tpl', join(folder, `${name}.tpl`));
  }
  for (const name of ['web', 'server']) {
    copyFileSync(`template/${name}-container.json`, join(folder, `${name}-container.json`));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(commands)('first-party-id %s does what the page says', (line) => {
  const [command = ''] = line.split(' ');
  const args = `${line} ${cutShort[command] ?? ''}`.trim().split(/\s+/);
  const env = {
    ...process.env,
    FIRST_PARTY_ID_KEYS: '["one secret of at least 32 bytes, for tests"]',
  };
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, env });
  // A site that cannot be found is the doctor's own answer.
  const expected = command === 'doctor' ? 1 : 0;
  expect({ status, stderr: expected === 0 ? `${stderr}` : '' }).toEqual({
    status: expected,
    stderr: '',
  });
});

test.each(pages)('the JSON of %s is JSON', (page) => {
  for (const block of blocksOf(page, 'json')) expect(() => JSON.parse(block)).not.toThrow();
});

test('the pages show every command', () => {
  const { stderr } = spawnSync(process.execPath, [cli, 'dance']);
  const known = /Accepted: (.*)\./.exec(`${stderr}`)?.[1]?.split(', ') ?? [];
  const shown = pages.map((page) => readFileSync(page, 'utf8')).join();
  expect(known.length).toBeGreaterThan(6);
  expect(known.filter((name) => !shown.includes(`first-party-id ${name}`))).toEqual([]);
});
