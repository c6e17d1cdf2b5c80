import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

/** Runs the built command line; `npm test` builds it before. */
function run(...args: string[]) {
  return spawnSync(process.execPath, ['dist/cli/main.js', ...args], { encoding: 'utf8' });
}

describe('first-party-id', () => {
  test.each(['build', 'check', 'fmt', 'keys', 'serve', 'test'])('%s --help says how', (command) => {
    const { status, stdout, stderr } = run(command, '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`first-party-id ${command}`);
  });

  test('without a command says which there are', () => {
    const { status, stdout } = run();
    expect(status).toBe(2);
    expect(stdout).toContain('first-party-id <command>');
  });

  test('refuses a command that does not exist, and names those that do', () => {
    const { status, stderr } = run('dance');
    expect(status).toBe(2);
    expect(stderr).toContain('"dance" is no command. Accepted: build, check, cookies');
  });

  test('checks its own templates without a word of complaint', () => {
    const { status, stdout } = run('check', 'template');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: '3 templates, 0 errors, 0 warnings\n',
    });
  });

  test('finds its own templates in canonical form', () => {
    expect(run('fmt', '--check', 'template').status).toBe(0);
  });
});

test('the library is imported as first-party-id/sandbox', () => {
  const program = `
    import { runTemplate } from 'first-party-id/sandbox';
    const { status, value } = await runTemplate({ code: 'return data.text.toUpperCase();', data: { text: 'hello' } });
    process.stdout.write(status + ' ' + value);`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program]);
  expect(output.toString()).toBe('returned HELLO');
});

test('the example on the sandbox’s page runs', () => {
  const [, example = ''] =
    /```js\n([\s\S]*?)```/.exec(readFileSync('src/sandbox/README.md', 'utf8')) ?? [];
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', example]);
  const lines = output.toString().trim().split('\n');
  expect(lines[0]).toBe('0 problems');
  expect(lines.at(-1)).toMatch(/^success \d+ API calls$/);
  expect(lines.slice(1, -1).filter((line) => !line.startsWith('passed'))).toEqual([]);
});

test('the example of the endpoint in a server of yours runs', () => {
  const page = readFileSync('src/endpoint/README.md', 'utf8');
  const [, example = ''] = /```js\n(import { createHandler }[\s\S]*?)```/.exec(page) ?? [];
  const program = `${example.replace('export default', 'const server =')}
    const headers = { origin: 'https://www.example.com' };
    const request = new Request('https://www.example.com/fpid/id', { method: 'POST', headers });
    const response = await server.fetch(request);
    process.stdout.write(response.status + ' ' + Object.keys(await response.json()));`;
  const env = { ...process.env, FIRST_PARTY_ID_KEYS: 'one secret of at least 32 bytes for tests' };
  const args = ['--input-type=module', '--eval', program];
  expect(execFileSync(process.execPath, args, { env }).toString()).toBe(
    '200 serverId,expiresSeconds,cookies',
  );
});

test('the template says the version of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(readFileSync('template/first-party-id-tag.tpl', 'utf8')).toContain(
    `// First-Party ID ${version}\n`,
  );
});
