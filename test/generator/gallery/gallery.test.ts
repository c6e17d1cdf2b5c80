import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { printMetadata } from '../../../src/generator/gallery/gallery-metadata.ts';
import { writeGalleryReadme } from '../../../src/generator/gallery/gallery-readme.ts';
import { findGalleryProblems } from '../../../src/generator/gallery/gallery-rules.ts';
import { parseTemplate, TERMS_OF_SERVICE } from '../../../src/tpl/index.ts';
import type { Template } from '../../../src/tpl/index.ts';
import { makeTemplate } from '../../sandbox/container/site.ts';

/** The head of a PNG of a size, and so many bytes in all. */
function png(width: number, height: number, length = 100): string {
  const bytes = Buffer.alloc(length);
  bytes.write('\x89PNG', 0, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return `data:image/png;base64,${bytes.toString('base64')}`;
}

function template(info: Partial<Template['info']> = {}, more: Partial<Template> = {}): Template {
  const made = makeTemplate('data.gtmOnSuccess();');
  const usual = {
    description: 'Does one thing.',
    categories: ['UTILITY'],
    brand: { thumbnail: png(96, 96) },
  };
  return {
    ...made,
    termsOfService: TERMS_OF_SERVICE,
    info: { ...made.info, ...usual, ...info },
    ...more,
  };
}

describe('the rules of the gallery', () => {
  test('are met by a template with all that it wants', () => {
    expect(findGalleryProblems(template())).toEqual([]);
  });

  test.each([
    [template({}, { termsOfService: 'Mine.' }), 'TERMS_OF_SERVICE is not Google’s text'],
    [template({ categories: [] }), '/categories has 0; accepted: 1 to 3'],
    [template({ description: 'x'.repeat(201) }), '/description has 201 characters'],
    [template({ displayName: 'The Official Tag' }), 'says "official"'],
    [template({ brand: {} }), '/brand/thumbnail is no PNG'],
    [template({ brand: { thumbnail: png(96, 48) } }), 'is 96×48; accepted: a square'],
    [template({ brand: { thumbnail: png(97, 97) } }), 'is 97×97'],
    [template({ brand: { thumbnail: png(96, 96, 50_001) } }), 'has 50001 bytes'],
    [template({}, { parameters: [{ type: 'TEXT', name: 'a' }] }), 'a has no help text'],
  ])('are broken (%#)', (broken, message) => {
    expect(findGalleryProblems(broken)).toEqual([expect.stringContaining(message)]);
  });
});

describe('metadata.yaml', () => {
  const next = { sha: 'a'.repeat(40), changeNotes: '- Added one.\n- Added two.' };

  test('waits for the commit that it has to name', () => {
    expect(printMetadata(undefined, undefined)).toMatch(/^# The commit .*\nversions: \[\]\n$/);
  });

  test('gets a new version first, keeps the others and all else', () => {
    const first = printMetadata('homepage: https://example.com\n', next);
    const second = printMetadata(first, { sha: 'b'.repeat(40), changeNotes: 'More.' });
    expect(second).toMatch(/^homepage: https:\/\/example\.com\nversions:\n {2}- sha: b{40}\n/);
    expect(second.indexOf('b'.repeat(40))).toBeLessThan(second.indexOf('a'.repeat(40)));
    expect(printMetadata(second, next)).toBe(second);
  });
});

test.each(['tag', 'variable', 'client'])(
  'the README of the %s says how to install it, and every field',
  (name) => {
    const text = readFileSync(`template/first-party-id-${name}.tpl`, 'utf8');
    const readme = writeGalleryReadme(parseTemplate(text).template);
    expect(readme).toMatch(/^# First-Party ID/);
    expect(readme).toContain('**Search Gallery**');
    expect(readme).toContain('## Permissions\n\n- ');
    expect(readme).not.toMatch(/\| {2}\|/);
  },
);
