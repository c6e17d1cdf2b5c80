import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

// What a visitor downloads, in bytes with brotli. Lower these when it has become less.
const budgets = [
  ['loader.js', 8990],
  ['loader.mjs', 8840],
  ['loader-all.js', 12595],
  ['loader-all.mjs', 12480],
] as const;

test.each(budgets)('dist/%s has at most %i bytes', (file, budget) => {
  expect(brotliCompressSync(readFileSync(`dist/${file}`)).length).toBeLessThanOrEqual(budget);
});
