import type { ConfigurationProblem } from '../types.ts';
import type { Schema } from './check-schema.ts';
import { ConfigurationError } from './configuration-error.ts';
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

const prefix = 'FIRST_PARTY_ID_';
const schemas: Readonly<Record<string, Schema>> = configurationSchema.properties;

/** All options, in the order of the schema. */
export const optionNames: readonly OptionName[] = Object.entries(schemas).map(
  ([option, schema]) => {
    const flag = option.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
    return {
      option,
      variable: prefix + flag.replaceAll('-', '_').toUpperCase(),
      flag,
      isBoolean: schema.type === 'boolean',
      isSecret: schema.writeOnly === true,
    };
  },
);

/** What is written for an option, and where: the variable or the flag. */
export interface WrittenOption {
  option: string;
  place: string;
  /** A text, or already a value. */
  written: unknown;
}

const readers: Record<Schema['type'], (text: string, schema: Schema) => unknown> = {
  string: (text) => text,
  integer: (text) => (/^-?\d+$/.test(text) ? Number(text) : text),
  boolean: (text) => (['true', 'false'].includes(text) ? text === 'true' : text),
  // A list of texts may stand without JSON: `10.0.0.0/8,::1`.
  array: (text, { items }) =>
    items?.type !== 'string' || text.trim().startsWith('[')
      ? JSON.parse(text)
      : text.split(',').map((item) => item.trim()),
  object: (text) => JSON.parse(text),
};

/**
 * The values of options; a text that fits no type stays text, for the check to refuse. Throws
 * a ConfigurationError where JSON is needed and is not there.
 */
export function readWritten(options: readonly WrittenOption[]): Record<string, unknown> {
  const problems: ConfigurationProblem[] = [];
  const values: Record<string, unknown> = {};
  for (const { option, place, written } of options) {
    const schema = schemas[option];
    if (schema === undefined) continue;
    try {
      values[option] =
        typeof written === 'string' ? readers[schema.type](written, schema) : written;
    } catch {
      // What the parser says may show a secret.
      const value = 'a text that is not valid JSON';
      problems.push({ path: place, value, accepted: schema.description });
    }
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return values;
}

/**
 * The options in an environment: `FIRST_PARTY_ID_MAX_AGE_DAYS=400` is `maxAgeDays`. An empty
 * variable is as good as none. Throws a ConfigurationError for one that no option has.
 */
export function readEnvironment(
  environment: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  refuseUnknown(environment);
  const options = optionNames.map(({ option, variable }) => ({
    option,
    place: variable,
    written: environment[variable],
  }));
  return readWritten(
    options.filter(
      ({ place, written }) => written !== undefined && written !== '' && !isService(place, written),
    ),
  );
}

function refuseUnknown(environment: Readonly<Record<string, unknown>>): void {
  const known = optionNames.map(({ variable }) => variable);
  const unknown = Object.entries(environment).filter(
    ([name, value]) =>
      name.startsWith(prefix) && !known.includes(name) && value !== '' && !isService(name, value),
  );
  if (unknown.length === 0) return;
  const accepted = `the variables ${known.join(', ')}`;
  throw new ConfigurationError(
    unknown.map(([path]) => ({ path, value: 'an unknown variable', accepted })),
  );
}

/**
 * Kubernetes puts the address of every service into the environment, under the service's name:
 * https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables
 */
function isService(name: string, value: unknown): boolean {
  if (/_SERVICE_HOST$|_SERVICE_PORT(_|$)|_PORT_\d+_(TCP|UDP|SCTP)(_|$)/.test(name)) return true;
  return name.endsWith('_PORT') && /^(tcp|udp|sctp):\/\//.test(String(value));
}
