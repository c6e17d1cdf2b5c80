import { parseArgs, type ParseArgsConfig } from 'node:util';
import { optionNames, readEnvironment, readWritten } from '../endpoint/configuration/read-texts.ts';
import { messageOf } from './options.ts';
import { readJson } from './read-json.ts';

const flags = optionNames.filter(({ isSecret }) => !isSecret);

export const usage =
  'first-party-id serve [--config endpoint.json] [--check | --print-config] [options]\n' +
  '  --config        file with the configuration of the endpoint, JSON\n' +
  '  --check         checks the configuration and ends\n' +
  '  --print-config  prints the configuration in force, without its secrets, and ends\n' +
  `  options         ${flags.map(({ flag }) => '--' + flag).join(' ')}\n` +
  '  Flags outdo the environment (FIRST_PARTY_ID_MAX_AGE_DAYS), and that outdoes the file.\n';

/** The arguments or the file cannot be used; the message says why. */
export class UsageError extends Error {}

/** What the endpoint is to be started with, and where each part of it comes from. */
export interface GatheredOptions {
  mode: 'serve' | 'check' | 'print';
  /** The file, or 'environment and flags' without one. */
  file: string;
  written: Record<string, unknown>;
  /** Where a path of the configuration was written: a flag, a variable, or the file and the path. */
  placeOf(path: string): string;
}

/** Puts file, environment and flags together: flags count most, the file least. */
export function gatherOptions(args: string[], environment: NodeJS.ProcessEnv): GatheredOptions {
  const values = parseFlags(args);
  const config = values['config'];
  const file = typeof config === 'string' ? config : undefined;
  const fromFile = file === undefined ? {} : readJsonObject(file);
  const fromEnvironment = readEnvironment(environment);
  const fromFlags = readFlags(values);
  const isCheck = values['check'] === true;
  return {
    mode: isCheck ? 'check' : values['print-config'] === true ? 'print' : 'serve',
    file: file ?? 'environment and flags',
    written: { ...fromFile, ...fromEnvironment, ...fromFlags },
    placeOf: (path) => placeOf(path, { file, fromEnvironment, fromFlags }),
  };
}

interface Places {
  file: string | undefined;
  fromEnvironment: object;
  fromFlags: object;
}

function placeOf(path: string, { file, fromEnvironment, fromFlags }: Places): string {
  const option = /^\w+/.exec(path)?.[0] ?? '';
  const name = optionNames.find((each) => each.option === option);
  const inside = path.slice(option.length);
  if (name && Object.hasOwn(fromFlags, option)) return `--${name.flag}${inside}`;
  if (name && Object.hasOwn(fromEnvironment, option)) return `${name.variable}${inside}`;
  return file === undefined ? path : `${file}: ${path}`;
}

function parseFlags(args: string[]) {
  const options: NonNullable<ParseArgsConfig['options']> = {
    config: { type: 'string' },
    check: { type: 'boolean' },
    'print-config': { type: 'boolean' },
  };
  for (const { flag, isBoolean } of flags)
    options[flag] = { type: isBoolean ? 'boolean' : 'string' };
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError(`${messageOf(error)}\n${usage}`);
  }
}

function readFlags(values: ReturnType<typeof parseFlags>): Record<string, unknown> {
  const options = flags.map(({ option, flag }) => ({
    option,
    place: `--${flag}`,
    written: values[flag],
  }));
  return readWritten(options.filter(({ written }) => written !== undefined));
}

function readJsonObject(file: string): object {
  const value = readValue(file);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new UsageError(`${file}: no JSON object. Accepted: an object with the endpoint's options.`);
}

function readValue(file: string): unknown {
  try {
    return readJson(file).value;
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}
