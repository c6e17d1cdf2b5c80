import type { ApiCall } from './api-call.ts';
import { defineObjectApi } from './define-api.ts';
import { removeFromStorage } from './remove-from-storage.ts';

/** Shared by all runs of one template on the page; values are kept by reference. */
export const templateStorage = defineObjectApi('templateStorage', {
  getItem: {
    accepts: ['string'],
    perform: (call) => permitted(call).get(call.text(0)) ?? null,
  },
  setItem: {
    accepts: ['string', 'any'],
    perform: (call) => {
      permitted(call).set(call.text(0), call.args[1]);
      return undefined;
    },
  },
  ...removeFromStorage(permitted),
});

function permitted({ host }: ApiCall) {
  host.grants.check('access_template_storage');
  return host.templateStorage;
}
