import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { findWebKit } from './find-webkit.ts';
import { createProcesses } from './processes.ts';

export interface Display {
  /** As programs want it in the variable DISPLAY. */
  name: string;
  close(): Promise<void>;
}

/** Starts an X server that shows nothing, under a free number. */
export async function startDisplay(): Promise<Display> {
  const { xvfb } = findWebKit();
  const processes = await createProcesses();
  const args = ['-displayfd', '3', '-screen', '0', '800x600x24', '-nolisten', 'tcp'];
  const server = processes.start(xvfb, args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const pipe = server.stdio[3] as Readable;
  try {
    const [number] = await Promise.race([once(pipe, 'data'), failAtExit(server)]);
    return { name: `:${String(number).trim()}`, close: processes.close };
  } catch (error) {
    await processes.close();
    throw error;
  }
}

async function failAtExit(server: ChildProcess): Promise<never> {
  const [code] = await once(server, 'exit');
  throw new Error(`Xvfb ended: ${code}`);
}
