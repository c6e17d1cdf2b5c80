import { afterEach, beforeEach, jest } from '@jest/globals';

/** Keeps what the tests of a file write to stdout and stderr; fresh for each test. */
export function captureOutput(): { stdout: string; stderr: string } {
  const output = { stdout: '', stderr: '' };
  const keep =
    (stream: 'stdout' | 'stderr') =>
    (text: unknown): boolean => {
      output[stream] += String(text);
      return true;
    };
  beforeEach(() => {
    output.stdout = '';
    output.stderr = '';
    jest.spyOn(process.stdout, 'write').mockImplementation(keep('stdout'));
    jest.spyOn(process.stderr, 'write').mockImplementation(keep('stderr'));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  return output;
}
