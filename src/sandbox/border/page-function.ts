import type { SandboxValue } from '../values/index.ts';
import { isFunctionMaker } from './leads-to-host.ts';
import { allToPage } from './to-page.ts';
import { toSandbox } from './to-sandbox.ts';

export type PageFunction = (...args: unknown[]) => unknown;

/** Calls a function of the page with copies of the arguments; answers a copy of its result. What it throws passes. */
export function callPageFunction(
  pageFunction: PageFunction,
  self: unknown,
  args: readonly SandboxValue[],
): SandboxValue {
  if (isFunctionMaker(pageFunction)) return undefined;
  return toSandbox(Reflect.apply(pageFunction, self, allToPage(args)));
}
