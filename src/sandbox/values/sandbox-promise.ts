import { SandboxObject } from './sandbox-object.ts';
import type { SandboxValue } from './sandbox-value.ts';

/** What a promise of the sandbox was rejected with, on its way through a native promise. */
export class SandboxRejection extends Error {
  override name = 'SandboxRejection';
  readonly value: SandboxValue;

  constructor(value: SandboxValue) {
    super('A promise of the sandbox was rejected.');
    this.value = value;
  }
}

/** A promise of a server template; `getType` says 'object'. Its methods are not properties. */
export class SandboxPromise extends SandboxObject {
  /** Rejects with a SandboxRejection, or with what sandboxed code threw. */
  readonly settled: Promise<SandboxValue>;

  constructor(settled: Promise<SandboxValue>) {
    super();
    this.settled = settled;
    this.frozen = true;
    // A rejection that nobody handles must not end the process.
    settled.catch(() => undefined);
  }
}

/** The value with which a handler of the rejection is called: of a thrown error its name and message. */
export function rejectionOf(thrown: unknown): SandboxValue {
  if (thrown instanceof SandboxRejection) return thrown.value;
  const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new SandboxObject([
    ['name', name],
    ['message', message],
  ]);
}
