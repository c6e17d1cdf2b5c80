import type { ContainerExport } from './types.ts';

/** A container export in the bytes that Google writes: four spaces, and no line break at the end. */
export function printContainer(container: ContainerExport): string {
  return JSON.stringify(container, null, 4);
}
