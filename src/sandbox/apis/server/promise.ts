import {
  SandboxFunction,
  SandboxList,
  SandboxPromise,
  SandboxRejection,
} from '../../values/index.ts';
import type { SandboxValue } from '../../values/index.ts';
import type { ApiCall } from '../api-call.ts';
import { defineObjectApi } from '../define-api.ts';
import { refuse } from './settle.ts';

/** Google rejects a promise that has not settled then. */
const patienceMillis = 5000;

/** `create` and `all`; the methods of a promise belong to the language. */
export const promise = defineObjectApi('Promise', {
  all: {
    accepts: ['array'],
    perform: ({ args }) => {
      const [inputs] = args;
      const items = inputs instanceof SandboxList ? inputs.items : [];
      const settled = Promise.all(items.map(flatten));
      return new SandboxPromise(settled.then((values) => new SandboxList(values)));
    },
  },
  create: {
    accepts: ['function'],
    perform: (call) => new SandboxPromise(settle(call)),
  },
});

function settle(call: ApiCall): Promise<SandboxValue> {
  const { promise: settled, resolve, reject } = withResolvers();
  const cancel = call.host.page.after(patienceMillis, () => reject(refuse('timed_out')));
  try {
    call.invoke(0, [
      new SandboxFunction('resolve', ([value]) => void resolve(flatten(value))),
      new SandboxFunction('reject', ([value]) => void reject(new SandboxRejection(value))),
    ]);
  } catch (error) {
    reject(error instanceof Error ? error : new Error(String(error)));
  }
  settled.then(cancel, cancel);
  return settled;
}

/** Node 20 has no `Promise.withResolvers`. */
function withResolvers() {
  let resolve: (value: SandboxValue | Promise<SandboxValue>) => void = () => undefined;
  let reject: (reason: Error) => void = () => undefined;
  const settled = new Promise<SandboxValue>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise: settled, resolve, reject };
}

function flatten(value: SandboxValue): SandboxValue | Promise<SandboxValue> {
  return value instanceof SandboxPromise ? value.settled : value;
}
