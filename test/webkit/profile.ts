import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findWebKit } from './find-webkit.ts';
import { createProcesses } from './processes.ts';

/** A browser of one visitor that keeps its cookies from one start to the next. */
export interface Profile {
  /** Opens a page on a day counted from today, for as long as `seen` takes. */
  open<Result>(address: string, day: number, seen: Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export interface ProfileOptions {
  /** Whether WebKit's tracking prevention is on. */
  isPrevented: boolean;
  /** Where the browser shows itself. */
  display: string;
  /** Address of the proxy by which it finds all hosts. */
  proxy: string;
}

const PATIENCE_MILLIS = 60_000;

/** Makes the profile. WebDriver's are ephemeral, and there the prevention shortens nothing; hence no driver. */
export async function createProfile(profile: ProfileOptions): Promise<Profile> {
  const { isPrevented, display, proxy } = profile;
  const { miniBrowser, faketime } = findWebKit();
  const processes = await createProcesses();
  const options = [
    `--cookies-file=${join(processes.folder, 'cookies.txt')}`,
    `--proxy=${proxy}`,
    '--ignore-tls-errors',
    ...(isPrevented ? ['--enable-itp'] : []),
  ];
  return {
    async open(address, day, seen) {
      const environment = { DISPLAY: display, LD_PRELOAD: faketime, FAKETIME: `+${day}d` };
      const browser = processes.start(miniBrowser, [...options, address], { environment });
      try {
        return await Promise.race([seen, giveUp(address)]);
      } finally {
        await processes.end();
        await removeSharedMemory(browser.pid);
      }
    },
    close: processes.close,
  };
}

async function giveUp(address: string): Promise<never> {
  await wait(PATIENCE_MILLIS, undefined, { ref: false });
  throw new Error(`No word from ${address} for ${PATIENCE_MILLIS / 1000} s.`);
}

/** libfaketime leaves it behind when a program is ended by a signal. */
async function removeSharedMemory(pid: number | undefined): Promise<void> {
  for (const name of [`faketime_shm_${pid}`, `sem.faketime_sem_${pid}`]) {
    await rm(join('/dev/shm', name), { force: true });
  }
}
