import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules/.cache/first-party-id');

export interface Chromium {
  executablePath: string;
  /** Added to the environment of the browser: its own libraries and fonts. */
  environment: Record<string, string>;
}

/**
 * Unpacks the Chromium that npm brought, once for an installation (2 s, 206 MB), and says how to start it.
 *
 * The package itself unpacks to `$TMPDIR/chromium` and takes a file that stands there for complete, so two processes
 * at once, or one that was interrupted, leave a broken browser. Here each process unpacks to a folder of its own and
 * renames it; the slower of two finds the name taken and throws its copy away.
 */
export async function unpackChromium(): Promise<Chromium> {
  const folder = join(cache, `chromium-${await installedVersion()}`);
  if (!existsSync(folder)) await unpackTo(folder);
  return {
    executablePath: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

async function installedVersion(): Promise<string> {
  const file = join(root, 'node_modules/@sparticuz/chromium/package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return manifest.version;
}

async function unpackTo(folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const own = await mkdtemp(join(cache, 'unpacking-'));
  try {
    await unpackPackage(own);
    await writeFile(join(own, 'fonts.conf'), fontConfiguration(folder));
    await rename(own, folder);
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/**
 * A process of its own, because the package reads the folder to write to from TMPDIR. It adds libnss3 and its kin,
 * which a small system lacks, only where it believes to be on Amazon Linux.
 */
async function unpackPackage(folder: string): Promise<void> {
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
}

/** Chromium stops when it finds no font at all. Its own comes first, so that pictures are alike on all machines. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
  <match target="pattern"><edit name="family" mode="append"><string>Open Sans</string></edit></match>
</fontconfig>
`;
}
