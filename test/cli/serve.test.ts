import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, openSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { keys } from '../../src/cli/keys.ts';
import { serve } from '../../src/cli/serve.ts';
import { readConfiguration } from '../../src/endpoint/configuration/read-configuration.ts';
import { freePort } from '../free-port.ts';
import { waitForAnswer } from '../wait-for-answer.ts';

const sites = [{ origins: ['http://127.0.0.1:3000'], cookieDomain: '' }];
const enough = ['--sites', JSON.stringify(sites), '--development'];
const folders: string[] = [];
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function writeConfig(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'endpoint-'));
  folders.push(folder);
  const file = join(folder, 'endpoint.json');
  await writeFile(file, text);
  return file;
}

interface Command {
  run(args: string[]): Promise<number>;
}

async function runWith(args: string[], command: Command = serve) {
  const streams = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockReturnValue(true),
  );
  const exitCode = await command.run(args);
  const [output = '', message = ''] = streams.map((write) =>
    write.mock.calls.map(([text]) => String(text)).join(''),
  );
  for (const write of streams) write.mockRestore();
  return { exitCode, output, message };
}

describe('serve ends with exit code 2 and says why', () => {
  test('when an option of the configuration is wrong', async () => {
    const file = await writeConfig(JSON.stringify({ sites, maxAgeDays: 'x', development: true }));
    expect(await runWith(['--config', file])).toMatchObject({
      exitCode: 2,
      message: `${file}: maxAgeDays: "x" is refused. Accepted: a whole number of days from 1 to 730.\n`,
    });
  });

  test('when the file is not JSON, or not there', async () => {
    const broken = await runWith(['--config', await writeConfig('{')]);
    expect(broken.exitCode).toBe(2);
    expect(broken.message).toMatch(/endpoint\.json:1:2: not valid JSON/);
    const missing = await runWith(['--config', 'no-such-file.json']);
    expect(missing.exitCode).toBe(2);
    expect(missing.message).toMatch(/^no-such-file\.json: ENOENT/);
  });

  test('when the file is not JSON, with the place and none of its text', async () => {
    const file = await writeConfig('{\n  "keys": [abcdefghijklmnopqrstuvwxyz0123456789]\n}');
    expect(await runWith(['--config', file])).toEqual({
      exitCode: 2,
      output: '',
      message: `${file}:2:12: not valid JSON. Accepted: a readable file with JSON.\n`,
    });
  });

  test('when a variable of the environment is unknown', async () => {
    process.env['FIRST_PARTY_ID_MAX_AGE'] = '1';
    const { exitCode, message } = await runWith(enough);
    delete process.env['FIRST_PARTY_ID_MAX_AGE'];
    expect(exitCode).toBe(2);
    expect(message).toMatch(/^FIRST_PARTY_ID_MAX_AGE: .*, FIRST_PARTY_ID_MAX_AGE_DAYS, /);
  });

  test.each([
    [[], 'sites: a missing option is refused. Accepted: a list of at least one site'],
    [['--port', 'x'], '--port: "x" is refused. Accepted: a whole number from 0 to 65535'],
    [['--port', '65536'], '--port: 65536 is refused'],
    [
      [...enough, '--trusted-proxies', '::1,10.0.0.0/33'],
      '--trusted-proxies[1]: "10.0.0.0/33" is refused',
    ],
    [
      ['--sites', '[{origins:[]}]'],
      '--sites: a text that is not valid JSON is refused. Accepted: ',
    ],
    [['--keys', 'x'], "Unknown option '--keys'"],
    [['--config', 'x', '--verbose'], "Unknown option '--verbose'"],
  ])('for the arguments %j', async (args, start) => {
    const { exitCode, message } = await runWith(args);
    expect([exitCode, message.slice(0, start.length)]).toEqual([2, start]);
  });
});

describe('the configuration', () => {
  afterEach(() => {
    delete process.env['FIRST_PARTY_ID_MAX_AGE_DAYS'];
    delete process.env['FIRST_PARTY_ID_KEYS'];
  });

  test('comes from flags before the environment before the file', async () => {
    const options = { sites, development: true, maxAgeDays: 1, basePath: '/file', metrics: true };
    const file = await writeConfig(JSON.stringify(options));
    process.env['FIRST_PARTY_ID_MAX_AGE_DAYS'] = '2';
    process.env['FIRST_PARTY_ID_KEYS'] = `${'k'.repeat(43)},${'é'.repeat(20)}`;
    const args = ['--print-config', '--config', file, '--base-path', '/flag', '--port', '0'];
    const { exitCode, output } = await runWith(args);
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      maxAgeDays: 2,
      basePath: '/flag',
      metrics: true,
      port: 0,
      sessionTimeoutMinutes: 30,
      keys: ['(secret of 43 bytes)', '(secret of 40 bytes)'],
    });
  });

  test('may begin with a byte order mark', async () => {
    const file = await writeConfig('\uFEFF' + JSON.stringify({ sites, development: true }));
    expect(await runWith(['--check', '--config', file])).toMatchObject({
      exitCode: 0,
      message: '',
    });
  });

  test('keeps the key of a file with an end of line, or of several with spaces', async () => {
    process.env['FIRST_PARTY_ID_KEYS'] = `${'k'.repeat(43)}, ${'l'.repeat(32)}\n`;
    const { output } = await runWith(['--print-config', ...enough]);
    expect(JSON.parse(output)).toMatchObject({
      keys: ['(secret of 43 bytes)', '(secret of 32 bytes)'],
    });
  });

  test('is checked without a start, and an error names where the value stands', async () => {
    const file = await writeConfig(JSON.stringify({ sites, development: true }));
    expect(await runWith(['--check', '--config', file])).toEqual({
      exitCode: 0,
      output: `${file}: the configuration is valid\n`,
      message: '',
    });
    process.env['FIRST_PARTY_ID_MAX_AGE_DAYS'] = 'many';
    const { exitCode, message } = await runWith(['--check', '--config', file]);
    expect([exitCode, message]).toEqual([
      2,
      'FIRST_PARTY_ID_MAX_AGE_DAYS: "many" is refused. Accepted: a whole number of days from 1 to 730.\n',
    ]);
  });
});

describe('keys', () => {
  test('new prints a key that the endpoint accepts, another each time', async () => {
    const [one, other] = [await runWith(['new'], keys), await runWith(['new'], keys)];
    expect(one.output).toMatch(/^[A-Za-z0-9_-]{43}\n$/);
    expect(one.output).not.toBe(other.output);
    expect(() => readConfiguration({ sites, keys: [one.output.trim()] })).not.toThrow();
  });

  test('refuses anything else', async () => {
    expect(await runWith(['old'], keys)).toMatchObject({ exitCode: 2, output: '' });
  });
});

/** The command as a process of its own; ends with the test. */
function spawnServe(args: string[], stdout: 'pipe' | number = 'pipe') {
  const code =
    "const { serve } = await import('./src/cli/serve.ts');" +
    'process.exitCode = await serve.run(process.argv.slice(1));';
  const options = ['--import', 'ts-blank-space/register', '--input-type=module', '-e', code];
  const child = spawn(process.execPath, [...options, '--', ...args], {
    stdio: ['ignore', stdout, 'inherit'],
  });
  children.push(child);
  return child;
}

async function addressOf(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  for await (const line of lines) {
    const { msg, address } = JSON.parse(line);
    if (msg === 'started') return address;
  }
  throw new Error('it ended before it started');
}

test('logs that it starts as a JSON line, serves, and ends with 0 on SIGTERM', async () => {
  const file = await writeConfig(JSON.stringify({ sites, development: true }));
  const child = spawnServe(['--config', file, '--port', '0']);
  const address = await addressOf(child);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
}, 30_000);

describe('goes on serving', () => {
  test.each([
    ['when the disk of its log is full', async () => openSync('/dev/full', 'w')],
    ['when nobody holds the other end of its output', closedPipe],
  ])(
    '%s',
    async (_, openOutput) => {
      const port = await freePort();
      const args = [...enough, '--port', `${port}`, '--log-level', 'debug'];
      const child = spawnServe(args, await openOutput());
      const url = `http://127.0.0.1:${port}/healthz`;
      await waitForAnswer(url);
      for (let request = 0; request < 50; request += 1) {
        expect((await fetch(url)).status).toBe(200);
      }
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([0, null]);
    },
    30_000,
  );

  test('when its output is no longer read', async () => {
    const options = ['--port', '0', '--log-level', 'debug', '--max-requests-per-second', '0'];
    const child = spawnServe([...enough, ...options]);
    const address = await addressOf(child);
    child.stdout?.pause();
    // More than the pipe and the waiting lines hold.
    const path = `/healthz?${'x'.repeat(1000)}`;
    for (let request = 0; request < 1500; request += 1) {
      expect((await fetch(address + path)).status).toBe(200);
    }
    child.stdout?.resume();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  }, 30_000);
});

/** The write end of a pipe whose reader has ended. */
async function closedPipe(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'endpoint-'));
  folders.push(folder);
  const fifo = join(folder, 'pipe');
  execFileSync('mkfifo', [fifo]);
  const reader = openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(fifo, 'w');
  closeSync(reader);
  return writer;
}
