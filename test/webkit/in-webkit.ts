import { describe, jest, test } from '@jest/globals';
import { missingPackages } from './find-webkit.ts';
import { launchWebKit } from './launch-webkit.ts';

const missing = missingPackages();

/** Where WebKit is not installed its tests are skipped, except in continuous integration. */
const isSkipped = missing.length > 0 && process.env['CI'] === undefined;

// A browser's start may take several attempts.
jest.setTimeout(60_000);

// WebKitWebDriver loses an answer now and then. What failed first is printed all the same.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

// Whatever a test imports after this module drives WebKit where it drove Chromium.
jest.unstable_mockModule('../browser/chromium.ts', () => ({ launchChromium: launchWebKit }));

/** `describe` for tests that need WebKit. */
export function describeInWebKit(name: string, run: () => void): void {
  if (isSkipped) describe.skip(`${name} (skipped without ${missing.join(', ')})`, run);
  else describe(name, run);
}

/** Runs a file of tests that were written for Chromium. */
export async function runInWebKit(file: string): Promise<void> {
  if (isSkipped) test.skip(`${file} (skipped without ${missing.join(', ')})`, () => undefined);
  else await import(file);
}
