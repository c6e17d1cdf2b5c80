import { describe, expect, test } from '@jest/globals';
import { complaintsOf } from './run-tool.ts';

describe('types', () => {
  test('are right in sources and tests', () => {
    expect(complaintsOf('tsc', '-p', '.')).toBe('');
  }, 120_000);

  test('are right where there is only the sandbox', () => {
    expect(complaintsOf('tsc', '-p', 'src/gtm')).toBe('');
  }, 120_000);
});
