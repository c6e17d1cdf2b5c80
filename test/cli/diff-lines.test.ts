import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diffLines } from '../../src/cli/reporters/diff-lines.ts';

test.each([
  ['1', '2', ['- 1', '+ 2']],
  ['a\nb\nc', 'a\nc', ['  a', '- b', '  c']],
  ['a\nc', 'a\nb\nc', ['  a', '+ b', '  c']],
  ['a', 'a', ['  a']],
])('%j and %j differ by %j', (expected, actual, lines) => {
  expect(diffLines(expected, actual)).toEqual(lines);
});

test('the marked lines give both texts back', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(text, text, (left, right) => {
      const lines = diffLines(left.join('\n'), right.join('\n'));
      const side = (sign: string): string[] =>
        lines.filter((line) => line[0] === ' ' || line[0] === sign).map((line) => line.slice(2));
      expect([side('-'), side('+')]).toEqual([left, right]);
    }),
  );
});
