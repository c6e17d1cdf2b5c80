import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../src/cli/build.ts';
import { writeFolder } from '../generator/write-folder.ts';

let output = '';

beforeEach(() => {
  output = '';
  const keep = (text: unknown): boolean => {
    output += String(text);
    return true;
  };
  jest.spyOn(process.stdout, 'write').mockImplementation(keep);
  jest.spyOn(process.stderr, 'write').mockImplementation(keep);
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe('first-party-id build', () => {
  test('writes the template, making its folder', async () => {
    const from = writeFolder({});
    const out = join(from, 'new', 'small.tpl');
    expect(await build.run(['--from', from, '--out', out])).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('data.gtmOnSuccess();');
    expect(output).toBe(`${out} written\n`);
  });

  test('checks a fresh file, a stale one and one that is not there', async () => {
    const from = writeFolder({});
    const out = join(from, 'small.tpl');
    const options = ['--from', from, '--out', out];
    expect(await build.run([...options, '--check'])).toBe(1);
    expect(output).toBe(
      `${out} does not exist. Run: first-party-id build --from ${from} --out ${out}\n`,
    );
    await build.run(options);
    expect(await build.run([...options, '--check'])).toBe(0);
    appendFileSync(out, ' ');
    expect(await build.run(['--check', ...options])).toBe(1);
    expect(output).toMatch(
      /small\.tpl is stale\. Run: first-party-id build --from \S+ --out \S+\n$/,
    );
  });

  test('fails with the place when the build is refused', async () => {
    const from = writeFolder({ 'tag/main.ts': 'data.gtmOnSuccess(window);' });
    expect(await build.run(['--from', from, '--out', join(from, 'a.tpl')])).toBe(1);
    expect(output).toMatch(/^tag\/main\.ts \(1:19\): window is not declared\./);
  });

  test('fails when the folder has no main.ts', async () => {
    const from = join(writeFolder({}), 'nothing');
    expect(await build.run(['--from', from])).toBe(1);
    expect(output).toContain('nothing');
  });

  test.each([['--chek'], ['file.tpl']])('does not know %s', async (argument) => {
    expect(await build.run([argument])).toBe(2);
    expect(output).toContain(argument);
    expect(output).toContain('first-party-id build [--data-layer NAME]');
  });
});
