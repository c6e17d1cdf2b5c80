import type { Page, PageStorage } from '../page/page.ts';
import type { ApiCall } from './api-call.ts';
import { defineObjectApi } from './define-api.ts';

/** `require` answers undefined where the browser blocks storage. Keys are granted one by one. */
export const localStorage = defineObjectApi(
  'localStorage',
  {
    getItem: {
      accepts: ['string'],
      perform: (call) => permitted(call, 'read')?.getItem(call.text(0)) ?? null,
    },
    setItem: {
      accepts: ['string', 'any'],
      perform: (call) => {
        const storage = permitted(call, 'write');
        return succeeds(() => storage?.setItem(call.text(0), String(call.args[1])));
      },
    },
    removeItem: {
      accepts: ['string'],
      perform: (call) => {
        permitted(call, 'write')?.removeItem(call.text(0));
        return undefined;
      },
    },
  },
  (host) => findStorage(host.page) !== undefined,
);

function permitted(call: ApiCall, operation: 'read' | 'write'): PageStorage | undefined {
  call.host.grants.check('access_local_storage', operation, call.text(0));
  return findStorage(call.host.page);
}

/** Naming `localStorage` throws in a page whose storage is blocked. */
function findStorage(page: Page): PageStorage | undefined {
  try {
    const storage = page.window['localStorage'];
    return isStorage(storage) ? storage : undefined;
  } catch {
    return undefined;
  }
}

function isStorage(value: unknown): value is PageStorage {
  return typeof value === 'object' && value !== null && 'getItem' in value;
}

/** Google's runtime turns a full storage into false; it guards no other call. */
function succeeds(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
