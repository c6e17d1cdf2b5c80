import type { PageWindow } from '../page/page.ts';

/** What APIs read of a window. */
const parts = ['document', 'location', 'navigator', 'localStorage', 'console'] as const;

/**
 * Makes a page's window of an object: what it lacks is added from another one, not enumerable, so that the template
 * acts on the very object that its caller sees.
 */
export function completeWindow(window: object, defaults: PageWindow): PageWindow {
  for (const part of parts) {
    if (part in window) continue;
    const isDefined = Reflect.defineProperty(window, part, {
      value: defaults[part],
      writable: true,
      configurable: true,
    });
    if (!isDefined) {
      throw new TypeError(`window has no ${part} and takes none; accepted: an object with room`);
    }
  }
  return window as PageWindow;
}
