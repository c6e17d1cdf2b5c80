import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { formatOptionsSchema, optionsSchema } from '../../src/loader/options-schema.ts';

/** Prettier pads the cells of tables. */
const unpad = (text: string) => text.replace(/ +/g, ' ');
const readme = unpad(readFileSync('src/loader/README.md', 'utf8'));

const attributeOf = (name: string) =>
  `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

type Property = { default: unknown; description: string; enum?: string[] };
const properties: Record<string, Property> = {
  ...optionsSchema.properties,
  ...formatOptionsSchema.properties,
};

describe('the README of the loader', () => {
  test.each(Object.entries(properties))('says of %s what its schema says', (name, property) => {
    const { description, default: standard, enum: choices } = property;
    const accepted = (choices ?? []).map((choice) => `\`${choice}\``).join(', ');
    const words = choices === undefined ? description : `${description} Accepted: ${accepted}.`;
    const cells = [
      `\`${name}\``,
      `\`${attributeOf(name)}\``,
      `\`${JSON.stringify(standard)}\``,
      words,
    ];
    expect(readme).toContain(unpad(`| ${cells.join(' | ')} |\n`));
  });

  test('has no other options', () => {
    const rows = [...readme.matchAll(/^\| `\w+` \| `data-/gm)];
    expect(rows).toHaveLength(Object.keys(properties).length);
  });
});
