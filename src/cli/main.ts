import { argv } from 'node:process';

/** A subcommand: its arguments without its own name; gives the exit code. */
interface Command {
  run(args: string[]): Promise<number>;
}

/** Commands are loaded when they are called, so that each needs only its own packages. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import('./build.ts')).build,
  serve: async () => (await import('./serve.ts')).serve,
};

const usage = `first-party-id <command>
  build  writes the template that you import into Google Tag Manager
  serve  starts the cookie endpoint
`;

/** Exit codes: 0 done, 1 the work failed, 2 wrong command or options. */
async function main([name, ...args]: string[]): Promise<number> {
  if (name === '--help' || name === undefined) {
    process.stdout.write(usage);
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return (await load()).run(args);
  const accepted = Object.keys(commands).join(', ');
  process.stderr.write(`"${name}" is no command. Accepted: ${accepted}.\n${usage}`);
  return 2;
}

process.exitCode = await main(argv.slice(2));
