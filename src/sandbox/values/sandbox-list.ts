import type { SandboxValue } from './sandbox-value.ts';

/** An array of the sandbox. `items` may have holes; named properties stand beside them. */
export class SandboxList {
  items: SandboxValue[];
  properties = new Map<string, SandboxValue>();
  frozen = false;

  constructor(items: SandboxValue[] = []) {
    this.items = items;
  }

  /** Native operators call this, so that `[1, 2] + ''` is '1,2'. A list inside itself prints as ''. */
  toString(): string {
    return this.items.join(',');
  }
}
