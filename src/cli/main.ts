import { argv } from 'node:process';

/** A subcommand: its arguments without its own name; gives the exit code. */
interface Command {
  usage: string;
  run(args: string[]): Promise<number>;
}

/** Commands are loaded when they are called, so that each needs only its own packages. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import('./build.ts')).build,
  check: async () => (await import('./check.ts')).check,
  cookies: async () => (await import('./cookies.ts')).cookies,
  doctor: async () => (await import('./doctor.ts')).doctor,
  fmt: async () => (await import('./fmt.ts')).fmt,
  keys: async () => (await import('./keys.ts')).keys,
  serve: async () => (await import('./serve.ts')).serve,
  test: async () => (await import('./test.ts')).test,
};

const usage = `first-party-id <command>
  build    writes the templates and containers that you import into Google Tag Manager
  check    checks templates and containers: form, language, APIs, permissions, references
  test     runs the scenarios of templates
  fmt      writes templates in their canonical form
  keys     makes keys for the cookie endpoint
  serve    starts the cookie endpoint
  doctor   looks at a live site and its endpoint, and says what to do
  cookies  writes the cookie table for a privacy policy
`;

/** Exit codes: 0 done, 1 the work failed, 2 wrong command or options. */
async function main([name, ...args]: string[]): Promise<number> {
  if (name === '--help' || name === undefined) {
    process.stdout.write(usage);
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return runCommand(await load(), args);
  const accepted = Object.keys(commands).join(', ');
  process.stderr.write(`"${name}" is no command. Accepted: ${accepted}.\n${usage}`);
  return 2;
}

function runCommand({ usage: ownUsage, run }: Command, args: string[]): Promise<number> {
  if (!args.includes('--help')) return run(args);
  process.stdout.write(ownUsage);
  return Promise.resolve(0);
}

// A reader such as `head` may close the pipe, and a disk be full, before everything is done.
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') process.stderr.write(`${message}\n`);
  process.exit(process.exitCode ?? 1);
});
process.exitCode = await main(argv.slice(2));
