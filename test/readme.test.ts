import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { REASONS } from '../src/core/reason-texts.ts';
import { parseTemplate } from '../src/tpl/index.ts';
import type { TemplateParameter } from '../src/tpl/index.ts';

/** Prettier pads the cells of tables. */
const unpad = (text: string) => text.replace(/ +/g, ' ');

const readme = readFileSync('README.md', 'utf8');
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

describe('the README', () => {
  test.each([...fieldLines, ...reasonLines])('has the line %s', (line) => {
    expect(unpad(readme)).toContain(unpad(line) + '\n');
  });

  test('has at most 200 lines', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });

  test('names only npm scripts that exist', () => {
    const named = [...readme.matchAll(/npm (?:run )?(start|test|build|lint|bench)/g)];
    for (const [, script = ''] of named) expect(packageJson.scripts).toHaveProperty(script);
  });

  test('links only to files that exist', () => {
    const targets = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
    for (const target of targets) expect(readFileSync(target).length).toBeGreaterThan(0);
  });
});

test('the package has at most eight scripts', () => {
  expect(Object.keys(packageJson.scripts).length).toBeLessThanOrEqual(8);
});
