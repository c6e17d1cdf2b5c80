import { spawnSync } from 'node:child_process';
import { missingPackages } from './find-webkit.ts';
import { listStartedBy } from './processes.ts';

// `npm run test:webkit`: the tests of this folder, one after the other. Writes the page on lifetimes anew.

const missing = missingPackages();
if (missing.length > 0) {
  process.stderr.write(`WebKitGTK is missing. On Debian: apt-get install ${missing.join(' ')}\n`);
  process.exit(2);
}
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const { pid, status } = spawnSync(process.execPath, [...jest, '--runInBand', 'test/webkit'], {
  stdio: 'inherit',
  env: { ...process.env, WRITE_LIFETIMES: '1' },
});
const left = listStartedBy(pid);
if (left.length > 0) process.stderr.write(`Still running: ${JSON.stringify(left)}\n`);
process.exit(left.length > 0 ? 1 : (status ?? 1));
