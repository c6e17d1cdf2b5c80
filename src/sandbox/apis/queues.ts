import { allToPage, toSandbox } from '../border/index.ts';
import type { PageWindow } from '../page/page.ts';
import { SandboxError, SandboxFunction } from '../values/index.ts';
import { defineApi } from './define-api.ts';
import { findPlace, readPlace, writePlace } from './window-path.ts';
import type { WindowPlace } from './window-path.ts';

/** A function that pushes its arguments. The array is looked up once: a later one under the name is not followed. */
export const createQueue = defineApi('createQueue', {
  accepts: ['string'],
  perform: ({ host, text }) => {
    const path = text(0);
    host.grants.check('access_globals', 'readwrite', path);
    const queue = findOrMakeArray(host.page.window, path);
    return new SandboxFunction('', (args) => {
      pushAll(queue, path, allToPage(args));
      return undefined;
    });
  },
});

/** The function of that name, or a new one that pushes its `arguments` object, as gtag does. */
export const createArgumentsQueue = defineApi('createArgumentsQueue', {
  accepts: ['string', 'string'],
  perform: ({ host, text }) => {
    const [functionPath, arrayPath] = [text(0), text(1)];
    host.grants.check('access_globals', 'readwrite', functionPath);
    host.grants.check('access_globals', 'readwrite', arrayPath);
    const place = requirePlace(host.page.window, functionPath);
    const current = readPlace(place);
    if (current !== undefined) return typeof current === 'function' ? toSandbox(current) : null;
    const queue = findOrMakeArray(host.page.window, arrayPath);
    const push = function (): void {
      // eslint-disable-next-line prefer-rest-params -- GTM takes only a real `arguments` object for a command.
      pushAll(queue, arrayPath, [arguments]);
    };
    writePlace(place, push);
    return toSandbox(push);
  },
});

function requirePlace(window: PageWindow, path: string): WindowPlace {
  const place = findPlace(window, path, { ownOnly: false });
  if (place) return place;
  const parent = path.slice(0, path.lastIndexOf('.'));
  throw new SandboxError(`Path ${parent} does not exist.`);
}

function findOrMakeArray(window: PageWindow, path: string): unknown {
  const place = requirePlace(window, path);
  if (readPlace(place) === undefined) writePlace(place, []);
  return readPlace(place);
}

/** Through the array's own `push`, which GTM replaces in the data layer. */
function pushAll(queue: unknown, path: string, values: readonly unknown[]): void {
  if (!Array.isArray(queue)) throw new SandboxError(`Object at ${path} in window is not an array.`);
  queue.push(...values);
}
