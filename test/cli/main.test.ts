import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

test('a reader that closes the pipe too early does not make a success of a failure', async () => {
  const args = ['--import', 'ts-blank-space/register', 'src/cli/main.ts', 'test', 'none.tpl'];
  const child = spawn(process.execPath, [...args, 'template/first-party-id-variable.tpl'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.destroy();
  expect(await once(child, 'exit')).toEqual([1, null]);
}, 30_000);
