import { describe, expect, test } from '@jest/globals';
import { createMemoryPage } from '../../../src/sandbox/page/index.ts';
import { grant } from '../permissions/grant.ts';
import { examplePage, prepareSnippet, runSnippet } from './run-snippet.ts';

const permissions = [
  grant('access_local_storage', {
    keys: [
      { key: 'a', read: true, write: true },
      { key: 'r', read: true, write: false },
    ],
  }),
  grant('access_template_storage'),
];

describe('localStorage', () => {
  test.each([
    [`s.getItem('a')`, null],
    [`s.setItem('a', 5)`, true],
    [`[s.setItem('a', 5), s.getItem('a')]`, [true, '5']],
    [`[s.setItem('a', 5), s.removeItem('a'), s.getItem('a')]`, [true, undefined, null]],
    [`s.clear`, undefined],
    [`s.length`, undefined],
  ])('%s', (expression, expected) => {
    const code = `const s = require('localStorage'); return ${expression};`;
    expect(runSnippet(code, { permissions })).toEqual(expected);
  });

  test('is granted key by key', () => {
    expect(() => runSnippet(`require('localStorage').setItem('r', 1)`, { permissions })).toThrow(
      'Prohibited write on local storage key: r.',
    );
  });

  test('is undefined where the browser blocks storage', () => {
    const page = createMemoryPage({ url: 'https://www.example.com/', localStorage: 'blocked' });
    expect(runSnippet(`return require('localStorage');`, { page })).toBeUndefined();
  });

  test('answers false for a write that fails, and throws for such a read', () => {
    const page = createMemoryPage({ url: 'https://www.example.com/', localStorage: 'throwing' });
    const run = prepareSnippet({ page, permissions });
    expect(run(`return require('localStorage').setItem('a', 1);`)).toBe(false);
    expect(() => run(`require('localStorage').getItem('a');`)).toThrow('cannot be read');
  });
});

describe('templateStorage', () => {
  test('keeps references between runs', () => {
    const run = prepareSnippet({ page: examplePage(), permissions });
    expect(run(`return require('templateStorage').getItem('a');`)).toBeNull();
    run(`const o = { n: 1 }; require('templateStorage').setItem('a', o); o.n = 2;`);
    expect(run(`return require('templateStorage').getItem('a');`)).toEqual({ n: 2 });
    run(`require('templateStorage').removeItem('a');`);
    expect(run(`return require('templateStorage').getItem('a');`)).toBeNull();
  });

  test('is emptied by clear', () => {
    const run = prepareSnippet({ page: examplePage(), permissions });
    run(`const s = require('templateStorage'); s.setItem('a', 1); s.clear();`);
    expect(run(`return require('templateStorage').getItem('a');`)).toBeNull();
  });
});
