import { toSandbox } from '../border/index.ts';
import { defineApi } from './define-api.ts';

/** `setTimeout` 0. What the function throws is swallowed. There is no other timer. */
export const callLater = defineApi('callLater', {
  accepts: ['function'],
  perform: (call) => {
    call.host.page.schedule(() => call.invokeSafely(0));
    return undefined;
  },
});

/** Calls back with the container's id and the tags of the event when all have ended; without an event, never. */
export const addEventCallback = defineApi('addEventCallback', {
  accepts: ['function'],
  perform: (call) => {
    const { grants, container, event } = call.host;
    grants.check('read_event_metadata');
    event?.onEnd((tags) => {
      call.invokeSafely(0, [container.facts.containerId, toSandbox({ tags })]);
    });
    return undefined;
  },
});
