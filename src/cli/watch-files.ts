import { watch } from 'node:fs';
import { dirname } from 'node:path';

/** Editors write a file in several steps. */
const quietMillis = 100;

/**
 * Calls back after files have changed, until the signal says stop. Their folders are watched: an editor may replace a
 * file by another one.
 */
export function watchFiles(
  files: readonly string[],
  onChange: () => void,
  signal: AbortSignal,
): Promise<void> {
  const folders = new Set(files.map((file) => dirname(file)));
  let timer: NodeJS.Timeout | undefined;
  const notice = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onChange, quietMillis);
  };
  for (const folder of folders) watch(folder, { signal }, notice);
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
