import { SandboxFunction, SandboxObject } from '../../values/index.ts';
import type { SandboxValue } from '../../values/index.ts';
import { defineApi } from '../define-api.ts';
import { serverOf } from './server-of.ts';

/** Only a client may, and only before it returns. */
export const claimRequest = defineApi('claimRequest', {
  accepts: [],
  perform: (call) => {
    serverOf(call).claim();
    return undefined;
  },
});

/** Runs the tags for an event. Both callbacks get `bindToEvent`; the last one is called first, before the tags. */
export const runContainer = defineApi('runContainer', {
  accepts: ['object', 'function?', 'function?'],
  perform: (call) => {
    call.host.grants.check('run_container');
    const [data, onComplete, onStart] = call.args;
    serverOf(call).runContainer({
      data: data instanceof SandboxObject ? data : new SandboxObject(),
      onComplete: asFunction(onComplete),
      onStart: asFunction(onStart),
    });
    return undefined;
  },
});

/** The name of the client that claimed the request. */
export const getClientName = defineApi('getClientName', {
  accepts: [],
  perform: (call) => {
    call.host.grants.check('read_container_data');
    return serverOf(call).clientName;
  },
});

function asFunction(value: SandboxValue): SandboxFunction | undefined {
  return value instanceof SandboxFunction ? value : undefined;
}
