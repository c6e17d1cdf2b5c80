import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs, types } from 'node:util';
import { generateTemplate } from '../generator/index.ts';

const usage =
  'first-party-id build [--data-layer NAME] [--out FILE] [--check]\n' +
  '  --data-layer  name of the data layer, when it is not dataLayer\n' +
  '  --from        folder of the template (src/gtm/tag)\n' +
  '  --out         file to write (template/first-party-id-tag.tpl)\n' +
  '  --check       writes nothing; fails when the file is not what would be written\n';

/** Writes the template, or checks that the written one is fresh. */
export const build = { name: 'build', usage, run };

interface BuildOptions {
  'data-layer'?: string;
  from: string;
  out: string;
  check: boolean;
}

/** Exit codes: 0 written or fresh, 1 refused or stale, 2 wrong options. */
async function run(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n${usage}`);
    return 2;
  }
  try {
    const name = options['data-layer'];
    const naming = name === undefined ? {} : { dataLayerName: name };
    const text = await generateTemplate(options.from, naming);
    return options.check ? await check(text, options.out, args) : await write(text, options.out);
  } catch (error) {
    process.stderr.write((types.isNativeError(error) ? error.message : String(error)) + '\n');
    return 1;
  }
}

/** The options, or what is wrong with them. */
function readOptions(args: string[]): BuildOptions | string {
  try {
    return parseArgs({
      args,
      options: {
        'data-layer': { type: 'string' },
        from: { type: 'string', default: 'src/gtm/tag' },
        out: { type: 'string', default: 'template/first-party-id-tag.tpl' },
        check: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return types.isNativeError(error) ? error.message : String(error);
  }
}

async function check(text: string, file: string, args: string[]): Promise<number> {
  const written = existsSync(file) ? await readFile(file, 'utf8') : undefined;
  if (written === text) {
    process.stdout.write(`${file} is fresh\n`);
    return 0;
  }
  const state = written === undefined ? 'does not exist' : 'is stale';
  const mend = ['first-party-id build', ...args.filter((arg) => arg !== '--check')].join(' ');
  process.stderr.write(`${file} ${state}. Run: ${mend}\n`);
  return 1;
}

async function write(text: string, file: string): Promise<number> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  process.stdout.write(`${file} written\n`);
  return 0;
}
