import type { SandboxValue } from './sandbox-value.ts';

/** An object of the sandbox: no prototype, and keys in the order they were added. */
export class SandboxObject {
  properties: Map<string, SandboxValue>;
  frozen = false;

  constructor(entries: Iterable<readonly [string, SandboxValue]> = []) {
    this.properties = new Map(entries);
  }

  toString(): string {
    return '[object Object]';
  }
}
