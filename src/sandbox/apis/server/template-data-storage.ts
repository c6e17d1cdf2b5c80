import { toPage, toSandbox } from '../../border/index.ts';
import type { SandboxValue } from '../../values/index.ts';
import type { ApiCall } from '../api-call.ts';
import { defineObjectApi } from '../define-api.ts';
import { removeFromStorage } from '../remove-from-storage.ts';
import { serverOf } from './server-of.ts';

/** Shared by all runs of one template in one server. Values are copied on the way in and out. */
export const templateDataStorage = defineObjectApi('templateDataStorage', {
  getItemCopy: {
    accepts: ['string'],
    perform: (call) => copy(permitted(call).get(call.text(0))) ?? null,
  },
  setItemCopy: {
    accepts: ['string', 'any'],
    perform: (call) => {
      const [, value] = call.args;
      if (value === null) permitted(call).delete(call.text(0));
      else permitted(call).set(call.text(0), copy(value));
      return undefined;
    },
  },
  ...removeFromStorage(permitted),
});

function permitted(call: ApiCall): Map<string, SandboxValue> {
  call.host.grants.check('access_template_storage');
  return serverOf(call).templateData;
}

function copy(value: SandboxValue): SandboxValue {
  return toSandbox(toPage(value));
}
