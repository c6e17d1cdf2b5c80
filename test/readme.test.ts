import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { REASONS } from '../src/core/reason-texts.ts';
import { parseTemplate } from '../src/tpl/index.ts';
import type { TemplateParameter } from '../src/tpl/index.ts';

/** Prettier pads the cells of tables. */
const unpad = (text: string) => text.replace(/ +/g, ' ');

const readme = readFileSync('README.md', 'utf8');
const reference = readFileSync('src/gtm/tag/README.md', 'utf8');
const packageJson = JSON.parse(readFileSync('package.json', 'utf8'));
const { template } = parseTemplate(readFileSync('template/first-party-id-tag.tpl', 'utf8'));

/** The fields of a form in reading order, without the groups around them. */
function flatten(parameters: TemplateParameter[]): TemplateParameter[] {
  return parameters.flatMap((parameter) =>
    parameter.type === 'GROUP' ? flatten(parameter.subParams) : [parameter],
  );
}

const fieldLines = flatten(template.parameters).map((field) => {
  const label = field.type === 'CHECKBOX' ? field.checkboxText : field.displayName;
  return `| ${label} | \`${field.name}\` | ${field.help} |`;
});
const reasonLines = Object.entries(REASONS).map(
  ([code, { meaning, remedy }]) => `| \`${code}\` | ${meaning} | ${remedy} |`,
);

test.each([...fieldLines, ...reasonLines])('the tag’s page has the line %s', (line) => {
  expect(unpad(reference)).toContain(unpad(line) + '\n');
});

describe('the README', () => {
  test('has at most 120 lines', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(120);
  });
});

test('the package has at most ten scripts', () => {
  expect(Object.keys(packageJson.scripts).length).toBeLessThanOrEqual(10);
});
