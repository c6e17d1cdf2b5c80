import { spawnSync } from 'node:child_process';

/** What a tool of this package has to complain about; '' when nothing. */
export function complaintsOf(tool: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(`node_modules/.bin/${tool}`, args, {
    encoding: 'utf8',
  });
  return status === 0 ? '' : stdout + stderr || `${tool} failed`;
}
