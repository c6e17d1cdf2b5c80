import { toPage, toSandbox } from '../../border/index.ts';
import { getOwn, isHolder } from '../../values/index.ts';
import type { SandboxValue } from '../../values/index.ts';
import { defineApi } from '../define-api.ts';
import { serverOf } from './server-of.ts';

/** A copy of what stands at the dotted path; its steps may be the indices of an array. */
export const getEventData = defineApi('getEventData', {
  accepts: ['string'],
  perform: (call) => {
    call.host.grants.check('read_event_data', call.text(0));
    const steps = call.text(0).split('.');
    const found = steps.reduce<SandboxValue>(
      (value, step) => (isHolder(value) ? getOwn(value, step) : undefined),
      serverOf(call).scope?.data,
    );
    return copy(found);
  },
});

/** A copy of the whole event; undefined outside of one. */
export const getAllEventData = defineApi('getAllEventData', {
  accepts: [],
  perform: (call) => {
    call.host.grants.check('read_event_data');
    return copy(serverOf(call).scope?.data);
  },
});

function copy(value: SandboxValue): SandboxValue {
  return toSandbox(toPage(value));
}
