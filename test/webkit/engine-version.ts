import { text } from 'node:stream/consumers';
import { startDisplay } from './display.ts';
import { findWebKit } from './find-webkit.ts';
import { createProcesses } from './processes.ts';

/** Such as "WebKitGTK 2.50.6". */
export async function readEngineVersion(): Promise<string> {
  const display = await startDisplay();
  const processes = await createProcesses();
  const { stdout } = processes.start(findWebKit().miniBrowser, ['--version'], {
    environment: { DISPLAY: display.name },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const version = stdout === null ? '' : await text(stdout);
  await processes.close();
  await display.close();
  return version.trim();
}
