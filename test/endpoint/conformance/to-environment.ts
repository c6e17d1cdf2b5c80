import { optionNames } from '../../../src/endpoint/configuration/read-texts.ts';

/** A configuration as the variables of an environment. */
export function toEnvironment(configuration: object): Record<string, string> {
  const pairs = Object.entries(configuration).map(([option, value]) => [
    optionNames.find((name) => name.option === option)?.variable,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return Object.fromEntries(pairs);
}
