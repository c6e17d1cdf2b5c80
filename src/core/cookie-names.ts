import { d8aClientName, d8aSessionName } from './formats/d8a.ts';
import type { Config } from './types.ts';

export function sessionNames(config: Config): string[] {
  return config.propertyIds.map((propertyId) => d8aSessionName(config.cookiePrefix, propertyId));
}

/** Every cookie name this configuration keeps. */
export function storedNames(config: Config): string[] {
  return [d8aClientName(config.cookiePrefix)].concat(sessionNames(config));
}
