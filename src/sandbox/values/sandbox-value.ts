import type { SandboxFunction } from './sandbox-function.ts';
import type { SandboxList } from './sandbox-list.ts';
import type { SandboxObject } from './sandbox-object.ts';

export type Primitive = undefined | null | boolean | number | string;

/** Everything that can keep properties. */
export type SandboxHolder = SandboxList | SandboxObject | SandboxFunction;

/** Everything that code in the sandbox can see. */
export type SandboxValue = Primitive | SandboxHolder;
