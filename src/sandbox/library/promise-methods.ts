import { rejectionOf, SandboxFunction, SandboxPromise } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import type { Method } from './string-methods.ts';

/** The methods of a promise. A handler that answers a promise is waited for. */
export const promiseMethods: ReadonlyMap<string, Method<SandboxPromise>> = new Map<
  string,
  Method<SandboxPromise>
>([
  ['then', (self, [onSuccess, onFailure]) => chain(self, onSuccess, onFailure)],
  ['catch', (self, [onFailure]) => chain(self, undefined, onFailure)],
  ['finally', (self, [onEnd]) => runAtEnd(self, onEnd)],
]);

function chain(
  { settled }: SandboxPromise,
  onSuccess: SandboxValue,
  onFailure: SandboxValue,
): SandboxPromise {
  const succeed = (value: SandboxValue): SettledValue =>
    onSuccess instanceof SandboxFunction ? flatten(onSuccess.invoke([value])) : value;
  const fail = (thrown: unknown): SettledValue => {
    if (!(onFailure instanceof SandboxFunction)) throw thrown;
    return flatten(onFailure.invoke([rejectionOf(thrown)]));
  };
  return new SandboxPromise(settled.then(succeed, fail));
}

type SettledValue = SandboxValue | Promise<SandboxValue>;

function runAtEnd({ settled }: SandboxPromise, onEnd: SandboxValue): SandboxPromise {
  return new SandboxPromise(
    settled.finally(() =>
      onEnd instanceof SandboxFunction ? flatten(onEnd.invoke([])) : undefined,
    ),
  );
}

function flatten(value: SandboxValue): SettledValue {
  return value instanceof SandboxPromise ? value.settled : value;
}
