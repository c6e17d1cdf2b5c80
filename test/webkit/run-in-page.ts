import type { Command } from './driver.ts';

/** A function for a page, or the text of an expression. */
export type PageFunction<Argument> = ((argument: Argument) => unknown) | string;

/** Runs a function in the page that the driver is at, and answers what it promises, as Playwright does. */
export async function runInPage<Argument>(
  command: Command,
  run: PageFunction<Argument>,
  argument?: Argument,
): Promise<unknown> {
  const result = typeof run === 'string' ? run : `(${run})(argument)`;
  const script = `
    const [argument, done] = arguments;
    new Promise((resolve) => resolve(${result})).then(
      (value) => done({ value }),
      (error) => done({ error: String(error) }),
    );`;
  const outcome = await command('POST', '/execute/async', { script, args: [argument ?? null] });
  const { value, error } = outcome as { value?: unknown; error?: string };
  if (error !== undefined) throw new Error(error);
  return value;
}
