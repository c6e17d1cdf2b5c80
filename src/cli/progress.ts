/** A line that is written over until the work is done. */
export interface Progress {
  show(text: string): void;
  clear(): void;
}

/** Runs that are shorter than this show nothing. */
const patienceMillis = 500;

/** Shows nothing where nobody looks: in files and pipes. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  const start = performance.now();
  let isShown = false;
  return {
    show: (text) => {
      if (!stream.isTTY || performance.now() - start < patienceMillis) return;
      stream.write(`\r\u001b[K${text}`);
      isShown = true;
    },
    clear: () => {
      if (isShown) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}
