import { readFileSync } from 'node:fs';
import type { Loaders } from '../types.ts';

/** Beside the built endpoint, and from the sources. */
const places = ['../', '../../../dist/'];

/** The loader's scripts; none where they are not there, as in a bundle of the endpoint alone. */
export function readLoaders(): Loaders {
  return { ...readLoader('loader.js'), ...readLoader('loader-all.js') };
}

function readLoader(file: keyof Loaders): Loaders {
  for (const place of places) {
    try {
      return { [file]: readFileSync(new URL(place + file, import.meta.url), 'utf8') };
    } catch {
      // The next place.
    }
  }
  return {};
}
