import type { EndpointConfiguration } from '../types.ts';
import { optionNames } from './read-texts.ts';

/** The configuration to be shown to people: of a secret only how many bytes it has. */
export function maskSecrets(configuration: EndpointConfiguration): Record<string, unknown> {
  const secrets = optionNames.filter(({ isSecret }) => isSecret).map(({ option }) => option);
  const shown = Object.entries(configuration).map(([option, value]) => [
    option,
    secrets.includes(option) ? mask(value) : value,
  ]);
  return Object.fromEntries(shown);
}

function mask(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mask);
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value).length : 0;
  return `(secret of ${bytes} bytes)`;
}
