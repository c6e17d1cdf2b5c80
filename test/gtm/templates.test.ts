import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildContainers } from '../../src/cli/build-containers.ts';
import { generateTemplate } from '../../src/generator/index.ts';
import { checkTemplate, runScenarios } from '../../src/sandbox/index.ts';
import { parseTemplate, printTemplate } from '../../src/tpl/index.ts';

const read = (name: string) => {
  const text = readFileSync(`template/first-party-id-${name}.tpl`, 'utf8');
  return { text, ...parseTemplate(text) };
};

describe.each(['variable', 'client'])('the committed template of the %s', (name) => {
  const { text, template, warnings } = read(name);

  test('is what the sources give', async () => {
    expect(text).toBe(await generateTemplate(`src/gtm/${name}`));
  });

  test('is sound, and printed back byte for byte', () => {
    expect(checkTemplate(template)).toEqual([]);
    expect(warnings).toEqual([]);
    expect(printTemplate(template)).toBe(text);
  });

  test('passes its own scenarios', async () => {
    const results = await runScenarios(template);
    expect(results.length).toBeGreaterThan(5);
    expect(results.flatMap(({ name: scenario, failures }) => failures.map(() => scenario))).toEqual(
      [],
    );
  });
});

test('the variable asks to read the parts of the page that its form offers, and no others', () => {
  const { template } = read('variable');
  const [part] = template.parameters;
  const offered = part?.type === 'SELECT' ? part.selectItems.map(({ value }) => String(value)) : [];
  const asked = [...JSON.stringify(template.permissions).matchAll(/"firstPartyId\.([\w.]+)"/g)];
  expect(new Set(asked.map(([, name]) => name))).toEqual(
    new Set(['version', ...offered.filter((name) => name !== 'identity')]),
  );
});

test('the committed containers are what the templates give', () => {
  const [tag, variable, client] = ['tag', 'variable', 'client'].map((name) => read(name).template);
  if (!tag || !variable || !client) throw new Error('There are three templates.');
  const settings = { fields: {}, server: {} };
  for (const { file, content } of buildContainers(
    { tag, variable, client },
    settings,
    'template',
  )) {
    // Not toBe: the difference of two long texts is longer still.
    expect({ file, isFresh: readFileSync(file, 'utf8') === content }).toEqual({
      file,
      isFresh: true,
    });
  }
});
