import { ConfigurationError } from '../endpoint/configuration/configuration-error.ts';
import { maskSecrets } from '../endpoint/configuration/mask-secrets.ts';
import { readConfiguration } from '../endpoint/configuration/read-configuration.ts';
import type { RunningEndpoint } from '../endpoint/platforms/running-endpoint.ts';
import type { EndpointConfiguration } from '../endpoint/types.ts';
import { messageOf } from './options.ts';
import { gatherOptions, UsageError, type GatheredOptions, usage } from './serve-options.ts';

/** Starts the cookie endpoint and runs until it is told to stop. */
export const serve = { name: 'serve', usage, run };

interface Platform {
  startEndpoint(configuration: EndpointConfiguration): Promise<RunningEndpoint>;
}

/** The command runs on Node, Deno and Bun, and uses the server of each. */
function loadPlatform(): Promise<Platform> {
  if ('Deno' in globalThis) return import('../endpoint/platforms/deno.ts');
  if ('Bun' in globalThis) return import('../endpoint/platforms/bun.ts');
  return import('../endpoint/platforms/node.ts');
}

/** Exit codes: 0 stopped, 1 could not listen, 2 wrong options or configuration. */
async function run(args: string[]): Promise<number> {
  try {
    const gathered = gatherOptions(args, process.env);
    const configuration = check(gathered);
    if (gathered.mode === 'check') return print(`${gathered.file}: the configuration is valid\n`);
    if (gathered.mode === 'print') return print(describeConfiguration(configuration));
    ignoreLostOutput();
    const { startEndpoint } = await loadPlatform();
    const endpoint = await startEndpoint(configuration);
    await endpoint.closed;
    return 0;
  } catch (error) {
    const { message, exitCode } = describeError(error);
    process.stderr.write(message + '\n');
    return exitCode;
  }
}

/** Errors name the flag, the variable or the file that the value comes from. */
function check({ written, placeOf }: GatheredOptions): EndpointConfiguration {
  try {
    return readConfiguration(written);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const placed = error.problems.map((problem) => ({ ...problem, path: placeOf(problem.path) }));
    throw new ConfigurationError(placed);
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function describeConfiguration(configuration: EndpointConfiguration): string {
  return JSON.stringify(maskSecrets(configuration), undefined, 2) + '\n';
}

/** Without a reader for its output the endpoint goes on: visitors matter more than lines. */
function ignoreLostOutput(): void {
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
}

function describeError(error: unknown): { message: string; exitCode: number } {
  if (error instanceof ConfigurationError || error instanceof UsageError) {
    return { message: error.message, exitCode: 2 };
  }
  return { message: messageOf(error), exitCode: 1 };
}
