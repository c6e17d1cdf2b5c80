import { expect, test } from '@jest/globals';
import { complaintsOf } from './run-tool.ts';

test('every file is formatted', () => {
  expect(complaintsOf('prettier', '--check', '--log-level', 'warn', '.')).toBe('');
}, 120_000);
