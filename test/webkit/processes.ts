import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Every program has this variable, and hands it on to those that it starts, daemons too. */
const MARK = 'WEBKIT_TEST';
const POLITE_MILLIS = 3000;
const PATIENCE_MILLIS = 15_000;

/** Programs that are started together and end together, with all that they have started themselves. */
export interface Processes {
  /** The home of the programs; it goes with them. */
  folder: string;
  start(file: string, args: string[], more?: StartOptions): ChildProcess;
  list(): RunningProcess[];
  /** Ends all that runs; the folder stays. */
  end(): Promise<void>;
  /** Ends all and removes the folder. */
  close(): Promise<void>;
}

export interface StartOptions {
  environment?: Record<string, string>;
  stdio?: StdioOptions;
}

export interface RunningProcess {
  pid: number;
  command: string;
}

/** Makes an empty set of programs in a temporary folder. */
export async function createProcesses(): Promise<Processes> {
  const folder = await mkdtemp(join(tmpdir(), 'webkit-'));
  const mark = `${process.pid}-${randomUUID()}`;
  const list = () => findMarked(mark);
  const end = () => endAll(list);
  return {
    folder,
    start(file, args, { environment, stdio = 'ignore' } = {}) {
      const env = { ...environmentIn(folder), ...environment, [MARK]: mark };
      // Should this process die, the kernel ends the program.
      return spawn('setpriv', ['--pdeathsig', 'SIGTERM', file, ...args], { stdio, env });
    },
    list,
    end,
    async close() {
      await end();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** All that runs of what the tests in a process have started. */
export function listStartedBy(pid: number): RunningProcess[] {
  return findMarked(`${pid}-`);
}

/** Nothing of the user's own settings, and no bus of the desktop, whose daemons would stay. */
function environmentIn(folder: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_RUNTIME_DIR: folder,
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '1',
    // Nobody looks; without it a browser starts faster.
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    LANG: 'C.UTF-8',
  };
}

/** The processes whose mark begins so, as Linux tells it. One that has ended tells nothing. */
function findMarked(start: string): RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => readOrEmpty(`/proc/${name}/environ`).includes(`${MARK}=${start}`))
    .map((name) => ({
      pid: Number(name),
      command: readOrEmpty(`/proc/${name}/cmdline`).replaceAll('\0', ' ').trim(),
    }));
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Asks them to end, then insists: what a program starts while it ends is found in the next round. */
async function endAll(list: () => RunningProcess[]): Promise<void> {
  const start = performance.now();
  for (let running = list(); running.length > 0; running = list()) {
    const passed = performance.now() - start;
    if (passed > PATIENCE_MILLIS) throw new Error(`Still running: ${JSON.stringify(running)}`);
    for (const { pid } of running) kill(pid, passed < POLITE_MILLIS ? 'SIGTERM' : 'SIGKILL');
    await wait(50);
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
