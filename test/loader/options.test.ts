import { describe, expect, test } from '@jest/globals';
import Ajv from 'ajv';
import { DEFAULT_OPTIONS } from '../../src/loader/default-options.ts';
import { FORMAT_OPTIONS } from '../../src/loader/format-options.ts';
import { formatOptionsSchema, optionsSchema } from '../../src/loader/options-schema.ts';
import { readOptions } from '../../src/loader/read-options.ts';

type Property = { type: string; default: unknown; enum?: string[] };

/** A schema in the loader's short form: of choices all, else the default. */
const shorten = (properties: Record<string, Property>) =>
  Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, property.enum ?? property.default]),
  );

test.each([
  ['loader.js', optionsSchema, DEFAULT_OPTIONS],
  ['loader-all.js', formatOptionsSchema, FORMAT_OPTIONS],
])('the schema says what %s takes', (_, schema, options) => {
  expect(shorten(schema.properties)).toEqual(options);
});

describe('an option', () => {
  const read = (options: object) => ({ ...readOptions(options, {}) }) as Record<string, unknown>;
  const isValid = new Ajv().compile(optionsSchema);

  test.each<[string, unknown, unknown]>([
    ['sessionTimeoutMinutes', 15, 15],
    ['sessionTimeoutMinutes', '15', 15],
    ['sessionTimeoutMinutes', 0, 0],
    ['sessionTimeoutMinutes', '', 30],
    ['engagementSeconds', 3_000_000, 2_000_000],
    ['sessionTimeoutMinutes', -1, 30],
    ['sessionTimeoutMinutes', 'soon', 30],
    ['sessionTimeoutMinutes', Infinity, 2_000_000],
    ['sessionTimeoutMinutes', [5], 30],
    ['sessionTimeoutMinutes', null, 30],
    ['storage', 'localStorage', 'localStorage'],
    ['storage', 'disk', 'cookie'],
    ['cookieUpdate', false, false],
    ['cookieUpdate', 'false', false],
    ['cookieUpdate', 'no', true],
    ['countNavigation', '', true],
    ['cookiePrefix', 'shop', 'shop'],
    ['cookiePrefix', 7, ''],
    ['cookiePrefix', {}, ''],
    ['serverUrl', () => '/fpid', '/fpid'],
    ['serverUrl', () => 7, ''],
    ['propertyIds', 'P, Q R', ['P', 'Q', 'R']],
    ['propertyIds', ['P', 'Q'], ['P', 'Q']],
    ['propertyIds', 'P/Q, R', ['R']],
    ['propertyIds', 'P;Domain=com', []],
    ['cookiePrefix', 'shop;Domain=com', ''],
    ['cookiePrefix', 'shop=', ''],
    ['cookieDomain', 'example.com;secure', 'auto'],
  ])('%s written as %j is read as %j', (name, written, value) => {
    Object.assign(globalThis, { location: { hostname: 'www.example.com' } });
    expect(read({ [name]: written })[name]).toEqual(value);
  });

  test.each(Object.entries(optionsSchema.properties))(
    '%s has a valid default',
    (name, property) => {
      expect(isValid({ [name]: property.default })).toBe(true);
    },
  );

  test.each(['unknown', '__proto__', 'constructor', 'toString'])('%s is ignored', (name) => {
    const options = JSON.parse(`{ "${name}": "1" }`);
    expect(read(options)).toEqual(read({}));
  });
});
