import * as core from '../conformance/core-functions.ts';

// Runs in a page: the core, so that the conformance rows can be asked of a browser.

/** One call: the function's name, and what it is given. */
export type Call = [name: keyof typeof core, ...values: unknown[]];

declare global {
  interface Window {
    callCore(calls: Call[]): unknown[];
  }
}

window.callCore = (calls) =>
  calls.map(([name, ...values]) => (core[name] as (...all: unknown[]) => unknown)(...values));
