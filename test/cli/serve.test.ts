import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../src/cli/serve.ts';

const sites = [{ origins: ['http://127.0.0.1:3000'], cookieDomain: '' }];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function writeConfig(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'endpoint-'));
  folders.push(folder);
  const file = join(folder, 'endpoint.json');
  await writeFile(file, text);
  return file;
}

async function runWith(args: string[]) {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const exitCode = await serve.run(args);
  const message = write.mock.calls.map(([text]) => String(text)).join('');
  write.mockRestore();
  return { exitCode, message };
}

describe('serve ends with exit code 2 and says why', () => {
  test('when an option of the configuration is wrong', async () => {
    const file = await writeConfig(JSON.stringify({ sites, maxAgeDays: 'x', development: true }));
    expect(await runWith(['--config', file])).toEqual({
      exitCode: 2,
      message: 'maxAgeDays: "x" is refused. Accepted: a whole number of days from 1 to 730.\n',
    });
  });

  test('when the file is not JSON, or not there', async () => {
    const broken = await runWith(['--config', await writeConfig('{')]);
    expect(broken.exitCode).toBe(2);
    expect(broken.message).toMatch(/endpoint\.json: .*JSON/);
    const missing = await runWith(['--config', 'no-such-file.json']);
    expect(missing.exitCode).toBe(2);
    expect(missing.message).toMatch(/^no-such-file\.json: ENOENT/);
  });

  test.each([
    [[], '--config is missing'],
    [['--config', 'x', '--port', 'x'], '--port: "x" is refused. Accepted: 0 to 65535'],
    [['--config', 'x', '--port', '65536'], '--port: "65536" is refused'],
    [['--config', 'x', '--verbose'], "Unknown option '--verbose'"],
  ])('for the arguments %j', async (args, start) => {
    const { exitCode, message } = await runWith(args);
    expect([exitCode, message.slice(0, start.length)]).toEqual([2, start]);
  });
});

test('prints one line with the address, serves, and ends with 0 on SIGTERM', async () => {
  const file = await writeConfig(JSON.stringify({ sites, development: true }));
  const code =
    "const { serve } = await import('./src/cli/serve.ts');" +
    'process.exitCode = await serve.run(process.argv.slice(1));';
  const options = ['--import', 'ts-blank-space/register', '--input-type=module', '-e', code];
  const args = ['--', '--config', file, '--port', '0'];
  const child = spawn(process.execPath, [...options, ...args]);
  const [line] = await once(child.stdout, 'data');
  const address = /^first-party-id endpoint on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(
    String(line),
  )?.[1];
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
}, 30_000);
