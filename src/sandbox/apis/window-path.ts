import { leadsToHost } from '../border/index.ts';
import type { PageWindow } from '../page/page.ts';

/** The last step of a dotted path: the object that holds it, and its name there. */
export interface WindowPlace {
  parent: object;
  name: string;
}

/**
 * Follows a dotted path from the window. Undefined where a parent is missing or is the window or the document again.
 * `ownOnly` refuses parents that are inherited, as reading does and calling does not.
 */
export function findPlace(
  window: PageWindow,
  path: string,
  options: { ownOnly: boolean },
): WindowPlace | undefined {
  const names = path.split('.');
  const name = names.pop() ?? '';
  let parent: object = window;
  for (const step of names) {
    if (options.ownOnly && !Object.hasOwn(parent, step)) return undefined;
    if (leadsToHost(parent, step, window)) return undefined;
    const next: unknown = Reflect.get(parent, step);
    if (!isHolder(next) || next === window || next === window.document) return undefined;
    parent = next;
  }
  return leadsToHost(parent, name, window) ? undefined : { parent, name };
}

/** What stands at the place now. */
export function readPlace(place: WindowPlace): unknown {
  return Reflect.get(place.parent, place.name);
}

export function writePlace(place: WindowPlace, value: unknown): void {
  Reflect.set(place.parent, place.name, value);
}

function isHolder(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
