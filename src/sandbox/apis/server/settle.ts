import { toSandbox } from '../../border/index.ts';
import { SandboxPromise, SandboxRejection } from '../../values/index.ts';
import type { SandboxValue } from '../../values/index.ts';
import type { ApiCall } from '../api-call.ts';
import { serverOf } from './server-of.ts';

/** A promise of the sandbox; the request does not end before it settles. */
export function promise(call: ApiCall, settled: Promise<SandboxValue>): SandboxPromise {
  return new SandboxPromise(serverOf(call).track(settled));
}

/** `{ reason }`, as Google's APIs reject. */
export function refuse(reason: string): SandboxRejection {
  return new SandboxRejection(toSandbox({ reason }));
}
