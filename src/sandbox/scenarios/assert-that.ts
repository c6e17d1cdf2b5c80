import { SandboxError, SandboxFunction, SandboxObject, SandboxPromise } from '../values/index.ts';
import type { SandboxValue } from '../values/index.ts';
import type { Comparison } from './assertion-error.ts';
import { matchers } from './matchers.ts';
import type { Matcher } from './matchers.ts';
import { showValue, showValues } from './show-value.ts';

/** Called with the sentence that says what is not so. Throws. */
export type Refute = (sentence: string, comparison?: Comparison) => never;

/** `assertThat(actual, message?)`: a subject whose every matcher answers the subject again. */
export function createAssertThat(refute: Refute): SandboxFunction {
  return new SandboxFunction('assertThat', ([actual, message]) => {
    if (actual instanceof SandboxPromise) {
      throw new SandboxError("Assertions on asynchronous code aren't supported.");
    }
    const subject = new SandboxObject();
    for (const [name, matcher] of Object.entries(matchers)) {
      const match = new SandboxFunction(name, (expected) => {
        if (!matcher.test(actual, expected)) {
          const mismatch = { actual, message, matcher, expected };
          refute(describe(mismatch), compare(mismatch));
        }
        return subject;
      });
      subject.properties.set(name, match);
    }
    subject.frozen = true;
    return subject;
  });
}

interface Mismatch {
  actual: SandboxValue;
  message: SandboxValue;
  matcher: Matcher;
  expected: readonly SandboxValue[];
}

function describe({ actual, message, matcher, expected }: Mismatch): string {
  const prefix = message === undefined ? '' : `${String(message)}: `;
  const values = expected.length > 0 ? ` ${showValues(expected)}` : '';
  return `${prefix}Expected ${showValue(actual)} ${matcher.expects}${values}.`;
}

function compare({ actual, matcher, expected }: Mismatch): Comparison | undefined {
  return matcher.isComparison ? { expected: expected[0], actual } : undefined;
}
