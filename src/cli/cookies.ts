import { parseArgs } from 'node:util';
import { makeCookieTable, printers, type Settings } from '../cookie-table/index.ts';
import { formTexts } from '../generator/container/form-parameters.ts';
import { tagFields } from '../gtm/containers/web-container.ts';
import { messageOf } from './options.ts';
import { readOwnTemplates } from './own-templates.ts';
import { readIdentity } from './read-identity.ts';

const formats = Object.keys(printers).join(', ');

const usage = `first-party-id cookies --config FILE [--format FORMAT]
  --config  the site's settings, as first-party-id build takes them
  --format  ${formats}; md without it
Prints the cookies that these settings lead to, and what happens before, with and after consent.
`;

/** Writes the part of a privacy policy that says what is stored. */
export const cookies = { name: 'cookies', usage, run };

/** Exit codes: 0 printed, 1 the file is refused, 2 wrong options. */
function run(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') return end(2, `${options}\n${usage}`);
  try {
    const { settings, server } = readSettings(options.config);
    process.stdout.write(options.print(makeCookieTable(settings, server)));
    return end(0, '');
  } catch (error) {
    return end(1, `${messageOf(error)}\n`);
  }
}

function end(exitCode: number, message: string): Promise<number> {
  process.stderr.write(message);
  return Promise.resolve(exitCode);
}

/** The options, or what is wrong with them. */
function readOptions(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args, options: { config: text, format: text } });
    const { config, format = 'md' } = values;
    if (config === undefined) return 'No --config is given.';
    if (!isFormat(format)) return `--format: "${format}" is refused. Accepted: ${formats}.`;
    return { config, print: printers[format] };
  } catch (error) {
    return messageOf(error);
  }
}

function isFormat(text: string): text is keyof typeof printers {
  return Object.hasOwn(printers, text);
}

/** The settings of the tag with the form's defaults, and those of the endpoint as they are given. */
function readSettings(file: string): { settings: Settings; server: Settings } {
  const templates = readOwnTemplates();
  const { server, ...decisions } = readIdentity(file, templates);
  return {
    settings: formTexts(templates.tag.parameters, tagFields(decisions)),
    server: Object.fromEntries(
      Object.entries(server).flatMap(([name, value]) =>
        typeof value === 'object' ? [] : [[name, String(value)]],
      ),
    ),
  };
}
