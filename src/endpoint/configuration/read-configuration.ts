import { parseAddressRange } from '../address-range.ts';
import type { Configuration, ConfigurationProblem } from '../types.ts';
import { checkCookieNames } from './check-cookie-names.ts';
import { checkSchema } from './check-schema.ts';
import { checkSites } from './check-sites.ts';
import { ConfigurationError } from './configuration-error.ts';
import { configurationSchema } from './configuration-schema.ts';

/** Shorter keys than the hash weaken an HMAC (RFC 2104, 3); SHA-256 has 32 bytes. */
const minKeyBytes = 32;
const { properties } = configurationSchema;

/** Checks a configuration and fills in what is left out; throws a ConfigurationError. */
export function readConfiguration(written: unknown): Configuration {
  const configuration = fillDefaults(written);
  const problems = checkSchema(configurationSchema, configuration);
  if (!isConfiguration(configuration, problems)) throw new ConfigurationError(problems);
  const more = [
    ...checkSites(configuration.sites),
    ...checkKeys(configuration),
    ...checkRenewal(configuration),
    ...checkCookieNames(configuration),
    ...checkProxies(configuration),
  ];
  if (more.length > 0) throw new ConfigurationError(more);
  return configuration;
}

function fillDefaults(written: unknown): unknown {
  // What JSON does not know becomes null, which no option accepts.
  const copy: unknown = JSON.parse(JSON.stringify(written, (_, item) => item ?? null));
  if (typeof copy !== 'object' || copy === null || Array.isArray(copy)) return copy;
  const defaults = Object.entries(properties).flatMap(([name, schema]) =>
    'default' in schema ? [[name, structuredClone(schema.default)]] : [],
  );
  return { ...Object.fromEntries(defaults), ...copy };
}

function isConfiguration(
  value: unknown,
  problems: readonly ConfigurationProblem[],
): value is Configuration {
  return problems.length === 0 && typeof value === 'object';
}

function checkKeys({ keys, development }: Configuration): ConfigurationProblem[] {
  const { description, items } = properties.keys;
  if (keys.length === 0 && !development) {
    return [{ path: 'keys', value: 'an empty list', accepted: description }];
  }
  return keys.flatMap((key, index) => {
    const fault = faultOf(key);
    return fault === undefined ? [] : [refuse(`keys[${index}]`, fault, items)];
  });
}

/** What is wrong with a key, without the key. */
function faultOf(key: string): string | undefined {
  const bytes = new TextEncoder().encode(key).length;
  if (bytes < minKeyBytes) return `a text of ${bytes} bytes`;
  // The end of a line comes along from a file; with it, the key is another one.
  return key === key.trim() ? undefined : 'a text with white space at an end';
}

/** A cookie that is not renewed before it expires loses the visitor. */
function checkRenewal({ renewalDays, maxAgeDays }: Configuration): ConfigurationProblem[] {
  if (renewalDays < maxAgeDays) return [];
  return [refuse('renewalDays', `${renewalDays}`, properties.renewalDays)];
}

function checkProxies({ trustedProxies }: Configuration): ConfigurationProblem[] {
  return trustedProxies.flatMap((text, index) => {
    if (parseAddressRange(text) !== undefined) return [];
    const path = `trustedProxies[${index}]`;
    return [refuse(path, JSON.stringify(text), properties.trustedProxies.items)];
  });
}

function refuse(
  path: string,
  value: string,
  { description }: { description: string },
): ConfigurationProblem {
  return { path, value, accepted: description };
}
