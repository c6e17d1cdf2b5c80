import { readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { pages } from './docs-pages.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

const textOf = (page: string) => readFileSync(page, 'utf8');
const withoutCode = (text: string) => text.replace(/```[^]*?```/g, '');

/** Where the links of a page lead to, apart from other sites. */
function linksOf(page: string): { file: string; anchor: string }[] {
  const targets = withoutCode(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g);
  return [...targets]
    .map(([, target = '']) => target)
    .filter((target) => !/^https?:/.test(target))
    .map((target) => {
      const [path = '', anchor = ''] = target.split('#');
      return { file: path === '' ? page : normalize(join(dirname(page), path)), anchor };
    });
}

/** As GitHub makes an anchor of a heading. */
function anchorsOf(page: string): string[] {
  return [...withoutCode(textOf(page)).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe.each(pages)('%s', (page) => {
  test('links only to files and headings that exist', () => {
    const broken = linksOf(page).filter(({ file, anchor }) => {
      const isThere = statSync(file, { throwIfNoEntry: false }) !== undefined;
      return !isThere || (anchor !== '' && !anchorsOf(file).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  test('names only npm scripts that exist', () => {
    const named = [...textOf(page).matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name);
    for (const name of named) expect(scripts).toHaveProperty([name]);
  });

  test('describes every picture', () => {
    const pictures = [...textOf(page).matchAll(/!\[([^\]]*)\]/g)].map(([, text = '']) => text);
    expect(pictures.filter((text) => text.length < 20)).toEqual([]);
  });
});

test('every page of the documentation can be reached from the README', () => {
  const reached = new Set<string>(['README.md']);
  for (const page of reached) {
    for (const { file } of linksOf(page)) if (file.endsWith('.md')) reached.add(file);
  }
  expect(pages.filter((page) => !reached.has(page) && page !== 'CHANGELOG.md')).toEqual([]);
});
