import { expect, test } from '@jest/globals';
import { complaintsOf } from './run-tool.ts';

test('no rule is broken, the sandbox’s dialect included', () => {
  expect(complaintsOf('eslint', '.')).toBe('');
}, 120_000);
