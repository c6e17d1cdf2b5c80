import type { SandboxValue } from '../values/index.ts';

/** The variables of one call, or of one round of a loop, at run time. The outermost is its own parent. */
export class Environment {
  readonly slots: SandboxValue[];
  readonly parent: Environment;

  constructor(slots: SandboxValue[], parent?: Environment) {
    this.slots = slots;
    this.parent = parent ?? this;
  }
}

/** The names a run was given. Only those may be assigned to. */
export class GlobalEnvironment extends Environment {
  readonly names: ReadonlyMap<string, SandboxValue>;

  constructor(slots: SandboxValue[], names: ReadonlyMap<string, SandboxValue>) {
    super(slots);
    this.names = names;
  }
}

/** Room for `count` variables, all undefined. */
export function emptySlots(count: number): SandboxValue[] {
  return new Array<SandboxValue>(count).fill(undefined);
}
