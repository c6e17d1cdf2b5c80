import { expect, test } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { once } from 'node:events';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startDisplay } from './display.ts';
import { describeInWebKit } from './in-webkit.ts';
import { launchWebKit } from './launch-webkit.ts';
import { createProcesses, listStartedBy } from './processes.ts';
import { createProfile } from './profile.ts';

const programs = () =>
  listStartedBy(process.pid).map(({ command }) => basename(command.split(' ')[0] ?? ''));

async function whenRunning(program: string): Promise<void> {
  while (!programs().includes(program)) await wait(20);
}

describeInWebKit('after the end', () => {
  test('of a driven browser nothing runs', async () => {
    const browser = await launchWebKit({ httpsPort: 1, httpPort: 1 });
    await browser.newPage();
    expect(programs()).toEqual(
      expect.arrayContaining(['Xvfb', 'WebKitWebDriver', 'MiniBrowser', 'WebKitNetworkProcess']),
    );
    await browser.close();
    expect(programs()).toEqual([]);
  });

  test('of a visit nothing runs, and no shared memory of the moved clock is left', async () => {
    const sharedMemory = () => readdirSync('/dev/shm').filter((name) => name.includes('faketime'));
    const before = sharedMemory();
    const display = await startDisplay();
    const place = { display: display.name, proxy: 'http://127.0.0.1:1' };
    const profile = await createProfile({ isPrevented: true, ...place });
    await profile.open('about:blank', 8, whenRunning('WebKitNetworkProcess'));
    expect(programs()).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/WebKit|Browser/)]),
    );
    await profile.close();
    await display.close();
    expect(programs()).toEqual([]);
    expect(sharedMemory()).toEqual(before);
  });

  test('a program that does not want to is ended, and its folder is gone', async () => {
    const processes = await createProcesses();
    const script = 'trap "" TERM; setsid sleep 100 & echo ready; sleep 100';
    const { stdout } = processes.start('sh', ['-c', script], { stdio: 'pipe' });
    if (stdout !== null) await once(stdout, 'data');
    expect(processes.list().length).toBeGreaterThanOrEqual(2);
    expect(existsSync(processes.folder)).toBe(true);
    await processes.close();
    expect(processes.list()).toEqual([]);
    expect(existsSync(processes.folder)).toBe(false);
  });
});
