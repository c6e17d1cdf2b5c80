import type { MemoryPage } from '../page/create-memory-page.ts';
import { SandboxError } from '../values/index.ts';

/** More than a template has use for; it is fewer than a page drains. */
const mostCallbacks = 5000;

/** A page whose callbacks cannot make new ones for ever. What goes beyond the limit is one of its errors. */
export function limitCallbacks(page: MemoryPage): MemoryPage {
  let count = 0;
  return {
    ...page,
    schedule: (callback) => {
      count += 1;
      if (count <= mostCallbacks) page.schedule(callback);
      if (count !== mostCallbacks + 1) return;
      page.errors.push(new SandboxError(`More than ${mostCallbacks} callbacks were scheduled`));
    },
  };
}
