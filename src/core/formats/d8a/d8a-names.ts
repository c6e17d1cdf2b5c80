import type { Config } from '../../types.ts';
import { d8aClientName, d8aSessionName } from './d8a-cookies.ts';

export function clientNameOf(config: Config): string {
  return d8aClientName(config.cookiePrefix);
}

export function sessionNames(config: Config): string[] {
  return config.propertyIds.map((propertyId) => d8aSessionName(config.cookiePrefix, propertyId));
}

/** Every name that d8a keeps. */
export function d8aNames(config: Config): string[] {
  return [clientNameOf(config)].concat(sessionNames(config));
}
