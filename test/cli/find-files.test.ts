import { describe, expect, test } from '@jest/globals';
import { findFiles } from '../../src/cli/find-files.ts';
import { writeFiles } from './write-templates.ts';

const folder = writeFiles({
  'a.tpl': '',
  'b.tpl': '',
  'c.txt': '',
  'deep/d.tpl': '',
  'deep/er/e+.tpl': '',
  'node_modules/f.tpl': '',
  '.git/g.tpl': '',
});

function found(argument: string): unknown {
  const [result] = findFiles([`${folder}/${argument}`]);
  if (!result || 'reason' in result) return result?.reason;
  return result.files.map((file) => file.slice(folder.length + 1));
}

describe('findFiles', () => {
  test.each([
    ['c.txt', ['c.txt']],
    ['', ['a.tpl', 'b.tpl', 'deep/d.tpl', 'deep/er/e+.tpl']],
    ['deep', ['deep/d.tpl', 'deep/er/e+.tpl']],
    ['*.tpl', ['a.tpl', 'b.tpl']],
    ['*', ['a.tpl', 'b.tpl', 'c.txt']],
    ['?.tpl', ['a.tpl', 'b.tpl']],
    ['{a,c}.{tpl,txt}', ['a.tpl', 'c.txt']],
    ['**/*.tpl', ['a.tpl', 'b.tpl', 'deep/d.tpl', 'deep/er/e+.tpl']],
    ['deep/**', ['deep/d.tpl', 'deep/er/e+.tpl']],
    ['*/d.tpl', ['deep/d.tpl']],
    ['**/e+.tpl', ['deep/er/e+.tpl']],
    ['none.tpl', 'there is no such file'],
    ['none/*.tpl', 'no file matches'],
    ['*.json', 'no file matches'],
  ])('"%s" gives %j', (argument, expected) => {
    expect(found(argument)).toEqual(expected);
  });

  test('a directory without templates is told', () => {
    const empty = writeFiles({ 'a.txt': '' });
    expect(findFiles([empty])).toEqual([{ argument: empty, reason: 'it has no .tpl file' }]);
  });
});
