import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { REASONS } from '../../src/core/reason-texts.ts';
import { generateTemplate } from '../../src/generator/index.ts';
import { checkProgram } from '../../src/sandbox/check/index.ts';
import { runScenarios } from '../../src/sandbox/scenarios/index.ts';
import { parseTemplate, printTemplate } from '../../src/tpl/index.ts';
import { validateTemplate } from '../../src/tpl/validate.ts';

const file = 'template/first-party-id-tag.tpl';
const text = readFileSync(file, 'utf8');
const { template, warnings } = parseTemplate(text, file);
const results = await runScenarios(template, { file });

describe('the committed template', () => {
  test('is what the sources give', async () => {
    expect(text).toBe(await generateTemplate('src/gtm/tag'));
  });

  test('is valid by every schema', () => {
    expect(validateTemplate(template)).toEqual([]);
    expect(warnings).toEqual([]);
  });

  test('is parsed and printed back byte for byte', () => {
    expect(printTemplate(template)).toBe(text);
  });

  test('uses nothing that the sandbox refuses', () => {
    expect(checkProgram(template.code, { file, sourceType: 'script' }).problems).toEqual([]);
  });

  test('reads like source: comments and blank lines are kept, the story comes first', () => {
    expect(template.code).toContain("The tag's story");
    expect(template.code.indexOf('const form = readForm(data)')).toBeLessThan(
      template.code.indexOf('function decide('),
    );
    expect(template.code).not.toMatch(/\b(import|export) /);
  });

  test('keeps its code small enough to read', () => {
    expect(Buffer.byteLength(template.code)).toBeLessThan(120_000);
  });

  test('names another data layer in its permissions when it is built for one', async () => {
    const renamed = await generateTemplate('src/gtm/tag', { dataLayerName: 'siteLayer' });
    const permissions = JSON.stringify(parseTemplate(renamed).template.permissions);
    expect(permissions).toContain('"siteLayer"');
    expect(permissions).not.toContain('"dataLayer"');
  });
});

describe('a scenario of the template', () => {
  test.each(results)('$name', ({ failures }) => {
    expect(failures).toEqual([]);
  });

  const code = template.tests.scenarios.map((scenario) => scenario.code).join('\n');

  test.each(Object.keys(REASONS))('shows the reason %s', (reason) => {
    expect(code).toContain(`'${reason}'`);
  });

  test.each(['identify', 'engage', 'newSession', 'forget'])('shows the action %s', (action) => {
    const all = code + (template.tests.setup ?? '');
    expect(all).toContain(`action: '${action}'`);
  });
});
