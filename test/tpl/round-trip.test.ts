import { describe, test } from '@jest/globals';
import fc from 'fast-check';
import type { Template } from '../../src/tpl/index.ts';
import { parseTemplate, printTemplate } from '../../src/tpl/index.ts';
import { deepStrictEqual, strictEqual } from 'node:assert';
import { sampleTemplate } from './templates.ts';

const SETTINGS = { seed: 20261121, numRuns: 400 };

/** Text made of what YAML finds hard. */
const hardText = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(' ', '\n', '  ', '\n  ', ': ', ' #', '- ', '"', "'"),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom('\t', '\r', '\\', '|', '>', '%', '@', '\u2028', 'é'),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom('word', 'function () {', '12', 'yes', '___NOTES___'),
      },
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

const scenario = fc.record({ name: hardText, code: hardText }, { noNullPrototype: true });

const template: fc.Arbitrary<Template> = fc
  .record({
    scenarios: fc.array(scenario, { maxLength: 4 }),
    setup: fc.option(hardText, { nil: undefined }),
    help: hardText,
    byteOrderMark: fc.boolean(),
  })
  .map(({ scenarios, setup, help, byteOrderMark }) => ({
    ...sampleTemplate(),
    parameters: [{ type: 'LABEL', name: 'label', displayName: help }],
    tests: setup === undefined ? { scenarios } : { scenarios, setup },
    ...(byteOrderMark ? { byteOrderMark } : {}),
  }));

describe('a template', () => {
  test('is the same after printing and parsing', () => {
    fc.assert(
      fc.property(template, (original) => {
        deepStrictEqual(parseTemplate(printTemplate(original)).template, original);
      }),
      SETTINGS,
    );
  });

  test('prints to the same bytes after parsing', () => {
    fc.assert(
      fc.property(template, (original) => {
        const printed = printTemplate(original);
        strictEqual(printTemplate(parseTemplate(printed).template), printed);
      }),
      SETTINGS,
    );
  });

  test('is read or refused with a place, whatever the text', () => {
    const cut = fc.tuple(fc.nat(2000), fc.nat(2000), fc.string());
    fc.assert(
      fc.property(cut, ([from, length, insert]) => {
        const file = printTemplate(sampleTemplate());
        const text = file.slice(0, from) + insert + file.slice(from + length);
        try {
          parseTemplate(text, 'cut.tpl');
        } catch (error) {
          strictEqual(String(error).startsWith('TplError: cut.tpl ('), true, String(error));
        }
      }),
      SETTINGS,
    );
  });
});
