import type { SandboxValue } from './sandbox-value.ts';

export type Invoke = (args: SandboxValue[]) => SandboxValue;

/** A function of the sandbox: the template's own, an API, or a function of the page. */
export class SandboxFunction {
  name: string;
  invoke: Invoke;
  properties = new Map<string, SandboxValue>();
  frozen = false;
  /** What `typeof` answers. Google's runtime says 'object' for `require`. */
  typeofAnswer: 'function' | 'object' = 'function';

  constructor(name: string, invoke: Invoke) {
    this.name = name;
    this.invoke = invoke;
  }

  /** The declared name; '' for arrows and anonymous functions. */
  toString(): string {
    return this.name;
  }
}
