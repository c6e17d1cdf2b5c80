import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from './options.ts';

const usage = `first-party-id build [--config FILE] [--out FOLDER] [--check]
first-party-id build --from FOLDER --out FILE [--data-layer NAME] [--check]
first-party-id build --gallery FOLDER [--check]
  --config      a site's settings, as JSON: writes the containers that you import, ready for the site
  --from        folder of one template: writes this template alone
  --gallery     writes the repositories that Google's Community Template Gallery wants, one a template
  --out         where to write (the folder template, and with --config the current folder)
  --data-layer  name of the data layer, when it is not dataLayer
  --check       writes nothing; fails when a file is not what would be written
Without --config, --from and --gallery it writes the templates from their sources, and the containers.
`;

/** Writes templates and containers, or checks that the written ones are fresh. */
export const build = { name: 'build', usage, run };

/** A file to write. */
export interface BuiltFile {
  file: string;
  content: string | Uint8Array;
}

/** What the command was called with. */
export interface BuildOptions {
  config?: string;
  from?: string;
  gallery?: string;
  out?: string;
  'data-layer'?: string;
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
    const files = await buildFiles(options);
    return options.check ? await check(files, args) : await write(files);
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    return 1;
  }
}

/** Each way to build is loaded when it is asked for: a site's containers need no compiler. */
async function buildFiles(options: BuildOptions): Promise<BuiltFile[]> {
  const { config, from, gallery, out } = options;
  if (config !== undefined) {
    const { buildSite } = await import('./build-containers.ts');
    return buildSite(config, out ?? '.');
  }
  const sources = await import('./build-sources.ts');
  if (from !== undefined) return [await sources.buildTemplate({ ...options, from })];
  if (gallery !== undefined) return (await import('./build-gallery.ts')).buildGallery(gallery);
  return sources.buildAll(out ?? 'template');
}

/** The options, or what is wrong with them. */
function readOptions(args: string[]): BuildOptions | string {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args,
      options: {
        config: text,
        from: text,
        gallery: text,
        out: text,
        'data-layer': text,
        check: { type: 'boolean', default: false },
      },
    });
    return findClash(values) ?? values;
  } catch (error) {
    return messageOf(error);
  }
}

function findClash(options: BuildOptions): string | undefined {
  const ways = (['config', 'from', 'gallery'] as const).filter((way) => options[way] !== undefined);
  if (ways.length > 1) return `--${ways.join(' and --')} exclude each other`;
  if (options['data-layer'] !== undefined && options.from === undefined)
    return '--data-layer goes with --from; in the file of --config it is dataLayerName';
  if (options.from !== undefined && options.out === undefined) return '--from needs --out';
  return undefined;
}

async function check(files: readonly BuiltFile[], args: string[]): Promise<number> {
  const mend = ['first-party-id build', ...args.filter((arg) => arg !== '--check')].join(' ');
  let stale = 0;
  for (const { file, content } of files) {
    const written = existsSync(file) ? await readFile(file) : undefined;
    if (written?.equals(Buffer.from(content))) {
      process.stdout.write(`${file} is fresh\n`);
      continue;
    }
    stale += 1;
    const state = written === undefined ? 'does not exist' : 'is stale';
    process.stderr.write(`${file} ${state}. Run: ${mend}\n`);
  }
  return stale > 0 ? 1 : 0;
}

async function write(files: readonly BuiltFile[]): Promise<number> {
  for (const { file, content } of files) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    process.stdout.write(`${file} written\n`);
  }
  return 0;
}
