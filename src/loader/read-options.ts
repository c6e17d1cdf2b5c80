import { attempt } from './attempt.ts';
import { DEFAULT_OPTIONS } from './default-options.ts';
import type { LoaderConfig } from './types.ts';

/** What is longer is as good as for ever; timers of more than 2^31 milliseconds end at once. */
const MAX_NUMBER = 2_000_000;

export type Value = string | number | boolean | string[];

/** The configuration that options make; what is unknown or ill-typed is ignored, and named in debug. */
export function readOptions(options: object, more: Record<string, Value>): LoaderConfig {
  const defaults: Record<string, Value> = { ...DEFAULT_OPTIONS, ...more };
  const given = options as Record<string, unknown>;
  const config: Record<string, unknown> = {};
  for (const name in defaults) config[name] = [defaults[name]].flat()[0];
  const wrong = Object.keys(given).filter((name) => {
    const written = given[name];
    const value =
      typeof written === 'function' ? attempt(() => written(location.hostname)) : written;
    const read = readValue(defaults[name], value);
    if (read !== undefined) config[name] = read;
    return read === undefined;
  });
  // eslint-disable-next-line no-console -- only where the page asks for it.
  if (config.debug && wrong[0]) console.warn('First-Party ID ignores the options', wrong);
  config.propertyIds = `${config.propertyIds}`
    .split(/[\s,]+/)
    .filter((propertyId) => /^[\w.-]+$/.test(propertyId));
  // d8a's cookies are named after properties.
  if (!(config.propertyIds as string[])[0]) config.d8a = false;
  return config as unknown as LoaderConfig;
}

/** The value as what its default is, read from an attribute's text if need be; else `undefined`. */
function readValue(standard: Value | undefined, value: unknown): unknown {
  const text = `${value}`.trim();
  if (Array.isArray(standard)) return standard.find((choice) => choice === text);
  if (typeof standard === 'number') {
    const isNumber = text && typeof value !== 'object' && +text >= 0;
    return isNumber ? Math.min(+text, MAX_NUMBER) : undefined;
  }
  if (typeof standard === 'boolean') {
    return text === 'true' || text === '' || (text === 'false' ? false : undefined);
  }
  // Most become part of a cookie's name or attributes, where these two end it.
  const isText = typeof standard === 'string' && !/[;=]/.test(text);
  return isText && (typeof value === 'string' || Array.isArray(value)) ? text : undefined;
}
