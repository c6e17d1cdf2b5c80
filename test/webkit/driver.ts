import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { findWebKit } from './find-webkit.ts';
import type { Processes } from './processes.ts';

/** One command of WebDriver: https://www.w3.org/TR/webdriver2/#endpoints */
export type Command = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
) => Promise<unknown>;

const PATIENCE_MILLIS = 12_000;

/** Starts Debian's WebDriver server for WebKit on a display. */
export async function startDriver(processes: Processes, display: string): Promise<Command> {
  const port = await freePort();
  const args = [`--port=${port}`, '--host=127.0.0.1'];
  const driver = processes.start(findWebKit().driver, args, { environment: { DISPLAY: display } });
  const command = createCommand(`http://127.0.0.1:${port}`);
  while (!(await command('GET', '/status').catch(() => undefined))) {
    if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended: ${driver.exitCode}`);
    await wait(50);
  }
  return command;
}

function createCommand(address: string): Command {
  return async (method, path, body) => {
    const response = await fetch(address + path, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
    }).catch((error: Error) => {
      throw new Error(`${method} ${path}: ${error.message}`);
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) {
      const { error, message } = value as { error: string; message: string };
      throw new Error(`${method} ${path}: ${error}: ${message}`);
    }
    return value;
  };
}
