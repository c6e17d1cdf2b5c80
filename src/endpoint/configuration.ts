import { Ajv, type ErrorObject } from 'ajv';
import { checkSites } from './check-sites.ts';
import { ConfigurationError } from './configuration-error.ts';
import { configurationSchema } from './configuration-schema.ts';
import type { Configuration, ConfigurationProblem } from './types.ts';

/** Shorter keys than the hash weaken an HMAC (RFC 2104, 3); SHA-256 has 32 bytes. */
const minKeyBytes = 32;

/** Checks a configuration and fills in what is left out; throws a ConfigurationError. */
export function readConfiguration(written: unknown): Configuration {
  const validate = new Ajv({
    allErrors: true,
    verbose: true,
    useDefaults: true,
  }).compile<Configuration>(configurationSchema);
  const configuration: unknown = structuredClone(written);
  if (!validate(configuration)) {
    throw new ConfigurationError(oneForEachPath((validate.errors ?? []).map(describeError)));
  }
  const problems = [...checkSites(configuration.sites), ...checkKeys(configuration)];
  if (problems.length > 0) throw new ConfigurationError(problems);
  return configuration;
}

function checkKeys({ keys, development }: Configuration): ConfigurationProblem[] {
  const { description, items } = configurationSchema.properties.keys;
  if (keys.length === 0 && !development) {
    return [{ path: 'keys', value: 'an empty list', accepted: description }];
  }
  return keys
    .map((key, index) => ({ path: `keys[${index}]`, bytes: new TextEncoder().encode(key).length }))
    .filter(({ bytes }) => bytes < minKeyBytes)
    .map(({ path, bytes }) => ({
      path,
      value: `a text of ${bytes} bytes`,
      accepted: items.description,
    }));
}

function describeError(error: ErrorObject): ConfigurationProblem {
  const path = printPath(error.instancePath);
  const accepted: unknown = error.parentSchema?.['description'];
  const properties: Record<string, { description?: string }> =
    error.parentSchema?.['properties'] ?? {};
  if (error.keyword === 'additionalProperties') {
    const name: string = error.params['additionalProperty'];
    const known = 'the options ' + Object.keys(properties).join(', ');
    return { path: joinPath(path, name), value: 'an unknown option', accepted: known };
  }
  if (error.keyword === 'required') {
    const name: string = error.params['missingProperty'];
    const wanted = properties[name]?.description ?? '';
    return { path: joinPath(path, name), value: 'a missing option', accepted: wanted };
  }
  return {
    path: path || 'configuration',
    value: describe(error.data, path),
    accepted: `${accepted}`,
  };
}

/** A value can break several rules of the schema; its description has them all. */
function oneForEachPath(problems: ConfigurationProblem[]): ConfigurationProblem[] {
  return [...new Map(problems.map((problem) => [problem.path, problem])).values()];
}

/** Keys are secrets: an error message must not carry them into a log. */
function describe(value: unknown, path: string): string {
  return path.startsWith('keys') ? 'a value (not shown)' : JSON.stringify(value);
}

/** From a JSON pointer, `/sites/0/origins`, to `sites[0].origins`. */
function printPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : joinPath(path, part)), '');
}

function joinPath(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
