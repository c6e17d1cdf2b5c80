import { SandboxFunction, SandboxList, SandboxObject } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import type { Comparison } from './assertion-error.ts';
import type { Refute } from './assert-that.ts';
import { showValues } from './show-value.ts';
import { valuesEqual } from './values-equal.ts';

/** The arguments of each call so far. */
export type Calls = readonly (readonly SandboxValue[])[];

/** `expects` ends the sentence "Expected <api> …". */
interface CallMatcher {
  expects: string;
  test(calls: Calls, expected: readonly SandboxValue[]): boolean;
}

const wasCalledWith: CallMatcher['test'] = (calls, expected) =>
  calls.some(
    (args) =>
      args.length === expected.length &&
      args.every((value, index) => valuesEqual(value, expected[index])),
  );

const callMatchers: Readonly<Record<string, CallMatcher>> = {
  wasCalled: { expects: 'to have been called', test: (calls) => calls.length > 0 },
  wasNotCalled: { expects: 'not to have been called', test: (calls) => calls.length === 0 },
  wasCalledWith: { expects: 'to have been called with', test: wasCalledWith },
  wasNotCalledWith: {
    expects: 'not to have been called with',
    test: (calls, expected) => !wasCalledWith(calls, expected),
  },
};

/** `assertApi(name)`, for mocked and real APIs, and for gtmOnSuccess and gtmOnFailure. */
export function createAssertApi(callsOf: (name: string) => Calls, refute: Refute): SandboxFunction {
  return new SandboxFunction('assertApi', ([given]) => {
    const name = String(given);
    const subject = new SandboxObject();
    for (const [matcherName, matcher] of Object.entries(callMatchers)) {
      const match = new SandboxFunction(matcherName, (expected) => {
        const calls = callsOf(name);
        if (!matcher.test(calls, expected)) {
          refute(describe(name, matcher, { calls, expected }), compare(matcher, calls, expected));
        }
        return subject;
      });
      subject.properties.set(matcherName, match);
    }
    subject.frozen = true;
    return subject;
  });
}

/** With the call that is most like the expected one. */
function compare(
  { test }: CallMatcher,
  calls: Calls,
  expected: readonly SandboxValue[],
): Comparison | undefined {
  if (test !== wasCalledWith) return undefined;
  const likeness = (args: readonly SandboxValue[]): number =>
    args.filter((value, index) => valuesEqual(value, expected[index])).length;
  const [closest] = [...calls].sort((left, right) => likeness(right) - likeness(left));
  if (!closest) return undefined;
  return { expected: new SandboxList([...expected]), actual: new SandboxList([...closest]) };
}

function describe(
  name: string,
  { expects }: CallMatcher,
  { calls, expected }: { calls: Calls; expected: readonly SandboxValue[] },
): string {
  const values = expected.length > 0 ? ` (${showValues(expected)})` : '';
  const seen = calls.map((args) => `(${showValues(args)})`).join(', ');
  const were = calls.length === 0 ? 'It was not called.' : `Its calls were ${seen}.`;
  return `Expected ${name} ${expects}${values}. ${were}`;
}
