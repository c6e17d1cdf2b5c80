import type { Schema } from './check-schema.ts';
import { configurationSchema } from './configuration-schema.ts';

/** An option under the names it has in the environment and on the command line. */
export interface OptionName {
  /** As in the file: `maxAgeDays`. */
  option: string;
  /** `FIRST_PARTY_ID_MAX_AGE_DAYS`. */
  variable: string;
  /** `max-age-days`. */
  flag: string;
  isBoolean: boolean;
  isSecret: boolean;
}

/** All options, in the order of the schema. */
export const optionNames: readonly OptionName[] = Object.entries<Schema>(
  configurationSchema.properties,
).map(([option, schema]) => {
  const flag = option.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
  return {
    option,
    variable: 'FIRST_PARTY_ID_' + flag.replaceAll('-', '_').toUpperCase(),
    flag,
    isBoolean: schema.type === 'boolean',
    isSecret: schema.writeOnly === true,
  };
});

const readers: Record<Schema['type'], (text: string) => unknown> = {
  string: (text) => text,
  integer: (text) => (/^-?\d+$/.test(text) ? Number(text) : text),
  boolean: (text) => (['true', 'false'].includes(text) ? text === 'true' : text),
  // A list of texts may stand without JSON: `10.0.0.0/8,::1`.
  array: (text) => (text.trim().startsWith('[') ? parseJson(text) : text.split(',')),
  object: parseJson,
};

/** The value that a text stands for; one that fits no type stays text, for the check to refuse. */
export function readOptionText(option: string, text: string): unknown {
  const schemas: Readonly<Record<string, Schema>> = configurationSchema.properties;
  return readers[schemas[option]?.type ?? 'string'](text);
}

/** The options in an environment: `FIRST_PARTY_ID_MAX_AGE_DAYS=400` is `maxAgeDays`. */
export function readEnvironment(
  environment: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const pairs = optionNames.flatMap(({ option, variable }) => {
    const text = environment[variable];
    return typeof text === 'string' && text !== '' ? [[option, readOptionText(option, text)]] : [];
  });
  return Object.fromEntries(pairs);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
