import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fmt } from '../../src/cli/fmt.ts';
import { captureOutput } from './capture-output.ts';
import { templateText, writeFiles } from './write-templates.ts';

const output = captureOutput();

describe('first-party-id fmt', () => {
  test('writes what is not canonical, and only that', async () => {
    const edited = templateText().replaceAll('\n\n\n', '\n\n').replaceAll('\n', '\r\n');
    const folder = writeFiles({ 'a.tpl': edited, 'b.tpl': templateText() });
    expect(await fmt.run([folder])).toBe(0);
    expect(readFileSync(join(folder, 'a.tpl'), 'utf8')).toBe(templateText());
    expect(output).toEqual({ stdout: `${join(folder, 'a.tpl')} written\n`, stderr: '' });
  });

  test('only tells with --check', async () => {
    const folder = writeFiles({ 'a.tpl': `\n${templateText()}`, 'b.tpl': templateText() });
    const file = join(folder, 'a.tpl');
    expect(await fmt.run(['--check', folder])).toBe(1);
    expect(output.stderr).toBe(`${file} is not canonical. Run: first-party-id fmt ${file}\n`);
    expect(readFileSync(file, 'utf8')).toBe(`\n${templateText()}`);
    expect(await fmt.run([folder])).toBe(0);
    expect(await fmt.run(['--check', folder])).toBe(0);
  });

  test('leaves a foreign file alone and writes the others', async () => {
    const folder = writeFiles({ 'a.tpl': 'foreign', 'b.tpl': `\n${templateText()}` });
    expect(await fmt.run([folder])).toBe(1);
    expect(readFileSync(join(folder, 'a.tpl'), 'utf8')).toBe('foreign');
    expect(readFileSync(join(folder, 'b.tpl'), 'utf8')).toBe(templateText());
  });

  test('needs a file', async () => {
    expect(await fmt.run([])).toBe(2);
    expect(output.stderr).toContain('No file is given.\nfirst-party-id fmt');
  });
});
