import { readFile } from 'node:fs/promises';
import { parseArgs, types } from 'node:util';
import { ConfigurationError } from '../endpoint/configuration-error.ts';
import { startEndpoint } from '../endpoint/node.ts';

const usage =
  'first-party-id serve --config endpoint.json [--port 8080] [--host 127.0.0.1]\n' +
  '  --config  file with the configuration of the endpoint, JSON\n' +
  '  --port    0 to 65535; 0 takes any free port\n' +
  '  --host    address to listen on\n';

/** Starts the cookie endpoint and runs until it is told to stop. */
export const serve = { name: 'serve', run };

/** The options given cannot be used; the message says why. */
class UsageError extends Error {}

/** Exit codes: 0 stopped, 1 could not listen, 2 wrong options or configuration. */
async function run(args: string[]): Promise<number> {
  try {
    const { config, port, host } = readOptions(args);
    const endpoint = await startEndpoint(await readJson(config), { port, host });
    process.stdout.write(`first-party-id endpoint on ${printAddress(host, endpoint.port)}\n`);
    await endpoint.closed;
    return 0;
  } catch (error) {
    const { message, exitCode } = describeError(error);
    process.stderr.write(message + '\n');
    return exitCode;
  }
}

function readOptions(args: string[]) {
  const { values } = parseOptions(args);
  const port = Number(values.port);
  if (values.config === undefined) throw new UsageError(`--config is missing.\n${usage}`);
  if (!/^\d{1,5}$/.test(values.port) || port > 65535) {
    throw new UsageError(`--port: "${values.port}" is refused. Accepted: 0 to 65535.`);
  }
  return { config: values.config, port, host: values.host };
}

function parseOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        config: { type: 'string' },
        port: { type: 'string', default: '8080' },
        host: { type: 'string', default: '127.0.0.1' },
      },
    });
  } catch (error) {
    throw new UsageError(`${messageOf(error)}\n${usage}`);
  }
}

async function readJson(file: string) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${messageOf(error)}. Accepted: a readable file with JSON.`);
  }
}

function printAddress(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function describeError(error: unknown): { message: string; exitCode: number } {
  if (error instanceof ConfigurationError || error instanceof UsageError) {
    return { message: error.message, exitCode: 2 };
  }
  return { message: messageOf(error), exitCode: 1 };
}

function messageOf(error: unknown): string {
  return types.isNativeError(error) ? error.message : String(error);
}
