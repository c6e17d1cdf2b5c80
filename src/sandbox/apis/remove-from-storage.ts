import type { SandboxValue } from '../values/index.ts';
import type { ApiCall } from './api-call.ts';
import type { ApiFunction } from './define-api.ts';

/** What the storages of templates have in common; `storageOf` asks for the permission. */
export function removeFromStorage(
  storageOf: (call: ApiCall) => Map<string, SandboxValue>,
): Record<'removeItem' | 'clear', ApiFunction> {
  return {
    removeItem: {
      accepts: ['string'],
      perform: (call) => {
        storageOf(call).delete(call.text(0));
        return undefined;
      },
    },
    clear: {
      accepts: [],
      perform: (call) => {
        storageOf(call).clear();
        return undefined;
      },
    },
  };
}
