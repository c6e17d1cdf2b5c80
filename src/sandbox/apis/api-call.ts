import { SandboxFunction, SandboxObject } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import type { ApiHost } from './api-host.ts';

/** One call of an API, with its arguments by type. They were checked before. */
export interface ApiCall {
  readonly host: ApiHost;
  readonly args: readonly SandboxValue[];
  /** The argument as text. */
  text(index: number): string;
  /** The text, or undefined where it is absent. */
  optionalText(index: number): string | undefined;
  /** Whether the argument is truthy; `fallback` where it is absent. */
  flag(index: number, fallback: boolean): boolean;
  /** The own properties of an object; none where it is absent. */
  properties(index: number): ReadonlyMap<string, SandboxValue>;
  /** Calls the function that was given as argument, as sandboxed code. What it throws passes. */
  invoke(index: number, args?: SandboxValue[]): void;
  /** The same for callbacks: what it throws is swallowed, as in Google's runtime. */
  invokeSafely(index: number, args?: SandboxValue[]): void;
}

export function createApiCall(host: ApiHost, args: readonly SandboxValue[]): ApiCall {
  const invoke = (index: number, values: SandboxValue[] = []): void => {
    const callback = args[index];
    if (callback instanceof SandboxFunction) host.container.invoke(callback, values);
  };
  return {
    host,
    args,
    text: (index) => String(args[index]),
    optionalText: (index) => {
      const value = args[index];
      return typeof value === 'string' ? value : undefined;
    },
    flag: (index, fallback) => Boolean(args[index] ?? fallback),
    properties: (index) => {
      const value = args[index];
      return value instanceof SandboxObject ? value.properties : new Map();
    },
    invoke,
    invokeSafely: (index, values) => {
      try {
        invoke(index, values);
      } catch {
        // The page must not see it, and there is nobody else to tell.
      }
    },
  };
}
