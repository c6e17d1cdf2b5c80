import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CONSENT_TOOLS } from '../../src/gtm/containers/consent-tools.ts';
import { validateContainer } from '../../src/sandbox/index.ts';

const readme = readFileSync('src/gtm/README.md', 'utf8');
const unpad = (text: string) => text.replace(/ +/g, ' ');

describe('the page about Google Tag Manager', () => {
  test.each(Object.entries(CONSENT_TOOLS))('has the recipe for %s', (id, tool) => {
    const { name, trigger, waitForUpdateMillis, unsetConsent } = tool;
    const row = `| \`${id}\` | ${name} | ${trigger} | ${waitForUpdateMillis} | \`${unsetConsent}\` |`;
    expect(unpad(readme)).toContain(row);
  });

  test('counts what the import brings', () => {
    const file = JSON.parse(readFileSync('template/web-container.json', 'utf8'));
    const read = validateContainer(file);
    if (!('container' in read)) throw new Error('It is no container.');
    const { tag, trigger, variable, customTemplate, folder } = read.container.containerVersion;
    const counts = [tag, trigger, variable, customTemplate, folder].map((list) => list?.length);
    expect(counts).toEqual([1, 6, 10, 2, 1]);
    expect(readme).toContain('one tag, six triggers, ten variables, two templates and a folder');
  });

  test('shows pictures that are small, and links to files that exist', () => {
    for (const [, target = ''] of readme.matchAll(/\]\(([^)#]+)\)/g)) {
      const file = join('src/gtm', target);
      expect(existsSync(file)).toBe(true);
      if (file.endsWith('.png')) expect(statSync(file).size).toBeLessThan(150_000);
    }
  });
});
