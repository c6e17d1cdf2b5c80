import { randomBytes } from 'node:crypto';

/** As many as the hash of the signatures has. */
const keyBytes = 32;

const usage = 'first-party-id keys new\n  prints a new key for the option keys of the endpoint\n';

/** Makes keys for the cookie endpoint. */
export const keys = { name: 'keys', usage, run };

/** Exit codes: 0 done, 2 wrong arguments. */
async function run(args: string[]): Promise<number> {
  if (args.length === 1 && args[0] === 'new') {
    process.stdout.write(randomBytes(keyBytes).toString('base64url') + '\n');
    return 0;
  }
  process.stderr.write(`keys: "${args.join(' ')}" is refused. Accepted: new.\n${usage}`);
  return 2;
}
