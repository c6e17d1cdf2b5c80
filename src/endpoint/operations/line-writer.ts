import { write } from 'node:fs';

/** Writes lines one after another without making anybody wait. */
export interface LineWriter {
  write(line: string): void;
  /** Resolves when all lines are written, and after the given time at the latest. */
  flush(limitMillis: number): Promise<void>;
}

/** How much waits for a reader that has stopped reading; lines that come later are lost. */
const maxWaitingLength = 1_000_000;
const retryMillis = 20;

/**
 * A writer that loses lines rather than fail or grow, when the disk is full or nobody reads.
 * `process.stdout` would make the whole process wait for a pipe that is not read.
 */
export function createLineWriter(fileDescriptor: number): LineWriter {
  let waiting = '';
  let isWriting = false;
  const whenIdle: (() => void)[] = [];

  function writeNext(): void {
    isWriting = waiting !== '';
    if (!isWriting) return whenIdle.splice(0).forEach((report) => report());
    const bytes = Buffer.from(waiting);
    waiting = '';
    writeRest(bytes);
  }

  function writeRest(bytes: Buffer): void {
    write(fileDescriptor, bytes, (error, written) => {
      if (error?.code === 'EAGAIN') return void setTimeout(writeRest, retryMillis, bytes);
      // After any other error this part is lost, and the next one is tried: a disk can get room again.
      if (error || written === bytes.length) return writeNext();
      return writeRest(bytes.subarray(written));
    });
  }

  return {
    write(line) {
      if (waiting.length + line.length > maxWaitingLength) return;
      waiting += line;
      if (!isWriting) writeNext();
    },
    flush: (limitMillis) =>
      new Promise((resolve) => {
        if (!isWriting) return resolve();
        setTimeout(resolve, limitMillis).unref();
        whenIdle.push(resolve);
      }),
  };
}
