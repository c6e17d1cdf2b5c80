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

const PATIENCE_MILLIS = 20_000;

/** Rarely a browser with a moved clock never gets to its page (2.50: once in some hundred starts); another one does. */
const ATTEMPTS = 3;

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
  const visit: Profile['open'] = async (address, day, seen) => {
    const environment = { DISPLAY: display, LD_PRELOAD: faketime, FAKETIME: `+${day}d` };
    const browser = processes.start(miniBrowser, [...options, address], { environment });
    try {
      return await Promise.race([seen, giveUp(address)]);
    } finally {
      await processes.end();
      await removeSharedMemory(browser.pid);
    }
  };
  return { open: (...page) => retry(() => visit(...page)), close: processes.close };
}

/** A page view that was counted but not told is counted once more in the same session: what is told stays true. */
async function retry<Result>(visit: () => Promise<Result>, attempts = ATTEMPTS): Promise<Result> {
  try {
    return await visit();
  } catch (error) {
    if (attempts > 1) return retry(visit, attempts - 1);
    throw error;
  }
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
