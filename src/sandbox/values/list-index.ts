import type { SandboxValue } from './sandbox-value.ts';

const highestIndex = 2 ** 32 - 2;

/** The index that a key names: a non-negative integer or its canonical string. -1 for any other key. */
export function listIndex(key: SandboxValue): number {
  const index = typeof key === 'number' ? key : Number(key);
  if (!(index >= 0 && index <= highestIndex) || index % 1 !== 0) return -1;
  return typeof key === 'number' || String(key) === String(index) ? index : -1;
}
