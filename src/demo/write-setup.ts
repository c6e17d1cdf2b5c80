import { writeFile } from 'node:fs/promises';
import { builtFiles, root } from './built-files.ts';
import { readSetUpPage } from './setup/read-page.ts';

const file = `${root}dist/setup.html`;
await writeFile(file, await readSetUpPage(builtFiles.setUp));
process.stdout.write('dist/setup.html written\n');
