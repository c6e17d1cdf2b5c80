import { toPage } from '../border/index.ts';
import { SandboxList } from '../values/index.ts';
import type { ApiCall } from './api-call.ts';
import { defineApi } from './define-api.ts';

/** The keys of `setDefaultConsentState` that are not consent types. */
const notTypes: readonly string[] = ['region', 'wait_for_update'];

/** Unset counts as granted. A list is granted when all its types are. */
export const isConsentGranted = defineApi('isConsentGranted', {
  accepts: ['string|array'],
  perform: ({ host, args }) => {
    const [asked] = args;
    const types = (asked instanceof SandboxList ? asked.items : [asked]).map(String);
    for (const type of types) host.grants.check('access_consent', type, 'read');
    return types.every((type) => host.container.consent.isGranted(type));
  },
});

export const addConsentListener = defineApi('addConsentListener', {
  accepts: ['string', 'function'],
  perform: (call) => {
    const consentType = call.text(0);
    call.host.grants.check('access_consent', consentType, 'read');
    call.host.container.consent.listen(consentType, (type, isGranted) => {
      call.invoke(1, [type, isGranted]);
    });
    return undefined;
  },
});

export const setDefaultConsentState = defineApi('setDefaultConsentState', {
  accepts: ['object'],
  perform: (call) => {
    checkWrites(call, (key) => !notTypes.includes(key));
    call.host.container.enqueueCommand(['consent', 'default', toPage(call.args[0])]);
    return undefined;
  },
});

export const updateConsentState = defineApi('updateConsentState', {
  accepts: ['object'],
  perform: (call) => {
    checkWrites(call, () => true);
    call.host.container.enqueueCommand(['consent', 'update', toPage(call.args[0])]);
    return undefined;
  },
});

/** One type without permission throws before anything is queued. */
function checkWrites(call: ApiCall, isType: (key: string) => boolean): void {
  for (const key of call.properties(0).keys()) {
    if (isType(key)) call.host.grants.check('access_consent', key, 'write');
  }
}
